"""Contact details: one row, and nothing in it that readers could not use."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from nejat.contact.models import ContactDetails
from tests.contact.making import make_details

pytestmark = pytest.mark.django_db

KEY = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----"
PRIVATE = KEY.replace("PUBLIC", "PRIVATE")


def faults(**fields: str) -> set[str]:
    """Return which fields cannot stay as they are."""
    with pytest.raises(ValidationError) as refusal:
        make_details(**fields)
    return set(refusal.value.message_dict)


def test_there_is_one_row():
    make_details(office_name_en="First")
    make_details(office_name_en="Second")

    assert ContactDetails.objects.get().office_name_en == "Second"
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactDetails.objects.bulk_create([ContactDetails(pk=2)])


@pytest.mark.parametrize(
    "recipients", ["office", "a@example.org, b@example.org", "a@example.org\nroot@localhost"]
)
def test_what_is_no_address_gets_no_mail(recipients):
    assert faults(recipients_sq=recipients) == {"recipients_sq"}


@pytest.mark.parametrize("typed", ["0123456789abcdef" * 2 + "01234567", "01:23 45" + "ab" * 17])
def test_a_fingerprint_is_written_in_groups_of_four(typed):
    details = make_details(pgp_fingerprint_fa=typed)

    groups = details.pgp_fingerprint_fa.split(" ")
    assert [len(group) for group in groups] == [4] * 10
    assert "".join(groups) == typed.replace(":", "").replace(" ", "").upper()


@pytest.mark.parametrize("typed", ["0123", "x" * 40, "0" * 41])
def test_what_is_no_fingerprint_is_refused(typed):
    assert faults(pgp_fingerprint_fa=typed) == {"pgp_fingerprint_fa"}


def test_a_public_key_is_kept_without_what_stands_around_it():
    typed = "\r\n" + KEY.replace("\n", "\r\n") + "\r\n  "

    assert make_details(pgp_key_fa=typed).pgp_key_fa == KEY


@pytest.mark.parametrize("typed", [PRIVATE, f"{KEY}\n{PRIVATE}", "mDME", f"Our key: {KEY}"])
def test_a_private_key_and_other_texts_are_refused(typed):
    assert faults(pgp_key_fa=typed) == {"pgp_key_fa"}
