"""Files are shown or downloaded, whole or in parts, and never run as pages of the site."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.http import FileResponse
from PIL import Image

pytestmark = pytest.mark.django_db

FILM = bytes(range(256)) * 1024
SIZE = len(FILM)
A_MOMENT = 1_700_000_000
WRITTEN = "Tue, 14 Nov 2023 22:13:20 GMT"
PLACEHOLDER = Path("nejat/static/nejat/img/missing.png")


@pytest.fixture
def stored(settings):
    def store(name: str, content: bytes) -> str:
        path = Path(settings.MEDIA_ROOT, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (A_MOMENT, A_MOMENT))
        return f"/files/{name}"

    return store


@pytest.fixture
def ask(client, stored):
    """Ask for a film with headers: the answer's status, body and headers."""
    address = stored("2021/film.mp4", FILM)

    def answer(method: str = "get", **headers: str) -> tuple[int, bytes, dict[str, str]]:
        response = getattr(client, method)(address, headers=headers)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        response.close()
        return response.status_code, body, dict(response.headers)

    return answer


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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.avif", "image/avif"),
        ("a.WEBP", "image/webp"),
        ("a.mp4", "video/mp4"),
        ("a.m4v", "video/mp4"),
        ("a.webm", "video/webm"),
        ("a.vtt", "text/vtt; charset=utf-8"),
    ],
)
def test_what_is_shown_in_place_has_a_type_of_ours(client, stored, name, expected):
    headers = _headers(client, stored(name, b"a"))

    assert headers["Content-Type"] == expected
    assert headers["Content-Disposition"] == f'inline; filename="{name}"'
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "PAGE.HTML", "bare"])
def test_what_could_act_as_a_page_is_downloaded(client, stored, name):
    headers = _headers(client, stored(name, b"<script>alert(1)</script>"))

    assert headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_pdf_is_shown_by_the_viewer_of_a_browser(client, stored):
    headers = _headers(client, stored("2021/book.PDF", b"%PDF-1.7"))

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == 'inline; filename="book.PDF"'
    assert headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_epub_is_downloaded_as_what_it_is(client, stored):
    headers = _headers(client, stored("book.epub", b"PK"))

    assert headers["Content-Type"] == "application/epub+zip"
    assert headers["Content-Disposition"] == 'attachment; filename="book.epub"'
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("parameter", ["download", "download=", "download=0", "a=1&download=x"])
def test_a_reader_may_ask_to_keep_a_file(client, stored, parameter):
    headers = _headers(client, stored("2021/کتاب.pdf", b"%PDF-1.7") + f"?{parameter}")

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''%DA%A9%D8%AA%D8%A7%D8%A8.pdf"
    )


def test_a_part_of_a_file_may_be_kept_too(client, stored):
    address = stored("film.mp4", FILM) + "?download"

    response = client.get(address, headers={"range": "bytes=10-19"})

    assert (response.status_code, response.getvalue()) == (206, FILM[10:20])
    assert response["Content-Disposition"] == 'attachment; filename="film.mp4"'


def test_a_missing_file_is_missing_as_a_download_too(client):
    assert client.get("/files/a.pdf?download").status_code == 404
    assert "Content-Disposition" not in client.get("/files/a.jpg?download").headers


@pytest.mark.parametrize(
    "path",
    [
        "../secret_key",
        "%2e%2e/secret_key",
        "2021/../garden.pdf",
        "./garden.pdf",
        "/garden.pdf",
        "2021//film.pdf",
        "..%5csecret_key",
        "2021%5cfilm.pdf",
        "garden.pdf%00.txt",
        "garden.pdf/",
        "garden.pdf/a",
        "x" * 300,
        "2021",
        "2021/",
        "",
        ".",
        "nothing.pdf",
    ],
)
def test_nothing_but_the_files_of_the_folder_is_found(client, settings, stored, path):
    stored("garden.pdf", b"")
    stored("2021/film.pdf", b"")
    stored("2021\\film.pdf", b"")
    Path(settings.MEDIA_ROOT).parent.joinpath("secret_key").write_text("secret")

    assert client.get(f"/files/{path}").status_code == 404


def test_an_absolute_path_is_not_found(client, settings):
    secret = Path(settings.MEDIA_ROOT).parent / "secret_key"
    secret.write_text("secret")

    assert client.get(f"/files/{secret}").status_code == 404


def test_a_whole_file_says_that_it_has_parts(ask):
    status, body, headers = ask()

    assert (status, body) == (200, FILM)
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Content-Length"] == str(SIZE)
    assert headers["Last-Modified"] == WRITTEN
    assert headers["Cache-Control"] == "public, max-age=86400"
    assert "Content-Range" not in headers


@pytest.mark.parametrize("asked", [{}, {"Range": "bytes=0-4"}, {"Range": f"bytes={SIZE}-"}])
def test_a_file_is_in_no_language_of_ours_and_the_same_for_everybody(ask, asked):
    _status, _body, headers = ask(**asked)

    assert {"Content-Language", "Vary"}.isdisjoint(headers)


@pytest.mark.parametrize(
    ("asked", "first", "stop"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, SIZE),
        ("bytes=-50", SIZE - 50, SIZE),
        ("bytes=1-200000", 1, 200_001),
        ("bytes=0-999999999", 0, SIZE),
    ],
)
def test_a_part_is_answered_with_its_place(ask, asked, first, stop):
    status, body, headers = ask(range=asked)

    assert (status, body) == (206, FILM[first:stop])
    assert headers["Content-Range"] == f"bytes {first}-{stop - 1}/{SIZE}"
    assert headers["Content-Length"] == str(stop - first)
    assert headers["Content-Type"] == "video/mp4"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=-0"])
def test_a_part_beyond_the_file_is_refused_and_not_kept(ask, asked):
    status, body, headers = ask(range=asked)

    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == f"bytes */{SIZE}"
    assert "Cache-Control" not in headers


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=0-1,5-9", "lines=1-2", "bytes=a-"])
def test_what_is_no_single_range_is_answered_with_the_whole(ask, asked):
    status, body, headers = ask(range=asked)

    assert (status, body) == (200, FILM)
    assert "Content-Range" not in headers


def test_a_part_is_given_only_of_the_version_the_reader_holds(ask):
    etag = ask()[2]["ETag"]
    held = [etag, WRITTEN, '"another"', f"W/{etag}", "Tue, 14 Nov 2023 22:13:21 GMT", "nonsense"]

    statuses = [ask(range="bytes=0-99", **{"if-range": version})[0] for version in held]

    assert statuses == [206, 206, 200, 200, 200, 200]


def test_what_has_not_changed_is_not_sent_again(ask):
    etag = ask()[2]["ETag"]

    since = ask(**{"if-modified-since": WRITTEN, "range": "bytes=0-99"})
    matched = ask(**{"if-none-match": etag})
    changed = ask(**{"if-modified-since": "Tue, 14 Nov 2023 22:13:19 GMT"})

    assert [since[:2], matched[:2], changed[:2]] == [(304, b""), (304, b""), (200, FILM)]
    assert (since[2]["ETag"], since[2]["Cache-Control"]) == (etag, "public, max-age=86400")


def test_another_content_at_the_same_address_has_another_etag(ask, stored):
    before = ask()[2]["ETag"]
    stored("2021/film.mp4", FILM + b"more")

    assert ask(**{"if-none-match": before})[:2] == (200, FILM + b"more")


def test_a_head_is_told_of_the_whole_file(ask):
    status, body, headers = ask("head", range="bytes=0-99")

    assert (status, body, headers["Content-Length"]) == (200, b"", str(SIZE))


def test_nothing_can_be_sent_to_a_file(ask):
    assert ask("post")[0] == 405


def test_a_long_part_is_read_in_chunks(client, stored):
    response = client.get(stored("film.mp4", FILM), headers={"range": "bytes=10-200009"})

    chunks = [len(chunk) for chunk in response.streaming_content]
    response.close()

    assert isinstance(response, FileResponse)
    assert chunks == [65536, 65536, 65536, 3392]


def test_files_of_another_storage_are_served_as_well(client, settings):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"default": memory}
    default_storage.save("films/a.mp4", BytesIO(FILM))

    response = client.get("/files/films/a.mp4", headers={"range": "bytes=-3"})
    folder, outside = client.get("/files/films"), client.get("/files/../a.mp4")

    assert (response.status_code, response.getvalue()) == (206, FILM[-3:])
    assert (folder.status_code, outside.status_code) == (404, 404)


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "b/a.png", "a.gif", "a.webp", "../a.avif"])
def test_a_missing_picture_is_a_picture_that_says_so(client, name):
    response = client.get(f"/files/{name}")

    assert (response.status_code, response["Content-Type"]) == (404, "image/png")
    assert response.content == PLACEHOLDER.read_bytes()
    assert response["Cache-Control"] == ("max-age=0, no-cache, no-store, must-revalidate, private")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_the_placeholder_is_a_small_file():
    with Image.open(PLACEHOLDER) as picture:
        assert (picture.size, picture.convert("RGB").getpixel((0, 0))) == (
            (800, 500),
            (0xF1, 0xEA, 0xDD),
        )
    assert PLACEHOLDER.stat().st_size < 3072


@pytest.mark.parametrize("name", ["a.mp4", "a.pdf", "a.svg", "a.vtt", "jpg"])
def test_what_else_is_missing_keeps_the_short_answer(client, name):
    response = client.get(f"/files/{name}")

    assert response.status_code == 404
    assert response["Content-Type"] == "text/html; charset=utf-8"
