"""What files say about their pictures, and what hostile files say in vain."""

import time
from datetime import date
from io import BytesIO

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from media_library.intake import Facts, exif, iptc, read_picture, xmp
from media_library.intake.claims import Claims
from media_library.intake.metadata import facts_in
from media_library.intake.parts import Parts
from tests.media_library import corpus
from tests.media_library.corpus import descriptions, saved

NOTHING = Facts(captions={}, credit="", taken_on=None, place="")
CAPTION, BYLINE, CREDIT, COPYRIGHT, CREATED_ON, CITY, COUNTRY = 120, 80, 110, 116, 55, 90, 101
IMAGE_DESCRIPTION, ARTIST, EXIF_COPYRIGHT, TAKEN_ON = 0x010E, 0x013B, 0x8298, 0x9003


def facts_of_jpeg(*blocks: bytes, **options) -> Facts:
    content = corpus.with_blocks(saved(corpus.photo(), ".jpg", **options), *blocks)
    return read_picture(BytesIO(content), "a.jpg").facts


def facts_of_packet(packet: bytes) -> Facts:
    return facts_of_jpeg(corpus.xmp_block(packet))


def captions_of(text: str) -> dict[str, str]:
    """Return the captions read from a photograph whose EXIF says `text`."""
    return dict(facts_of_jpeg(exif=corpus.exif({IMAGE_DESCRIPTION: text})).captions)


def day_of(text: str) -> date | None:
    """Return the day read from a photograph whose XMP says `text`."""
    return facts_of_packet(corpus.xmp("", f'photoshop:DateCreated="{text}"')).taken_on


# Where facts are found


def test_a_picture_that_says_nothing_has_no_facts():
    assert facts_of_jpeg() == NOTHING


def test_an_agency_s_photograph_says_it_in_iptc():
    facts = facts_of_jpeg(
        corpus.iptc(
            (CAPTION, b"Mothers at the gate"),
            (BYLINE, b"Arta Hoxha"),
            (CREDIT, b"Agency"),
            (COPYRIGHT, b"(c) Agency"),
            (CREATED_ON, b"20190503"),
            (CITY, b"Tirana"),
            (COUNTRY, b"Albania"),
        )
    )

    assert facts == Facts(
        captions={"": "Mothers at the gate"},
        credit="Arta Hoxha / Agency",
        taken_on=date(2019, 5, 3),
        place="Tirana, Albania",
    )


def test_a_camera_says_it_in_exif():
    block = corpus.exif(
        {IMAGE_DESCRIPTION: "A garden", ARTIST: "Arta Hoxha", EXIF_COPYRIGHT: "Agency"},
        {TAKEN_ON: "2019:05:03 23:59:59"},
    )

    facts = facts_of_jpeg(exif=block)

    assert facts == Facts({"": "A garden"}, "Arta Hoxha", date(2019, 5, 3), "")


def test_a_program_says_it_in_xmp_in_several_languages():
    properties = (
        descriptions(x_default="A letter", en_GB="A letter", fa="نامه", fa_AF="خط", sq="Një letër")
        + "<dc:creator><rdf:Seq><rdf:li>Arta Hoxha</rdf:li><rdf:li>Sara</rdf:li></rdf:Seq>"
        "</dc:creator><photoshop:City>Tirana</photoshop:City>"
    )
    attributes = 'photoshop:Country="Albania" photoshop:Credit="Agency" xmp:CreateDate="2019-05-03"'

    facts = facts_of_packet(corpus.xmp(properties, attributes))

    assert facts == Facts(
        captions={"": "A letter", "en": "A letter", "fa": "نامه", "sq": "Një letër"},
        credit="Arta Hoxha, Sara / Agency",
        taken_on=date(2019, 5, 3),
        place="Tirana, Albania",
    )


@pytest.mark.parametrize("extension", [".png", ".webp", ".avif"])
def test_other_kinds_say_it_too(extension):
    packet = corpus.xmp(descriptions(fa="نامه"))
    block = corpus.exif({ARTIST: "Arta Hoxha"})
    content = saved(corpus.photo(), extension, exif=block, xmp=packet)
    if extension == ".png":
        content = corpus.with_chunks(content, corpus.xmp_chunk(packet))

    facts = read_picture(BytesIO(content), "a" + extension).facts

    assert facts == Facts({"fa": "نامه"}, "Arta Hoxha", None, "")


def test_a_squeezed_packet_in_a_png_is_read():
    packet = corpus.xmp(descriptions(fa="نامه"))
    content = corpus.with_chunks(
        saved(corpus.photo(), ".png"),
        corpus.chunk(b"iTXt", b"Title\0\0\0\0\0Something else"),
        corpus.xmp_chunk(packet, squeezed=True),
    )

    assert read_picture(BytesIO(content), "a.png").facts.captions == {"fa": "نامه"}


def test_iptc_is_read_where_it_goes_on_in_a_second_block():
    name, resources = b"Photoshop 3.0\0", corpus.iptc((CAPTION, b"Mothers at the gate"))[18:]
    first, second = (corpus.application(13, name + r) for r in (resources[:40], resources[40:]))

    assert facts_of_jpeg(first, second).captions == {"": "Mothers at the gate"}


# Which source is believed


def test_xmp_goes_before_iptc_and_iptc_before_exif():
    block = corpus.exif(
        {IMAGE_DESCRIPTION: "exif", ARTIST: "exif"}, {TAKEN_ON: "2001:01:01 00:00:00"}
    )
    fields = corpus.iptc((CAPTION, b"iptc"), (BYLINE, b"iptc"), (CITY, b"iptc"))
    packet = corpus.xmp_block(corpus.xmp(descriptions(en="xmp")))

    facts = facts_of_jpeg(fields, packet, exif=block)

    assert facts == Facts({"en": "xmp"}, "iptc", date(2001, 1, 1), "iptc")


def test_a_source_that_says_rubbish_does_not_hide_the_next_one():
    packet = corpus.xmp_block(
        corpus.xmp(descriptions(x_default="SONY DSC"), 'photoshop:DateCreated="0000-00-00"')
    )
    fields = corpus.iptc((CAPTION, b"Mothers at the gate"), (CREATED_ON, b"20190503"))

    facts = facts_of_jpeg(packet, fields)

    assert facts == Facts({"": "Mothers at the gate"}, "", date(2019, 5, 3), "")


@pytest.mark.parametrize(
    ("photographer", "agency", "owner", "credit"),
    [
        (b"Arta", b"Agency", b"Owner", "Arta / Agency"),
        (b"Arta", b"", b"Owner", "Arta"),
        (b"", b"Agency", b"Owner", "Agency"),
        (b"", b"", b"Owner", "Owner"),
        (b"Agency", b"AGENCY", b"", "Agency"),
        (b"A" * 150, b"B" * 150, b"", "A" * 150 + " / " + "B" * 47),
    ],
)
def test_a_credit_names_the_photographer_and_the_agency(photographer, agency, owner, credit):
    fields = corpus.iptc((BYLINE, photographer), (CREDIT, agency), (COPYRIGHT, owner))

    assert facts_of_jpeg(fields).credit == credit


def test_a_photographer_of_one_source_stands_beside_the_agency_of_another():
    fields = corpus.iptc((CREDIT, b"Agency"))

    facts = facts_of_jpeg(fields, exif=corpus.exif({ARTIST: "Arta Hoxha"}))

    assert facts.credit == "Arta Hoxha / Agency"


# Words


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "KONICA MINOLTA DIGITAL CAMERA",
        "SONY DSC",
        "KODAK Digital Still Camera",
        "Screenshot",
        "Screenshot 2023-01-05 at 10.11.12",
        "DCIM\\100MEDIA\\DJI_0001.JPG",
        "IMG_1234.JPG",
        "DSC01234",
        "Exif_JPEG_PICTURE",
        "Created with GIMP",
        "untitled",
        "   ",
        "\t\n",
    ],
)
def test_what_a_device_says_is_no_caption(text):
    assert captions_of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "A woman with a digital camera",
        "Screenshot of the ministry's page",
        "Photo of a garden",
        "Camp 1986",
    ],
)
def test_what_a_person_says_is_a_caption(text):
    assert captions_of(text) == {"": text}


def test_a_caption_is_one_line_without_control_characters():
    facts = facts_of_jpeg(corpus.iptc((CAPTION, b" A\r\n letter\x07 \x1b[31m\x7f from  home ")))

    assert facts.captions == {"": "A letter [31m from home"}


def test_marks_that_turn_the_direction_go_and_joiners_stay():
    packet = corpus.xmp(descriptions(fa="\u202eنامه\u200cها\u2069 \u200f"))

    assert facts_of_packet(packet).captions == {"fa": "نامه\u200cها \u200f"}


def test_long_texts_are_cut():
    properties = f"{descriptions(en='a' * 900)}<photoshop:City>{'b' * 900}</photoshop:City>"

    facts = facts_of_packet(corpus.xmp(properties, f'photoshop:Credit="{"c" * 900}"'))

    assert [len(t) for t in (facts.captions["en"], facts.place, facts.credit)] == [500, 200, 200]


@pytest.mark.parametrize(
    ("text", "charset", "expected"),
    [
        ("نامه".encode(), b"\x1b%G", "نامه"),
        ("نامه".encode(), b"", "نامه"),
        ("Një letër".encode("cp1252"), b"", "Një letër"),
        ("Një letër".encode("cp1252"), b"\x1b%G", "Nj\ufffd let\ufffdr"),
    ],
)
def test_letters_of_iptc_are_read_in_its_encoding_or_the_likely_one(text, charset, expected):
    assert facts_of_jpeg(corpus.iptc((CAPTION, text), charset=charset)).captions == {"": expected}


def test_two_photographers_are_both_named():
    assert facts_of_jpeg(corpus.iptc((BYLINE, b"Arta"), (BYLINE, b"Sara"))).credit == "Arta, Sara"


@pytest.mark.parametrize("tag", ["x-default", "x-repair", "und", "", "!", "english"])
def test_a_caption_without_a_known_language_has_none(tag):
    assert facts_of_packet(corpus.xmp(descriptions(**{tag: "A letter"}))).captions == {
        "": "A letter"
    }


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_is_read_in_either_order_of_bytes(order):
    block = corpus.exif({IMAGE_DESCRIPTION: "A garden", 0x0112: 6})
    block.endian = order

    content = saved(corpus.photo(), ".jpg", exif=block.tobytes())

    assert facts_in(_parts(content)).captions == {"": "A garden"}
    assert exif.orientation(_parts(content).exif) == 6


def _parts(jpeg: bytes) -> Parts:
    start = jpeg.index(b"Exif")
    return Parts(pixels=b"", exif=jpeg[start : start + 2000])


# Days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-05-03", date(2019, 5, 3)),
        ("2019-05-03T10:11:12+03:30", date(2019, 5, 3)),
        ("2019:05:03 10:11:12", date(2019, 5, 3)),
        ("20190503", date(2019, 5, 3)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2019-05", None),
        ("2019", None),
        ("2019-02-30", None),
        ("2019-13-01", None),
        ("0000-00-00", None),
        ("0001-01-01", None),
        ("1398-02-13", None),
        ("۲۰۱۹-۰۵-۰۳", None),
        ("yesterday", None),
        ("201905031", None),
    ],
)
def test_a_day_is_read_and_one_that_cannot_be_is_not(text, day):
    assert day_of(text) == day


@time_machine.travel("2025-06-10T12:00:00Z", tick=False)
def test_a_photograph_is_not_of_days_to_come():
    days = [day_of(text) for text in ("2025-06-10", "2025-06-11", "2025-06-12", "2099-01-01")]

    assert days == [date(2025, 6, 10), date(2025, 6, 11), None, None]


# Hostile words

ENTITIES = '<!DOCTYPE x [<!ENTITY a "letter"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FOREIGN = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("before", [ENTITIES, FOREIGN, "<!DOCTYPE x>"])
def test_a_packet_with_a_document_type_is_not_read(before):
    packet = corpus.xmp(descriptions(en="A letter"), before=before)

    assert facts_of_packet(packet) == NOTHING


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<broken",
        b"\xff\xfe<\0",
        corpus.xmp(descriptions(en="A letter"))[:-40],
        corpus.xmp(descriptions(en="&unknown;")),
        corpus.xmp(descriptions(en="\0")),
        corpus.xmp(descriptions(en="A letter")).decode().encode("utf-16"),
        corpus.xmp("<dc:description/>"),
    ],
)
def test_a_broken_packet_says_nothing(packet):
    assert facts_of_packet(packet) == NOTHING


@pytest.mark.parametrize(
    "packet",
    [
        corpus.xmp("<a>" * 35_000 + "</a>" * 35_000),
        corpus.xmp("<a/>" * 60_000),
        corpus.xmp("<z:a/>" * 25_000, f'xmlns:z="{"u" * 100_000}"'),
        corpus.xmp("<z:a/>" * 25_000, f'xmlns:{"z" * 100_000}="u"'),
        corpus.xmp("<z:a/>" * 25_000, f"""xmlns:z='{("u" * 190 + '"') * 500}'"""),
        corpus.xmp("<a " + " ".join(f"b{number}=''" for number in range(25_000)) + "/>"),
        corpus.xmp("", "xmlns" * 50_000),
        corpus.xmp("</rdf:Description>" + "<rdf:Description/>" * 12_000 + "<rdf:Description>"),
    ],
    ids=["deep", "long", "spelled-out", "named", "quoted", "attributes", "words", "descriptions"],
)
def test_no_packet_takes_long(packet):
    start = time.process_time()

    said = xmp.claims(packet)

    assert said == Claims()
    assert time.process_time() - start < 1


def test_a_packet_in_a_thousand_languages_has_twenty():
    items = {f"{chr(97 + n // 26)}{chr(97 + n % 26)}": "A letter" for n in range(600)}

    assert len(facts_of_packet(corpus.xmp(descriptions(**items))).captions) == 20


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"MM\0*\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff" + b"\x0e\x01\x02\0\xff\xff\xff\xff\xff\xff\xff\xff" * 70_000,
        b"II*\0\x08\0\0\0\x01\0" + b"\x69\x87\x04\0\x01\0\0\0\x08\0\0\0" * 2,
    ],
    ids=["empty", "header-only", "nowhere", "endless", "in-a-circle"],
)
def test_broken_exif_says_nothing(block):
    assert exif.claims(block) == Claims()
    assert exif.orientation(block) == 1


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"8BIM",
        b"8BIM\x04\x04\0\0\xff\xff\xff\xff\x1c\x02\x78\xff\xff",
        b"8BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x78\0\x05",
        b"8BIM\x04\x0c\0\0\0\0\0\0" * 80_000,
        b"8BIM\x04\x04\xff\0",
    ],
)
def test_broken_iptc_says_nothing(block):
    assert iptc.claims(block) == Claims()


@given(st.binary(max_size=200))
def test_no_bytes_make_the_readers_stumble(data):
    parts = Parts(
        pixels=b"",
        exif=b"II*\0\x08\0\0\0" + data,
        xmp=data,
        photoshop=b"8BIM\x04\x04\0\0\0\0\0\xff\x1c\x02" + data,
    )

    assert isinstance(facts_in(parts), Facts)


@given(st.text(max_size=80), st.text(max_size=10))
def test_no_text_makes_the_reader_of_packets_stumble(text, tag):
    packet = corpus.xmp(descriptions(**{tag: text}), text).decode(errors="replace").encode()

    assert isinstance(xmp.claims(packet), Claims)
