"""Videos: their film and their subtitles pass their gates; other works of the library."""

import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from media_library.models import Cartoon, NewsPicture, Video
from tests.admin.desk import filled_in, nodes
from tests.factories import make_image, make_video

pytestmark = pytest.mark.django_db

VIDEO = "/admin/media_library/video/"
SRT = "1\n00:00:01,000 --> 00:00:02,500\nسلام <script>x</script>\n"
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nسلام x\n"


def _box(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


FILM = _box(b"ftyp", b"isom\0\0\0\0mp42") + _box(b"moov", b"0" * 16) + _box(b"mdat", b"0" * 16)


def _add(client, to: str = VIDEO, **values: object) -> dict[str, list[str]]:
    answer = client.post(f"{to}add/", {"title_fa": "فیلم", **values})
    return {} if answer.status_code == 302 else dict(answer.context["adminform"].form.errors)


def test_a_film_of_our_own_is_taken(admin_client):
    assert _add(admin_client, file=SimpleUploadedFile("film.mp4", FILM), state_fa="published") == {}

    [video] = Video.objects.published("fa")
    assert video.file.read() == FILM
    video.file.close()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("film.mov", FILM, "This film is of the kind MOV. Please convert it to MP4."),
        ("film.mp4", FILM[:-4], "This film is cut short."),
        ("film.mp4", b"<html>", "This file is not what its name says."),
        ("film.exe", FILM, "This is no film."),
    ],
)
def test_what_is_no_film_is_refused_with_a_sentence(admin_client, name, content, sentence):
    errors = _add(admin_client, file=SimpleUploadedFile(name, content))

    assert list(errors) == ["file"]
    assert errors["file"][0].startswith(sentence)
    assert Video.objects.count() == 0


def test_subtitles_are_stored_as_clean_webvtt_in_their_edition(admin_client):
    words = SimpleUploadedFile("words.srt", SRT.encode())

    assert _add(admin_client, subtitles_fa=words) == {}

    video = Video.objects.get()
    assert video.subtitles_fa.name.endswith("/words.vtt")
    assert video.subtitles_fa.read().decode() == VTT
    assert not video.subtitles_en
    video.subtitles_fa.close()


@pytest.mark.parametrize("code", ["en", "fa"])
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("words.vtt", SRT.encode(), "These subtitles do not begin with the word WEBVTT."),
        ("words.srt", "سلام".encode("cp1256"), "These subtitles are not in UTF-8."),
        ("words.txt", SRT.encode(), "Please choose subtitles whose name ends in .vtt or .srt."),
        ("words.srt", b"1\nhello\n", "Line 1 should be a time"),
    ],
)
def test_subtitles_that_cannot_be_read_are_refused_at_their_field(
    admin_client, code, name, content, sentence
):
    errors = _add(admin_client, **{f"subtitles_{code}": SimpleUploadedFile(name, content)})

    assert list(errors) == [f"subtitles_{code}"]
    assert errors[f"subtitles_{code}"][0].startswith(sentence)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_form_saved_as_it_stands_keeps_its_files(speak, language):
    client = speak(language)
    words = SimpleUploadedFile("words.srt", SRT.encode())
    _add(client, subtitles_fa=words, file=SimpleUploadedFile("film.mp4", FILM))
    before = Video.objects.values("file", "subtitles_fa", "subtitles_en").get()
    address = f"{VIDEO}{Video.objects.get().pk}/change/"

    assert client.post(address, filled_in(client, address)).status_code == 302
    assert Video.objects.values("file", "subtitles_fa", "subtitles_en").get() == before


@pytest.mark.parametrize("language", ["en", "fa"])
def test_subtitles_can_be_taken_away(speak, language):
    client = speak(language)
    _add(client, subtitles_fa=SimpleUploadedFile("words.srt", SRT.encode()))
    address = f"{VIDEO}{Video.objects.get().pk}/change/"

    client.post(address, filled_in(client, address) | {"subtitles_fa-clear": "on"})

    assert not Video.objects.get().subtitles_fa


def test_an_address_of_no_known_site_is_refused(admin_client):
    assert list(_add(admin_client, address="https://example.org/film")) == ["address"]


def test_a_video_has_address_or_file_before_it_is_published(admin_client):
    assert list(_add(admin_client, state_fa="published")) == ["state_fa"]


@pytest.mark.parametrize(("kind", "model"), [("cartoon", Cartoon), ("newspicture", NewsPicture)])
def test_a_picture_work_needs_its_picture_to_be_published(admin_client, kind, model):
    address = f"/admin/media_library/{kind}/"

    assert list(_add(admin_client, address, state_fa="published")) == ["state_fa"]
    picture = {"image": make_image().pk}
    assert _add(admin_client, address, state_fa="published", **picture) == {}
    assert len(model.objects.published("fa")) == 1


def test_each_kind_has_its_own_fields_in_every_edition(speak):
    own = {
        "cartoon": {"words_fa", "body_fa"},
        "newspicture": {"source_name_fa", "source_address_fa", "body_fa"},
        "photogallery": {"body_fa"},
        "video": {"transcript_fa", "subtitles_fa", "body_fa"},
    }
    for kind, expected in own.items():
        page = speak("en").get(f"/admin/media_library/{kind}/add/")
        found = {field.attributes["name"] for field in nodes(page, ".edition-fa [name]")}
        assert expected <= found
        assert not (found & {"body", "words", "transcript"})


def test_the_film_of_another_site_keeps_its_picture(admin_client):
    video = make_video("fa", image=make_image())
    address = f"{VIDEO}{video.pk}/change/"

    admin_client.post(address, filled_in(admin_client, address))

    assert Video.objects.get().image_id == video.image_id
