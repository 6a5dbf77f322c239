"""Redirects come from a table and go into one."""

import csv
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from nejat.missing import importing
from nejat.missing.models import MissingAddress, Redirect
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_article
from tests.missing.making import make_redirect, noted, targets
from tests.sql import captured

pytestmark = pytest.mark.django_db

REDIRECTS = "/admin/missing/redirect/"
IMPORT = f"{REDIRECTS}import/"
BOM = "\ufeff"


def _send(client, text: str | bytes, name: str = "redirects.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(IMPORT, {"table": SimpleUploadedFile(name, content)})


def _counts(page) -> list[str]:
    return texts(page, ".report > ul li")


@pytest.mark.parametrize(
    "table",
    [
        "/fa/old,/fa/about/\n/en/old,gone\n",
        f"{BOM}/fa/old;/fa/about/\r\n/en/old;GONE\r\n",
        "path,target,hits\n/fa/old/,/fa/about/,7\n\n/en/Old,gone\n",
        f"{BOM}Alte Adresse\tZiel\n/fa/old\t/fa/about/\n\t\n/en/old\tgone",
        '"/fa/%6Fld"," /fa/about/ "\r\n"/en/old","gone"',
    ],
)
def test_a_table_is_taken_in_the_forms_that_spreadsheets_write(admin_client, table):
    page = _send(admin_client, table)

    assert targets() == {"/fa/old": "/fa/about/", "/en/old": "gone"}
    assert _counts(page) == ["Redirects made: 2", "Redirects changed: 0", "Lines refused: 0"]


def test_each_line_is_taken_or_refused_on_its_own(admin_client):
    make_redirect("/fa/known", "/fa/about/")
    MissingAddress.objects.create(edition="fa", path="/fa/a", hits=3)
    lines = [
        "/fa/a,/fa/contact/",
        "/fa/b,//evil.example",
        "/fa/c",
        "/files/d,/fa/about/",
        "/fa/known,gone",
        "=cmd|'/c calc'!A1,/fa/about/",
        '/fa/e,=HYPERLINK("https://evil.example")',
        "/fa/f,/fa/f/",
    ]

    page = _send(admin_client, "\n".join(lines))

    assert targets() == {"/fa/a": "/fa/contact/", "/fa/known": "gone"}
    assert noted() == {}
    assert _counts(page) == ["Redirects made: 1", "Redirects changed: 1", "Lines refused: 6"]
    refused = [row.css("td") for row in nodes(page, ".report tbody tr")]
    assert [cells[0].text() for cells in refused] == ["2", "3", "4", "6", "7", "8"]
    assert [cells[2].text(strip=True) for cells in refused if not cells[2].text(strip=True)] == []
    assert LogEntry.objects.get().change_message == "Imported: 2"


def test_a_line_whose_address_is_a_page_is_refused(admin_client):
    article = make_article("fa")
    lines = ["/fa/articles/,/fa/about/", f"/fa/articles/{article.pk}/x/,gone", "/fa/old,gone"]

    page = _send(admin_client, "\n".join(lines))

    assert targets() == {"/fa/old": "gone"}
    refused = [row.css("td")[2].text(strip=True) for row in nodes(page, ".report tbody tr")]
    assert refused == ["A page stands there already."] * 2


def test_so_many_lines_at_whose_addresses_pages_may_stand_are_taken(admin_client, monkeypatch):
    monkeypatch.setattr(importing, "MOST_ASKED", 2)
    article = make_article("fa")
    lines = [
        "/fa/old-1,gone",
        f"/fa/articles/{article.pk}/x/,gone",
        "/fa/topic/a,gone",
        "/fa/topic/b,gone",
        f"/fa/articles/{article.pk}/y/,gone",
        "/fa/old-2,gone",
    ]

    page = _send(admin_client, "\n".join(lines))

    assert set(targets()) == {"/fa/old-1", "/fa/old-2", "/fa/topic/a"}
    refused = [row.css("td")[2].text(strip=True) for row in nodes(page, ".report tbody tr")]
    assert refused == [
        "A page stands there already.",
        *["A table takes 2 addresses that look like those of our pages. Divide it."] * 2,
    ]


def test_a_line_too_many_asks_no_page(admin_client, monkeypatch):
    monkeypatch.setattr(importing, "MOST_ASKED", 1)
    article = make_article("fa")
    lines = [f"/fa/articles/{article.pk}/x-{number},gone" for number in range(4)]

    with captured() as statements:
        _send(admin_client, "\n".join(lines))

    assert len([sql for sql in statements if 'FROM "articles_article"' in sql]) == 1


def test_lines_of_a_table_are_made_straight_in_any_order(admin_client):
    _send(admin_client, "/fa/topic/a,/fa/topic/b/\n/fa/topic/b,/fa/topic/c/\n/fa/topic/c,gone")

    assert set(targets().values()) == {"gone"}


@pytest.mark.parametrize(
    "content",
    [
        "/fa/نامه,/fa/about/".encode("cp1256"),
        "/fa/old,/fa/about/".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"a" * 200_000 + b",b",
        b"",
        b"/fa/old,/fa/about/\n" * 1001,
        b"/fa/old,/fa/about/" + b" " * 2_000_000,
    ],
)
def test_a_file_that_is_no_table_is_refused_as_a_whole(admin_client, content):
    page = _send(admin_client, content)

    assert page.status_code == 200
    assert len(texts(page, ".errorlist li")) == 1
    assert (targets(), nodes(page, ".report")) == ({}, [])


def test_a_file_of_another_kind_and_none_at_all_are_refused(admin_client):
    assert nodes(_send(admin_client, "/fa/old,gone", "table.exe"), ".errorlist") != []
    assert nodes(admin_client.post(IMPORT, {}), ".errorlist") != []
    assert targets() == {}


def test_the_longest_table_is_taken(admin_client, monkeypatch):
    monkeypatch.setattr(importing, "MOST_LINES", 3)
    lines = [f"/fa/old-{number},gone" for number in range(4)]

    _send(admin_client, "\n".join(lines))
    assert targets() == {}
    _send(admin_client, "\n".join(["path,target", *lines[:3]]))
    assert len(targets()) == 3


@pytest.mark.parametrize("rights", [["add_redirect"], ["change_redirect"], ["view_redirect"]])
def test_a_table_needs_the_rights_to_make_and_to_change(client, rights):
    desk = staff(client, *rights)

    assert desk.get(IMPORT).status_code == 403
    assert _send(desk, "/fa/old,gone").status_code == 403
    assert targets() == {}
    assert nodes(staff(client, "view_redirect").get(REDIRECTS), f"a[href='{IMPORT}']") == []


def test_the_list_leads_to_the_import(admin_client):
    [link] = nodes(admin_client.get(REDIRECTS), ".object-tools a:not(.addlink)")

    assert link.attributes["href"] == IMPORT
    assert nodes(admin_client.get(IMPORT), "input[type=file]#id_table") != []


def test_what_is_exported_can_be_taken_again(admin_client):
    make_redirect("/fa/نامه", "/fa/about/")
    make_redirect("/en/old", "gone")
    chosen = list(Redirect.objects.values_list("pk", flat=True))
    sheet = admin_client.post(REDIRECTS, {"action": "export", "_selected_action": chosen})
    before = targets()
    Redirect.objects.all().delete()

    rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    page = _send(admin_client, sheet.content)

    assert [row[:3] for row in rows] == [
        ["path", "target", "hits"],
        ["/en/old", "gone", "0"],
        ["/fa/نامه", "/fa/about/", "0"],
    ]
    assert _counts(page)[0] == "Redirects made: 2"
    assert targets() == before


def test_no_cell_of_an_export_acts_as_a_formula(admin_client):
    Redirect.objects.bulk_create([Redirect(edition="fa", path="=1+1", target="@SUM(A1)")])
    chosen = list(Redirect.objects.values_list("pk", flat=True))

    sheet = admin_client.post(REDIRECTS, {"action": "export", "_selected_action": chosen})

    cells = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))[1]
    assert cells[:2] == ["'=1+1", "'@SUM(A1)"]
