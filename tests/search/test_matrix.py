"""Which words find which texts, in each edition: keyboards, marks, compounds, digits, accents."""

import pytest

from articles.models import Article
from nejat.search.finding import find
from tests.factories import make_article

pytestmark = pytest.mark.django_db

FOUND = [
    # Keyboards: Arabic and Persian letters that look alike
    ("fa", "علي به خانه رفت", "علی"),
    ("fa", "علی به خانه رفت", "علي"),
    ("fa", "كتاب تازه", "کتاب"),
    ("fa", "کتاب تازه", "كتاب"),
    ("ar", "مکتبة الحی", "مكتبة الحي"),
    ("ar", "على الطريق", "علي الطريق"),
    ("fa", "خانهٔ ما", "خانۀ ما"),
    # Alef, hamza, teh marbuta
    ("ar", "أحمد مع إبراهيم", "احمد ابراهيم"),
    ("ar", "احمد", "أحمد"),
    ("ar", "آمال كبيرة", "امال"),
    ("ar", "المدرسة القديمة", "المدرسه القديمه"),
    ("ar", "مدرسه", "مدرسة"),
    ("fa", "مسئول", "مسیول"),
    ("fa", "آزادی", "ازادی"),
    # Vowel marks and tatweel
    ("ar", "كِتَابٌ جَدِيدٌ", "كتاب جديد"),
    ("ar", "كتاب جديد", "كِتَابٌ"),
    ("ar", "الســــلام", "السلام"),
    ("fa", "مُعَلِّم", "معلم"),
    ("fa", "خـــانه", "خانه"),
    # The article of Arabic and what is written together with it
    ("ar", "الكتاب على الطاولة", "كتاب"),
    ("ar", "كتاب على طاولة", "الكتاب"),
    ("ar", "والكتاب مفتوح", "كتاب"),
    ("ar", "بالمدرسة", "المدرسة"),
    ("ar", "للحديقة باب", "الحديقة"),
    # ZWNJ, a space, joined
    ("fa", "کتاب‌ها را آورد", "کتاب ها"),
    ("fa", "کتاب‌ها را آورد", "کتابها"),
    ("fa", "کتاب ها را آورد", "کتاب‌ها"),
    ("fa", "کتابها را آورد", "کتاب‌ها"),
    ("fa", "کتاب‌هایش را آورد", "کتاب"),
    ("fa", "می‌خواند", "می خواند"),
    ("fa", "می خواند", "می‌خواند"),
    ("fa", "میخواند", "می‌خواند"),
    ("fa", "خانه‌ی ما", "خانه ما"),
    ("fa", "خانه ما", "خانه‌ی ما"),
    ("fa", "خانه ی ما", "خانهٔ ما"),
    # Digits of three sets
    ("fa", "سال ۱۴۰۳", "1403"),
    ("fa", "سال 1403", "۱۴۰۳"),
    ("ar", "عام ٢٠٢١", "2021"),
    ("ar", "عام 2021", "٢٠٢١"),
    ("fa", "سال ٢٠٢١", "۲۰۲۱"),
    # Albanian letters
    ("sq", "Një letër nga kopshti", "nje leter"),
    ("sq", "Nje leter nga kopshti", "një letër"),
    ("sq", "Çaji i mëngjesit", "caji mengjesit"),
    ("sq", "ÇMIMI", "çmimi"),
    # Case, accents, plurals, beginnings, words of two scripts
    ("en", "The Garden of Letters", "garden LETTERS"),
    ("en", "A café by the sea", "cafe"),
    ("en", "One letter", "letters"),
    ("en", "Many letters", "letter"),
    ("en", "Gardening for all", "garden"),
    ("en", "It’s the reader's letter", "it's reader’s"),
    ("fa", "نشریهٔ Pars Brief رسید", "pars brief"),
    ("en", "The word نامه means letter", "نامه"),
    ("en", "A quiet garden day", '"quiet garden"'),
    ("en", "Second-hand books", "second hand"),
]
NOT_FOUND = [
    ("en", "A letter home", "garden"),
    ("en", "A letter home", "letter garden"),
    ("en", "A garden that is quiet", '"quiet garden"'),
    ("en", "The cartel", "art"),
    ("en", "Breakfast", "fast"),
    ("fa", "کتاب تازه", "نامه"),
    ("fa", "سال ۱۴۰۳", "۱۴۰۴"),
    ("fa", "گل سرخ", "کل"),
    ("ar", "الكتاب", "المكتبة"),
    ("ar", "الله", "له"),
    ("sq", "Një letër", "libri"),
    ("sq", "Shtëpia", "pia"),
    ("en", "A letter home", "..."),
    ("en", "A letter home", ""),
]


def _titles_found(code: str, text: str, query: str) -> list[int]:
    make_article(code, title="—", body=f"<p>{text}</p>")
    return [hit.pk for hit in find(query, [code], limit=10)]


@pytest.mark.parametrize(("code", "text", "query"), FOUND)
def test_a_text_is_found_by_what_readers_type(code, text, query):
    found = _titles_found(code, text, query)

    assert found == [Article.objects.get().pk]


@pytest.mark.parametrize(("code", "text", "query"), NOT_FOUND)
def test_a_text_is_not_found_by_other_words(code, text, query):
    assert _titles_found(code, text, query) == []
