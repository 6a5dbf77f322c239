"""Files are shown or downloaded, never run as pages of the site."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(settings):
    def store(name: str, content: bytes) -> str:
        path = Path(settings.MEDIA_ROOT, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return f"/files/{name}"

    return store


def _headers(client, address: str) -> dict[str, str]:
    response = client.get(address)
    assert response.status_code == 200
    b"".join(response.streaming_content)
    response.close()
    return dict(response.headers)


def test_a_picture_is_shown_in_place(client, stored):
    headers = _headers(client, stored("2021/garden.jpg", b"\xff\xd8"))

    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Content-Disposition"] == 'inline; filename="garden.jpg"'


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "PAGE.HTML", "bare"])
def test_what_could_act_as_a_page_is_downloaded(client, stored, name):
    headers = _headers(client, stored(name, b"<script>alert(1)</script>"))

    assert headers["Content-Disposition"] == "attachment"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "status"),
    [("../secret_key", 400), ("%2e%2e/secret_key", 400), ("nothing.jpg", 404), ("", 404)],
)
def test_nothing_outside_the_folder_is_found(client, settings, stored, path, status):
    stored("garden.jpg", b"")
    Path(settings.MEDIA_ROOT).parent.joinpath("secret_key").write_text("secret")

    assert client.get(f"/files/{path}").status_code == status
