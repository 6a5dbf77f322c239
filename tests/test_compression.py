"""Pages are sent compressed; files, parts of files and the admin are not."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from nejat.compression import CompressionMiddleware

pytestmark = pytest.mark.django_db

GZIP = {"accept-encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("path", ["/fa/", "/fa/?text-only", "/fa/nowhere/", "/fa/articles/feed/"])
def test_pages_and_feeds_are_compressed_and_the_same(client, path):
    plain, packed = client.get(path), client.get(path, headers=GZIP)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert len(packed.content) < len(plain.content)
    if "feed" not in path:  # which says when it was made
        assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain.headers
    assert [answer.headers["Vary"] for answer in (plain, packed)] == ["Accept-Encoding"] * 2


@pytest.mark.parametrize("accepted", ["", "identity", "br", "xgzipx", "*", "\x00" * 100])
def test_who_does_not_ask_for_it_gets_the_page_as_it_is(client, accepted):
    response = client.get("/fa/", headers={"accept-encoding": accepted})

    assert "Content-Encoding" not in response.headers
    assert response.content.startswith(b"\n<!doctype html>")


def test_the_length_of_the_same_page_differs_from_one_answer_to_the_next(client):
    lengths = {len(client.get("/fa/", headers=GZIP).content) for _ in range(20)}

    assert len(lengths) > 1  # nobody can read from it what stands in the page


def test_the_admin_is_not_compressed(admin_client):
    response = admin_client.get("/admin/", headers=GZIP)

    assert "Content-Encoding" not in response.headers
    assert "Accept-Encoding" not in response.headers["Vary"]


def test_files_and_their_parts_are_counted_in_their_own_bytes(client, settings):
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "notes.vtt").write_bytes(b"WEBVTT\n" * 1_000)

    whole = client.get("/files/notes.vtt", headers=GZIP)
    part = client.get("/files/notes.vtt", headers={**GZIP, "range": "bytes=7-13"})

    assert (whole.getvalue(), whole.headers["Content-Length"]) == (b"WEBVTT\n" * 1_000, "7000")
    assert (part.status_code, part.getvalue()) == (206, b"WEBVTT\n")
    for response in (whole, part):
        assert "Content-Encoding" not in response.headers
        assert "Vary" not in response.headers


@pytest.mark.parametrize("kind", [StreamingHttpResponse, FileResponse])
def test_what_is_streamed_is_left_alone(rf, kind):
    response = kind([b"x" * 1_000], content_type="text/html")

    answer = CompressionMiddleware(lambda request: response)(rf.get("/fa/", headers=GZIP))

    assert b"".join(answer.streaming_content) == b"x" * 1_000
    assert {"Content-Encoding", "Vary"}.isdisjoint(answer.headers)


def test_a_strong_etag_becomes_a_weak_one(rf):
    def view(request):
        return HttpResponse(b"x" * 1_000, headers={"ETag": '"1"'})

    answer = CompressionMiddleware(view)(rf.get("/fa/", headers=GZIP))

    assert answer.headers["ETag"] == 'W/"1"'
