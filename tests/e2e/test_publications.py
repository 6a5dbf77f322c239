"""An issue in a real browser, from ticked articles to its readers, and its PDF as it looks."""

import os
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article
from media_library.library import make_renditions
from nejat.editions.registry import CODES
from publications.making import make_pdf
from publications.models import Issue
from tests.factories import make_article, make_book, make_image, make_issue
from tests.publications.pdfs import WORDS, needs_fonts

GATHER = "/admin/publications/issue/gather/"
A4 = (595.28, 841.89)
DRAWN_AT = 2
"""Pixels a point of the pages kept as pictures."""
ARTIFACTS = Path(os.environ.get("ARTIFACTS_DIR") or settings.BASE_DIR / "var/artifacts")
# Rules that Django's own admin pages break by themselves, and its widgets.
DJANGOS_OWN = {
    "empty-table-header",
    "label-title-only",
    "landmark-one-main",
    "link-in-text-block",
    "region",
}
WIDGETS = {"exclude": [".select2-container", "[name$=-DELETE]"]}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


pytestmark = pytest.mark.usefixtures("one_request_at_a_time")


def _articles() -> list[Article]:
    """Five articles, public in English and in Persian."""
    made = []
    for number, sign in enumerate("۱۲۳۴۵", start=1):
        article = make_article("fa", title=f"نامهٔ {sign}", standfirst=f"کوتاهِ {sign}")
        article.set_in("en", title=f"Letter {number}", standfirst=f"Short {number}.")
        article.set_in("en", state="published")
        article.save()
        made.append(article)
    return made


def _illustrated(code: str) -> Issue:
    """An issue as readers know it: a cover, an intro, entries with and without pictures."""
    title, entry_title, _date = WORDS[code]
    images = [make_image(code, colour=c, size=(1600, 1000)) for c in ("teal", "peru", "olive")]
    for image in images:
        make_renditions(image)
    words = {"standfirst": f"{entry_title}. " * 12, "source_name": title}
    articles = [
        make_article(code, title=f"{entry_title} {number}", lead_image=image, **words)
        for number, image in enumerate([*images[1:], None, None], start=1)
    ]
    body = f"<p>{title}. {entry_title}.</p>"
    return make_issue(code, "pars-brief", number=73, cover=images[0], articles=articles, body=body)


def _publish(editor, code: str, tab: str) -> None:
    editor.get_by_role("tab", name=tab).click()
    editor.locator(f".steps[data-code={code}]").get_by_role("button", name="Publish").click()
    expect(editor.locator(".messagelist")).to_contain_text(f"{tab}: Published.")


def _save(editor, button: str = "_continue") -> None:
    editor.locator(f".action-bar [name={button}]").click()
    expect(editor.locator(".messagelist .success")).to_be_visible()


def _holds(page, *titles: str) -> None:
    expect(page.locator("section.entry h2")).to_have_text(titles)


def _gather(editor, *titles: str) -> None:
    editor.goto("/admin/publications/issue/")
    editor.get_by_role("link", name="New issue from articles").click()
    for title in titles:
        editor.get_by_role("checkbox", name=title).focus()
        editor.keyboard.press("Space")
    editor.get_by_role("button", name="Make the issue").press("Enter")
    expect(editor.locator(".inline-related.has_original")).to_have_count(len(titles))


@needs_fonts
def test_an_issue_goes_the_whole_way_from_articles_to_readers(editor):
    _articles()
    _gather(editor, *(f"Letter {number}" for number in range(1, 6)))
    labels = editor.locator(".inline-related.has_original .inline_label")
    expect(labels).to_have_text([f"Letter {number}" for number in (5, 4, 3, 2, 1)])

    editor.get_by_role("button", name="Move down: Letter 5").focus()
    editor.keyboard.press("Enter")
    expect(editor.locator("#order-said")).to_have_text("Now in place 2 of 5")
    editor.get_by_role("button", name="Move up: Letter 1").focus()
    for _ in range(4):
        editor.keyboard.press("Enter")
    expect(editor.get_by_role("button", name="Move down: Letter 1")).to_be_focused()
    editor.keyboard.press("Enter")
    editor.keyboard.press("Shift+Tab")
    expect(editor.get_by_role("button", name="Move up: Letter 1")).to_be_focused()
    editor.keyboard.press("Enter")
    _save(editor)
    order = (1, 4, 5, 3, 2)
    expect(labels).to_have_text([f"Letter {number}" for number in order])

    form = editor.url
    editor.get_by_role("link", name="Page فارسی").click()
    expect(editor.locator("html")).to_have_attribute("dir", "rtl")
    _holds(editor, *(f"نامهٔ {'۰۱۲۳۴۵'[number]}" for number in order))
    expect(editor.locator("section.entry p").first).to_have_text("کوتاهِ ۱")

    editor.goto(form)
    for name in ("English", "فارسی"):
        editor.get_by_role("button", name=f"Make the PDF {name}").press("Enter")
        expect(editor.locator(".messagelist .success")).to_have_text(f"The PDF was made: {name}.")
        expect(editor.get_by_role("button", name=f"Make the PDF anew {name}")).to_be_visible()
    _publish(editor, "en", "English")
    _publish(editor, "fa", "فارسی")
    _save(editor, "_save")

    _is_read(editor, "en", [f"Letter {number}" for number in order])
    _is_read(editor, "fa", [f"نامهٔ {'۰۱۲۳۴۵'[number]}" for number in order])
    assert editor.foreign == []


def _is_read(page, code: str, titles: list[str]) -> None:
    """Find the issue on the home page and in the list of an edition, and read it and its PDF."""
    title = Issue.objects.get().get_in("title", code)
    for address in (f"/{code}/", f"/{code}/publications/newsletter/"):
        page.goto(address)
        expect(page.locator(".tile-publication h2")).to_have_text([title])
    page.locator(".tile-publication h2 a").press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    _holds(page, *titles)
    expect(page.locator(".contents a")).to_have_text(titles)
    answer = page.request.get(page.locator(".files a.file").get_attribute("href"))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body().startswith(b"%PDF-")


@needs_fonts
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("code", CODES)
def test_the_first_page_of_a_pdf_is_a_full_page_of_a4(code):
    row = make_pdf(_illustrated(code), code, "https://example.org")

    with default_storage.open(row.file.name) as file, closing(pypdfium2.PdfDocument(file)) as pdf:
        size = pdf[0].get_size()
        page = pdf[0].render(scale=DRAWN_AT).to_pil().convert("RGB")
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    page.save(ARTIFACTS / f"issue-{code}.png")

    assert size == pytest.approx(A4, abs=1)
    assert page.size == tuple(pytest.approx(side * DRAWN_AT, abs=2) for side in A4)
    for part in (0, 1, 2):  # head, middle and foot
        assert _share_of_ink(page, part) > 0.01


def _share_of_ink(page: Image.Image, third: int) -> float:
    """How much of an upper, middle or lower third of a page differs from the paper's colour."""
    paper = page.getpixel((2, page.height - 2))
    height = page.height // 3
    piece = page.crop((0, third * height, page.width, (third + 1) * height))
    counts = {colour: count for count, colour in piece.getcolors(piece.width * piece.height)}
    return 1 - counts.get(paper, 0) / (piece.width * piece.height)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_pages_of_the_desk_break_no_rule_of_accessibility(editor, code):
    issue = make_issue("fa", articles=_articles(), number=7)
    issue.entries.create(position=9, title_fa="از جای دیگر")
    issue.files.create(edition="fa", kind="pdf", file="publications/letter.pdf", pages=2)
    book = make_book("fa", languages=["fa"])
    book.shops.create(name="Bookshop", address="https://example.org/")
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
    found = {}
    for address in (
        "/admin/publications/issue/",
        GATHER,
        f"{GATHER}?issue={issue.pk}",
        f"/admin/publications/issue/{issue.pk}/change/",
        "/admin/publications/book/",
        f"/admin/publications/book/{book.pk}/change/",
    ):
        editor.goto(address)
        violations = Axe().run(editor, context=WIDGETS).response["violations"]
        ours = [(v["id"], v["nodes"][0]["html"]) for v in violations if v["id"] not in DJANGOS_OWN]
        if ours:
            found[address] = ours

    assert found == {}
    assert editor.foreign == []


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_desk_is_whole_on_a_phone(editor, code):
    issue = make_issue("fa", articles=_articles(), number=7)
    issue.files.create(edition="fa", kind="pdf", file="a.pdf", made_at=issue.updated_at)
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
    editor.set_viewport_size({"width": 390, "height": 844})

    editor.goto(f"/admin/publications/issue/{issue.pk}/change/")

    assert editor.evaluate("document.documentElement.scrollWidth") == 390
    things = editor.locator(".desk :is(th, td, a, button)").all()
    boxes = [box for thing in things if (box := thing.bounding_box()) and box["width"] > 1]
    assert len(boxes) > 20
    assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > 390] == []


@pytest.mark.parametrize("code", ["en", "fa"])
def test_long_words_make_an_issue_no_wider_than_a_small_phone(reader, transactional_db, code):
    issue = make_issue(code, title=LONG, standfirst=LONG, body=f"<p>{LONG}</p>")
    words = {"title": LONG, "teaser": LONG, "source_name": LONG}
    entry = issue.entries.create(position=1)
    entry.set_in(code, **words, source_address=f"https://example.org/{LONG}")
    entry.save()
    issue.files.create(edition=code, kind="pdf", file="a.pdf", pages=1200, byte_size=10**9)
    reader.set_viewport_size({"width": 320, "height": 800})
    widths = {}
    for address in (issue.url_in(code), f"/{code}/publications/newsletter/", f"/{code}/"):
        reader.goto(address)
        widths[address] = reader.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(widths, 320)
