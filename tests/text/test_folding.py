import pytest
from hypothesis import given
from hypothesis import strategies as st

from nejat.text import fold, fold_joined


def is_found(query, text, edition):
    """Whether an index of both forms of `text` holds every word of either form of `query`."""
    words = {*fold(text, edition).split(), *fold_joined(text, edition).split()}
    forms = (fold(query, edition).split(), fold_joined(query, edition).split())
    return any(form and words.issuperset(form) for form in forms)


FOUND = [
    ("en", "nejat", "The NEJAT Society"),
    ("en", "RÉSUMÉ", "a resume"),
    ("en", "Erdogan", "President Erdoğan spoke"),
    ("en", "strasse", "Die Straße"),
    ("en", "office", "the oﬃce"),
    ("en", "rajavi's", "Rajavi’s speech"),
    ("en", "2021", "year ２０２１"),
    ("en", "cooperation", "coop\u00aderation"),
    ("en", "ashraf", "Camp \u202aAshraf\u202c"),
    ("sq", "te drejtat", "Të drejtat e njeriut"),
    ("sq", "të drejtat", "TE DREJTAT E NJERIUT"),
    ("sq", "Shqiperi", "në Shqipëri"),
    ("sq", "ceshtje", "Çështje"),
    ("sq", "çështje", "c\u0327e\u0308shtje"),
    ("sq", "s'është", "s’është"),
    ("sq", "1999", "viti 1999"),
    ("ar", "حقوق الانسان", "التقرير عن حُقُوقِ الإِنْسَانِ الانسان"),
    ("ar", "احمد", "أحمد"),
    ("ar", "اسلام", "إسلام"),
    ("ar", "القران", "القرآن"),
    ("ar", "ابن", "ٱبن"),
    ("ar", "مصطفي", "مصطفى"),
    ("ar", "على", "علي"),
    ("ar", "مدرسه", "مدرسة"),
    ("ar", "العراق", "العـــــراق"),
    ("ar", "مومن", "مؤمن"),
    ("ar", "شيء", "شئ"),
    ("ar", "سماء", "سما"),
    ("ar", "الرحمن", "الرَّحْمٰن"),
    ("ar", "كتاب", "کتاب"),
    ("ar", "ایران", "إيران"),
    ("ar", "2026", "عام ٢٠٢٦"),
    ("ar", "۲۰۲۶", "عام ٢٠٢٦"),
    ("ar", "كتاب", "ﻛﺘﺎﺏ"),
    ("ar", "الله", "ﷲ"),
    ("ar", "سلام", "\u200fسلام\u200f"),
    ("fa", "زندانی", "زنداني سياسي"),
    ("fa", "زنداني سياسي", "زندانی سیاسی"),
    ("fa", "کتاب‌های", "كتاب‌هاي ممنوعه"),
    ("fa", "کتابهای", "کتاب‌های ممنوعه"),
    ("fa", "کتاب های", "کتاب‌های ممنوعه"),
    ("fa", "کتاب‌های", "کتابهای ممنوعه"),
    ("fa", "کتاب‌های", "کتاب های ممنوعه"),
    ("fa", "نمیخواهند", "نمی‌خواهند"),
    ("fa", "خانه ما", "خانهٔ ما"),
    ("fa", "خانه ما", "خانۀ ما"),
    ("fa", "خانه‌ی ما", "خانهٔ ما"),
    ("fa", "خانه ی ما", "خانه‌ی ما"),
    ("fa", "تاثیر", "تأثیر"),
    ("fa", "ایه", "آیة"),
    ("fa", "پاییز", "پائیز"),
    ("fa", "حقوق", "حقوقِ زندانیان"),
    ("fa", "1403", "سال ۱۴۰۳"),
    ("fa", "٤٥٦", "۴۵۶"),
    ("fa", "دانشگاه", "دانشگاھ"),
]


@pytest.mark.parametrize(("edition", "query", "text"), FOUND)
def test_a_word_is_found_in_another_spelling(edition, query, text):
    assert is_found(query, text, edition)


@pytest.mark.parametrize(
    ("edition", "query", "text"),
    [
        ("en", "nejad", "Nejat"),
        ("en", "resume", "resumed"),
        ("sq", "gjuhe", "qytet"),
        ("ar", "حقوق", "حق"),
        ("ar", "سعيد", "سعد"),
        ("fa", "گل", "کل"),
        ("fa", "پیر", "بیر"),
        ("fa", "ژاله", "زاله"),
        ("fa", "بی", "خانه‌ی"),
        ("fa", "1403", "۱۴۰۴"),
    ],
)
def test_another_word_is_not_found(edition, query, text):
    assert not is_found(query, text, edition)


def test_folded_words_are_divided_by_single_spaces():
    assert fold("  Nejat\u00a0\n Society\u200c ", "en") == "nejat society"


def test_the_persian_linking_yeh_is_a_word_elsewhere():
    assert fold("خانه ی ما", "ar") == "خانه ی ما"
    assert fold("خانه یک", "fa") == "خانه یک"


def test_joined_forms_are_those_of_compounds_alone():
    assert fold_joined("كتاب‌هاي خوبِ مي‌خوانم", "fa") == "کتابهای میخوانم"
    assert fold_joined("کتاب خوب", "fa") == ""


@given(st.text(), st.sampled_from(["en", "ar", "fa", "sq"]))
def test_a_folded_text_folds_to_itself(text, edition):
    folded = fold(text, edition)

    assert fold(folded, edition) == folded
