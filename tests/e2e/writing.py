"""What an editor does with a body in the form of its article."""

from playwright.sync_api import Locator, Page, expect

from articles.models import Article


def open_body(editor: Page, article: Article, edition: str = "English") -> Locator:
    """Open the form of the article; return the text of its body in the edition."""
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.get_by_role("tab", name=edition).click()
    return editor.locator(".rich-text:visible")


def save(editor: Page) -> None:
    """Save, and stay."""
    editor.get_by_role("button", name="Save and continue editing").first.click()
    expect(editor.locator(".messagelist .success")).to_be_visible()


def tool(editor: Page, name: str) -> Locator:
    """Return the tool of that name above the text."""
    return editor.locator(".rich-toolbar:visible").get_by_role("button", name=name, exact=True)


def html_of(editor: Page, code: str = "en") -> str:
    """Return what the form would send as the body, in one line."""
    return editor.locator(f"#id_body_{code}").input_value().replace("\n", "")


def settle(editor: Page) -> None:
    """Wait until the editor knows where the cursor is: the browser tells it with the next frame."""
    editor.evaluate("""() => new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    })""")
