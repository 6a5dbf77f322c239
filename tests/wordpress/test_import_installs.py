"""An edition belongs to the install that filled it: old ids mean nothing in another one."""

import pytest
from django.core.management.base import CommandError

from articles.models import Article
from nejat.wordpress.models import ImportRecord
from tests.wordpress.wxr import HEAD, Importer, item, link, term

pytestmark = pytest.mark.django_db

OTHER = HEAD.replace("https://example.org/fa", "https://other.example/blog")


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def export(tmp_path):
    def write(head, *parts, name="other.xml"):
        path = tmp_path / name
        path.write_text(head + "".join(parts) + "</channel></rss>", encoding="utf-8")
        return path

    return write


def titles():
    return sorted(Article.objects.values_list("title_fa", flat=True))


@pytest.mark.parametrize("options", [{}, {"resume": True}, {"dry_run": True}])
def test_another_install_is_refused_before_anything_is_written(run, export, options):
    run(item(1, title="Ours"))
    path = export(OTHER, item(1, title="Theirs"), item(2, title="New"))

    with pytest.raises(CommandError) as refused:
        run.files(path, **options)

    assert str(refused.value) == (
        "The edition fa was filled from example.org/fa, and the numbers in other.example/blog "
        "mean other works. Nothing was written: import it into another edition."
    )
    assert titles() == ["Ours"]
    assert ImportRecord.objects.count() == 1


@pytest.mark.parametrize(
    "address", ["http://example.org/fa", "https://www.Example.org/fa/", "", "//example.org/fa"]
)
def test_the_same_install_may_be_written_in_another_way(run, export, address):
    run(item(1, title="Old"))

    run.files(export(HEAD.replace("https://example.org/fa", address), item(1, title="New")))

    assert titles() == ["New"]


def test_an_install_may_follow_one_that_named_no_address(run, export):
    run.files(export(HEAD.replace("https://example.org/fa", ""), item(1)))

    run(item(1, title="Named"))

    assert titles() == ["Named"]


def test_two_installs_fill_two_editions(run, export):
    run(item(1, title="Ours"))

    run.files(export(OTHER, item(1, title="Theirs", link="")), edition="en")

    assert sorted(Article.objects.values_list("title_fa", "title_en")) == [
        ("", "Theirs"),
        ("Ours", ""),
    ]


def test_a_text_in_another_language_counts_where_it_would_be_written(run, export):
    run(item(1, title="Ours"))
    path = export(OTHER, item(1, link("language", "en")), item(2, link("language", "fa")))

    with pytest.raises(CommandError, match=r"The edition fa was filled from example\.org/fa"):
        run.files(path, edition="en")

    assert titles() == ["Ours"]


def test_an_edition_reached_through_a_language_belongs_to_the_install_too(run, export):
    run(item(1, link("language", "en"), title="Ours"))

    with pytest.raises(CommandError, match=r"The edition en was filled from example\.org/fa"):
        run.files(export(OTHER, item(1, link="")), edition="en")


def test_a_label_in_another_language_counts_too(run, export):
    run(item(1))
    members = 'a:1:{s:2:"fa";i:7;}'
    label = "<wp:tag><wp:term_id>7</wp:term_id><wp:tag_slug>rain</wp:tag_slug></wp:tag>"
    path = export(OTHER, term(0, "term_translations", "t", "t", members), label)

    with pytest.raises(CommandError, match=r"The edition fa was filled from example\.org/fa"):
        run.files(path, edition="en")


def test_what_a_dry_run_read_claims_no_edition(run, export):
    run(item(1), dry_run=True)

    run.files(export(OTHER, item(1, title="Theirs", link="")))

    assert titles() == ["Theirs"]


def test_the_files_of_one_call_come_from_one_install(run, export):
    paths = export(HEAD, item(1), name="a.xml"), export(OTHER, item(1), name="b.xml")

    with pytest.raises(CommandError, match=r"example\.org/fa and other\.example/blog: import each"):
        run.files(*paths)

    assert titles() == []
