"""The panel of content checks: what is marked in each edition, and where it is mended."""

import pytest

from nejat.staff.groups import EDITORS
from tests.admin.desk import nodes, texts
from tests.factories import make_article, make_image
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
PARAGRAPH = "<p>From the bakers’ gate to the bridge it is nine hundred steps.</p>"


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _panel(client, work, code: str) -> list[tuple[str, str]]:
    client.force_login(make_staff(EDITORS))
    links = nodes(client.get(_form(work)), f".checks[data-code={code}] a")
    return [(link.text(), link.attributes["href"]) for link in links]


def test_each_edition_has_its_own_findings_which_lead_to_their_fields(client):
    work = make_article("en", title="Garden", standfirst="Quiet.", body=PARAGRAPH)
    work.set_in("fa", title="باغ", standfirst="سال 1403", body=PARAGRAPH, slug="a")
    work.save()

    assert _panel(client, work, "en") == []
    assert _panel(client, work, "fa") == [
        ("Latin digits stand in a Persian text.", "#id_standfirst_fa"),
        ("A phrase in another script is not marked with its language.", "#id_body_fa"),
        ("A paragraph is not translated.", "#id_body_fa"),
    ]
    assert nodes(client.get(_form(work)), ".checks[data-code=sq]") == []


def test_pictures_without_alt_text_lead_to_the_picture(client):
    lead, shown = make_image(alt_text="A gate"), make_image(colour="navy")
    body = f'<figure data-image="{shown.pk}"></figure>'
    work = make_article("fa", title="باغ", standfirst="آرام", body=body, lead_image=lead)

    found = _panel(client, work, "fa")

    assert found[-1] == (
        "A picture has no alt text in this edition.",
        f"/admin/media_library/imageasset/{shown.pk}/change/",
    )
    assert len(found) == 1


def test_what_is_marked_is_shown_as_text(client):
    work = make_article("fa", title="باغ", standfirst="كتاب<script>alert(1)</script>")
    client.force_login(make_staff(EDITORS))

    page = client.get(_form(work))

    assert texts(page, ".checks q")[0].startswith("كتاب")
    assert "<script>alert" not in page.content.decode()
