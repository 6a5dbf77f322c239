"""Fields of readers' forms."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from nejat.comments.forms import CommentForm, ReportForm
from nejat.contact.forms import ContactForm
from nejat.editions.fields import LongTextField


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("en", ["5,002", "5,000"]),
        ("sq", ["5\u00a0002", "5\u00a0000"]),
        ("ar", ["٥٬٠٠٢", "٥٬٠٠٠"]),
        ("fa", ["۵٬۰۰۲", "۵٬۰۰۰"]),
    ],
)
def test_what_is_too_long_is_said_in_the_numbers_of_the_edition(code, numbers):
    field = LongTextField(longest=5000, rows=7)

    with translation.override(code), pytest.raises(ValidationError) as refusal:
        field.clean("ب" * 5002)

    assert all(number in refusal.value.messages[0] for number in numbers)


def test_a_line_end_counts_as_one_letter():
    field = LongTextField(longest=7, rows=7)

    assert field.clean("one\r\ntwo") == "one\ntwo"


@pytest.mark.parametrize(
    ("form", "name"), [(CommentForm, "body"), (ContactForm, "text"), (ReportForm, "note")]
)
def test_no_browser_cuts_what_is_typed(form, name):
    assert "maxlength" not in str(form()[name])
