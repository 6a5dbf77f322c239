import pytest

from nejat.text import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Annual Report 2021", "annual-report-2021"),
        ("  Camp Ashraf: the *last* days…  ", "camp-ashraf-the-last-days"),
        ("snake_case -- and---dashes", "snake-case-and-dashes"),
        ("Të drejtat e njeriut në Shqipëri", "të-drejtat-e-njeriut-në-shqipëri"),
        ("T\u00cb DREJTAT", "t\u00eb-drejtat"),
        ("Te\u0308", "t\u00eb"),
        ("کتاب‌های ممنوعه", "کتاب-های-ممنوعه"),
        ("گزارش سال ۱۴۰۳؛ «بخش نهم»", "گزارش-سال-۱۴۰۳-بخش-نهم"),
        ("خانۀ ما و خانهٔ شما", "خانۀ-ما-و-خانه-شما"),
        ("حُقُوقُ الإنْسَانِ", "حقوق-الإنسان"),
        ("العـــراق كما هو", "العراق-كما-هو"),
        ("ﻻ ﻛﺘﺎﺏ", "لا-كتاب"),
        ("\u202bمتن\u202c \u2067x\u2069\u200f y\x00z\u0007", "متن-x-y-z"),
        ("soft\u00adhyphen and\ufeff joiner\u200d", "softhyphen-and-joiner"),
        ("a/b?c#d%e&f", "a-b-c-d-e-f"),
        ("", ""),
        ("؟!… \u200c\u200f", ""),
    ],
)
def test_a_slug_is_what_is_left_of_words(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 80),
        ("a" * 80 + " b", "a" * 80),
        ("a" * 79 + " b", "a" * 79),
        ("a" * 39 + " " + "b" * 40 + " c", "a" * 39 + "-" + "b" * 40),
        ("کتاب " * 30, "-".join(["کتاب"] * 16)),
    ],
)
def test_a_slug_has_eighty_characters_and_whole_words(text, slug):
    assert slugify(text) == slug
