import gzip
import io
import zipfile

import pytest

from nejat.wordpress.reader import ExportError, Item, Problem, Site, Term, read_export
from nejat.wordpress.reader import source as source_module


def ids(path):
    return [record.old_id for record in read_export(path) if isinstance(record, Item)]


@pytest.fixture
def archive(tmp_path):
    def build(**files):
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for name, data in files.items():
                out.writestr(name, data)
        return path

    return build


def test_a_plain_file_is_read(tmp_path, wxr, post):
    path = tmp_path / "export.xml"
    path.write_bytes(wxr(post(1)))

    assert ids(path) == [1]


def test_a_gzipped_file_is_read_whatever_its_name(tmp_path, wxr, post):
    path = tmp_path / "export.xml"
    path.write_bytes(gzip.compress(wxr(post(1), post(2))))

    assert ids(path) == [1, 2]


def test_all_files_of_a_zip_are_read_in_the_order_of_their_names(archive, wxr, post):
    term = "<wp:tag><wp:tag_slug>t</wp:tag_slug></wp:tag>"
    path = archive(
        **{
            "part-2.xml": wxr(term, post(2)),
            "part-1.xml": wxr(term, post(1)),
            "__MACOSX/part-1.xml": b"junk",
            "notes.txt": b"junk",
        }
    )

    records = list(read_export(path))

    assert [type(record) for record in records] == [Site, Term, Item, Site, Item]
    assert [records[2].old_id, records[4].old_id] == [1, 2]


def test_a_missing_an_empty_and_a_useless_file_are_refused(tmp_path, archive):
    empty = tmp_path / "empty.xml"
    empty.touch()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 and no more")

    for path, message in (
        (tmp_path / "none.xml", "none.xml cannot be opened: No such file or directory"),
        (empty, "empty.xml is empty"),
        (broken, "broken.zip is not a readable zip file: File is not a zip file"),
        (archive(**{"a.txt": b""}), "export.zip holds no .xml file"),
    ):
        with pytest.raises(ExportError) as refusal:
            list(read_export(path))
        assert str(refusal.value) == message


def test_a_gzipped_file_cut_short_gives_what_is_whole(tmp_path, wxr, post):
    packed = gzip.compress(wxr(post(1), *(post(n, body=str(n) * 99) for n in range(2, 500))))
    path = tmp_path / "export.xml.gz"
    path.write_bytes(packed[: len(packed) // 2])

    records = list(read_export(path))

    assert isinstance(records[1], Item)
    assert isinstance(records[-1], Problem)
    assert records[-1].reason.startswith("the archive is damaged: ")


def test_a_bomb_is_refused_before_it_fills_anything(archive, monkeypatch):
    monkeypatch.setattr(source_module, "ALWAYS_ALLOWED", 1 << 20)
    path = archive(**{"bomb.xml": b"<rss><channel>" + bytes(8 << 20)})

    with pytest.raises(ExportError, match="unpacks to far more"):
        list(read_export(path))


def test_a_bounded_stream_gives_what_fits():
    stream = source_module.BoundedStream(io.BytesIO(b"abc"), 3)

    assert [stream.read(2), stream.read(2), stream.read(2)] == [b"ab", b"c", b""]
