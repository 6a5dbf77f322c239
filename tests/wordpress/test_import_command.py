"""The command: its arguments, its report, its exit code."""

import os

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.migrations.recorder import MigrationRecorder

from articles.models import Article
from nejat.wordpress.models import ImportRecord
from tests.wordpress.wxr import HEAD, Importer, item

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "good.xml"
    path.write_text(HEAD + item(1) + "</channel></rss>")
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"edition": "de"}, "There is no edition 'de': en, ar, fa, sq."),
        ({"media": "nowhere"}, "The media folder nowhere is not a folder."),
        ({"report": "/nowhere/report.json"}, "The report cannot be written"),
    ],
)
def test_a_wrong_argument_ends_with_a_kind_word(export, change, message):
    with pytest.raises(CommandError, match=message):
        call_command("import_wordpress", str(export), **{"edition": "fa", **change})
    assert not ImportRecord.objects.exists()


def test_nothing_is_written_when_one_of_the_files_is_missing(export):
    with pytest.raises(CommandError, match="cannot be imported"):
        call_command("import_wordpress", str(export), "nowhere.xml", edition="fa")
    assert not Article.objects.exists()


@pytest.mark.parametrize("content", ["", "hello", "<rss><channe></rss>", "PK\x03\x04"])
def test_what_is_no_export_is_refused(tmp_path, content):
    path = tmp_path / "export.xml"
    path.write_text(content)

    with pytest.raises(CommandError, match="cannot be imported"):
        call_command("import_wordpress", str(path), edition="fa")


def test_the_report_names_every_kind(run, export):
    report = run.files(export)

    assert list(report) == ["totals", "skipped", "repaired"]
    assert list(report["totals"]) == [
        "post",
        "page",
        "cartoon",
        "newspicture",
        "photogallery",
        "video",
        "book",
        "newsletter",
        "pars-brief",
        "attachment",
        "comment",
        "topic",
        "tag",
        "contributor",
    ]
    assert report["totals"]["post"] == {
        "read": 1,
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
    }


def test_the_report_is_for_people_too(run):
    run(item(1, title="Gone", status="trash"), item(2, post_password="x"))

    assert "post                  2          1          0          0          1" in run.output
    assert "skipped post 1 “Gone”: its status is trash\n" in run.output
    assert "repaired post 2: protected by a password: in review, not published\n" in run.output


def test_a_file_that_is_cut_off_is_saved_as_far_as_it_goes(run, tmp_path):
    path = tmp_path / "cut.xml"
    path.write_text(HEAD + item(1) + "<item><title>Half</title>")

    report = run.files(path)

    assert Article.objects.count() == 1
    assert [(skip["kind"], skip["title"]) for skip in report["skipped"]] == [
        ("item", "Half"),
        ("file", "cut.xml"),
    ]
    assert run.exit_code == 1


@pytest.mark.parametrize(
    ("name", "posts", "others"),
    [
        ("fa-edition-quirks.xml", {"read": 10, "created": 9, "skipped": 1}, 1),
        ("rtl-4lang-polylang.xml", {"read": 7, "created": 7}, 0),
        ("ar-wpml.xml", {"read": 5, "created": 5}, 0),
        ("fa-broken-chars.xml", {"read": 2, "created": 2}, 0),
    ],
)
def test_the_sample_exports_are_imported_once(run, exports, name, posts, others):
    run.files(exports / name)
    assert (run.totals("post"), run.exit_code) == (posts, int("broken" in name))
    for kind in ("video", "newsletter"):
        assert run.totals(kind).get("created", 0) == others
    before = ImportRecord.objects.count()

    run.files(exports / name)

    totals = run.totals("post")
    assert (totals["unchanged"], totals.get("created", 0)) == (posts["created"], 0)
    for kind in ("video", "newsletter"):
        assert run.totals(kind).get("unchanged", 0) == others
    assert ImportRecord.objects.count() == before


def test_progress_is_told_in_lines_when_nobody_watches(run, monkeypatch):
    monkeypatch.setattr("nejat.wordpress.progress.LINE_EVERY", 2)

    run(*map(item, range(1, 5)))

    assert [line.split(",")[0] for line in run.output.splitlines()[:2]] == ["2 items", "4 items"]


def test_lists_of_all_are_equal_in_each_kind(run, exports):
    report = run.files(exports / "fa-edition-quirks.xml")

    for totals in report["totals"].values():
        assert totals["read"] == sum(totals.values()) - totals["read"]


def test_a_dry_run_says_at_its_end_that_nothing_was_written(run):
    run(item(1), dry_run=True)

    assert run.output.splitlines()[-1] == "Nothing was written: this was a dry run."
    assert not Article.objects.exists()


def test_a_run_that_writes_does_not_say_otherwise(run):
    run(item(1))

    assert "dry run" not in run.output


def test_lines_without_an_old_id_have_no_gap(run, tmp_path):
    path = tmp_path / "cut.xml"
    path.write_text("\n" + HEAD + "<item><title>Half</title>")

    run.files(path)

    lines = [line for line in run.output.splitlines() if "Half" in line or "blank" in line]
    assert lines == [
        "skipped item “Half”: the file ends in the middle of it",
        "repaired file: blank lines before the XML declaration",
    ]


def test_menu_entries_are_one_line_for_people_and_all_named_in_json(run):
    run(*(item(number, post_type="nav_menu_item", title="") for number in (1, 2, 3)))

    lines = [line for line in run.output.splitlines() if "nav_menu_item" in line]
    assert lines == [
        "nav_menu_item: 3 skipped",
        "skipped nav_menu_item (3): it is a nav_menu_item, not a text",
    ]
    assert [skip["old_id"] for skip in run.report["skipped"]] == [1, 2, 3]


def test_a_reader_who_leaves_early_sees_no_traceback(export, capfd):
    reader, writer = os.pipe()
    os.close(reader)

    with open(writer, "w") as gone:
        call_command("import_wordpress", str(export), edition="fa", stdout=gone)

    assert capfd.readouterr() == ("", "")
    assert Article.objects.count() == 1


def test_nothing_is_imported_into_a_database_that_is_not_up_to_date(run):
    MigrationRecorder.Migration.objects.filter(app="wordpress").delete()

    with pytest.raises(CommandError, match=r"run “manage\.py migrate” first"):
        run(item(1))
    assert Article.objects.count() == 0
