"""What the whole site asks of a piece of text: folding, slugs, cleaning and counting."""

from nejat.text.cleaning import clean_html
from nejat.text.directing import directed
from nejat.text.folding import fold, fold_joined, slugify
from nejat.text.pasting import clean_pasted
from nejat.text.reading import (
    first_words,
    lines_of,
    plain_paragraphs,
    plain_text,
    reading_minutes,
    word_count,
)

__all__ = [
    "clean_html",
    "clean_pasted",
    "directed",
    "first_words",
    "fold",
    "fold_joined",
    "lines_of",
    "plain_paragraphs",
    "plain_text",
    "reading_minutes",
    "slugify",
    "word_count",
]
