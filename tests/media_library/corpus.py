"""Pictures good, odd and hostile, all made here: no such file is committed."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (64, 48)
FORMATS = {
    ".jpg": ("JPEG", {"quality": 90}),
    ".png": ("PNG", {}),
    ".gif": ("GIF", {}),
    ".webp": ("WEBP", {"quality": 90}),
    ".avif": ("AVIF", {"quality": 80, "speed": 10}),
}
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
SCRIPT = b"*/=1;alert(document.domain)//"
PAGE = b"<html><script>alert(document.domain)</script></html>"
PHP = b"<?php system($_GET['c']); ?>"


# Pictures


def photo(number: int = 1, size: tuple[int, int] = SIZE) -> Image.Image:
    """Return a picture with the soft and hard parts of a photograph; each number another one."""
    random = Random(number)
    picture = Image.frombytes("RGB", (8, 6), random.randbytes(8 * 6 * 3))
    picture = picture.resize((320, 240), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y, colour = random.randrange(320), random.randrange(240), random.randbytes(3)
        draw.ellipse((x, y, x + 60, y + 90), fill=tuple(colour))
    return picture.filter(ImageFilter.GaussianBlur(2)).resize(size, Image.Resampling.LANCZOS)


def corners(size: tuple[int, int] = SIZE) -> Image.Image:
    """Return a picture that is red, green, blue and yellow, clockwise from the top left."""
    picture = Image.new("RGB", size, RED)
    half = (size[0] // 2, size[1] // 2)
    picture.paste(GREEN, (half[0], 0, *size))
    picture.paste(BLUE, (*half, *size))
    picture.paste(YELLOW, (0, half[1], half[0], size[1]))
    return picture


def saved(picture: Image.Image, extension: str, **options) -> bytes:
    """Return a picture as a file."""
    name, usual = FORMATS[extension]
    file = BytesIO()
    picture.save(file, name, **usual | options)
    return file.getvalue()


def animated(extension: str, count: int = 3) -> bytes:
    """Return an animation that begins with `corners()` and goes on with other pictures."""
    others = [photo(number) for number in range(2, count + 1)]
    return saved(corners(), extension, save_all=True, append_images=others, duration=100)


def deep_gray() -> bytes:
    """Return a PNG of 16 bits: black, a quarter, a half and white, each a quarter of the width."""
    row = b"".join(struct.pack(">H", gray) * 16 for gray in (0, 0x4000, 0x8000, 0xFFFF))
    return png(SIZE, 16, 0, row)


def deep_colour(alpha: bytes = b"") -> bytes:
    """Return a PNG with 16 bits of orange, a half as bright as can be, and of `alpha` if given."""
    row = (struct.pack(">HHH", 0x8000, 0x4000, 0) + alpha) * 64
    return png(SIZE, 16, 6 if alpha else 2, row)


def ycck(colour: tuple[int, int, int]) -> bytes:
    """Return a JPEG as Photoshop writes it for print: one colour, as YCC and K, all inverted."""
    cyan_magenta_yellow = Image.new("RGB", SIZE, tuple(255 - part for part in colour))
    bands = cyan_magenta_yellow.convert("YCbCr").split()
    inverted = [band.point(lambda value: 255 - value) for band in bands]
    content = saved(Image.merge("CMYK", (*inverted, Image.new("L", SIZE, 0))), ".jpg")
    start = content.index(b"Adobe") + 11
    return content[:start] + b"\x02" + content[start + 1 :]


# JPEG and PNG, block by block


def application(number: int, payload: bytes) -> bytes:
    """Return an application block of a JPEG."""
    return bytes((0xFF, 0xE0 + number)) + struct.pack(">H", 2 + len(payload)) + payload


def comment(text: bytes) -> bytes:
    """Return a comment of a JPEG."""
    return b"\xff\xfe" + struct.pack(">H", 2 + len(text)) + text


def with_blocks(jpeg: bytes, *blocks: bytes) -> bytes:
    """Return a JPEG with blocks put in at its beginning."""
    return jpeg[:2] + b"".join(blocks) + jpeg[2:]


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    checksum = struct.pack(">L", zlib.crc32(name + data))
    return struct.pack(">L", len(data)) + name + data + checksum


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """Return a PNG with chunks put in after its header."""
    return png[:33] + b"".join(chunks) + png[33:]


def png(size: tuple[int, int], depth: int, colour: int, row: bytes, data: bytes = b"") -> bytes:
    """Return a PNG whose rows are all the same, or whose compressed pixels are `data`."""
    header = struct.pack(">LLBBBBB", *size, depth, colour, 0, 0, 0)
    data = data or zlib.compress((b"\0" + row) * size[1])
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


# What files say about their pictures


def exif(tags: dict[int, str | int], more: dict[int, str] | None = None) -> Image.Exif:
    """Return EXIF with tags of its first directory and of its EXIF directory."""
    block = Image.Exif()
    for tag, value in tags.items():
        block[tag] = value
    block.get_ifd(0x8769).update(more or {})
    return block


def with_gps() -> Image.Exif:
    """Return EXIF that gives a house away."""
    block = exif({0x010F: "Camera", 0x010E: "A garden"})
    block.get_ifd(0x8825).update({1: "N", 2: (41.0, 19.0, 39.0), 3: "E", 4: (19.0, 49.0, 7.0)})
    return block


def iptc(*fields: tuple[int, bytes], charset: bytes = b"") -> bytes:
    """Return Photoshop's block of a JPEG with fields of IPTC in it."""
    records = ((1, 90, charset), *((2, number, value) for number, value in fields))
    data = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for record, number, value in records
        if value
    )
    thumbnail = b"8BIM" + struct.pack(">HHL", 0x040C, 0, 3) + b"abc\0"
    resource = b"8BIM" + struct.pack(">HHL", 0x0404, 0, len(data)) + data + b"\0" * (len(data) % 2)
    return application(13, b"Photoshop 3.0\0" + thumbnail + resource)


def xmp(properties: str, attributes: str = "", before: str = "") -> bytes:
    """Return an XMP packet."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" {attributes}>{properties}</rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def descriptions(**texts: str) -> str:
    """Return dc:description in languages; `x_default` stands for "x-default"."""
    items = "".join(
        f'<rdf:li xml:lang="{tag.replace("_", "-")}">{text}</rdf:li>' for tag, text in texts.items()
    )
    return f"<dc:description><rdf:Alt>{items}</rdf:Alt></dc:description>"


def xmp_block(packet: bytes) -> bytes:
    """Return the block of a JPEG that holds an XMP packet."""
    return application(1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def xmp_chunk(packet: bytes, *, squeezed: bool = False) -> bytes:
    """Return the chunk of a PNG that holds an XMP packet."""
    text = zlib.compress(packet) if squeezed else packet
    return chunk(b"iTXt", b"XML:com.adobe.xmp\0" + bytes((squeezed, 0)) + b"\0\0" + text)


# Colour profiles

SRGB_PRIMARIES = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
D50 = (0.9642, 1.0, 0.8249)


def colour_profile(red: int, green: int, blue: int) -> bytes:
    """Return a profile like sRGB whose channels mean the primaries of these numbers."""
    primaries = [_xyz(*SRGB_PRIMARIES[number]) for number in (red, green, blue)]
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
    curve += b"".join(_fixed(v) for v in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
    tags = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True))
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def linear_gray_profile() -> bytes:
    """Return a profile of grays that are as bright as their numbers say."""
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": b"curv\0\0\0\0\0\0\0\0"})


def red_ink_profile() -> bytes:
    """Return a profile of a press whose cyan ink is red."""
    white, red, black = (255, 128, 128), (136, 208, 195), (0, 128, 128)
    nodes = [(c, k) for c in (0, 1) for _ in range(4) for k in (0, 1)]
    table = b"".join(bytes(black if k else red if c else white) for c, k in nodes)
    one = b"".join(_fixed(value) for value in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    steps = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + one + steps * 4 + table + steps * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut})


def endless_profile() -> bytes:
    """Return a small profile whose colours take 50,000 steps, each the same one."""
    count, one = 50_000, (1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0)
    step = b"matf\0\0\0\0" + struct.pack(">HH12f", 3, 3, *one)
    place = struct.pack(">LL", 16 + 8 * count, len(step))
    chain = b"mpet\0\0\0\0" + struct.pack(">HHL", 3, 3, count) + place * count + step
    return _profile(b"mntr", b"RGB ", b"XYZ ", {b"D2B0": chain, b"D2B1": chain})


def _profile(device: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"wtpt": _xyz(*D50), **tags}
    start, table, data = 128 + 4 + 12 * len(tags), struct.pack(">L", len(tags)), b""
    for name, value in tags.items():
        table += name + struct.pack(">LL", start + len(data), len(value))
        data += value + b"\0" * (-len(value) % 4)
    version = 0x02400000 if device == b"prtr" else 0x04300000
    header = struct.pack(">L4sL4s4s4s", start + len(data), b"", version, device, space, connection)
    header += b"\0" * 12 + b"acsp" + b"\0" * 28 + b"".join(_fixed(part) for part in D50)
    return header.ljust(128, b"\0") + table + data


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(x) + _fixed(y) + _fixed(z)


def _fixed(number: float) -> bytes:
    return struct.pack(">l", round(number * 65536))


# Two things in one file


def polyglots() -> dict[str, tuple[bytes, bytes]]:
    """Return files that are a picture and something else as well, and that something else."""
    gif = saved(photo(size=(8, 8)), ".gif")
    jpeg, png, webp = (saved(photo(), extension) for extension in (".jpg", ".png", ".webp"))
    longer = struct.pack("<L", len(webp) - 8 + 8 + len(PAGE) + len(PAGE) % 2)
    page_chunk = b"EXIF" + struct.pack("<L", len(PAGE)) + PAGE + b"\0" * (len(PAGE) % 2)
    return {
        # Its width is "/*": as a script, all of the picture is a comment.
        "script.gif": (gif[:6] + b"/*" + gif[8:-1] + b"\x21\xfe\x04" + b"abcd\0;" + SCRIPT, SCRIPT),
        "page.jpg": (with_blocks(jpeg, comment(PAGE)), PAGE),
        "profile.jpg": (with_blocks(jpeg, application(2, PAGE), application(14, PAGE)), PAGE),
        "appended.jpg": (jpeg + PAGE, PAGE),
        "text.png": (with_chunks(png, chunk(b"tEXt", b"Comment\0" + PHP)), PHP),
        "appended.png": (png + PHP, PHP),
        "chunk.webp": (webp[:4] + longer + webp[8:] + page_chunk, PAGE),
        "appended.webp": (webp + PAGE, PAGE),
        "appended.avif": (saved(photo(), ".avif") + PAGE, PAGE),
    }


# Bombs, floods and traps: files that would cost much


def _zeros(megabytes: int) -> bytes:
    """Return compressed zeros; a block that ends in a full flush may be repeated at will."""
    packer = zlib.compressobj(9)
    start = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = struct.pack(">HH", megabytes * 1024 * 1024 % 65521, 1)
    return start + block * megabytes + b"\x03\x00" + checksum


def _huge_gif(screen: tuple[int, int]) -> bytes:
    content = saved(photo(), ".gif")
    frame = content.index(b",\0\0\0\0@\x000\0") + 5
    screen_size, frame_size = struct.pack("<HH", *screen), struct.pack("<HH", 50_000, 50_000)
    return content[:6] + screen_size + content[10:frame] + frame_size + content[frame + 4 :]


def _resized_jpeg(side: int) -> bytes:
    content = saved(photo(), ".jpg")
    start = content.index(b"\xff\xc0") + 5
    return content[:start] + struct.pack(">HH", side, side) + content[start + 4 :]


def _scans(count: int) -> bytes:
    """Return a progressive JPEG that goes over its pixels again and again."""
    content = saved(photo(), ".jpg", progressive=True)
    start = content.rindex(b"\xff\xda")
    return content[:start] + content[start:-2] * count + content[-2:]


def _resized_webp(side: int) -> bytes:
    """Return a WebP of one colour: not a bit is spent on a pixel, so any size is as small."""
    content = saved(Image.new("RGB", (16, 16), RED), ".webp", lossless=True)
    bits = int.from_bytes(content[21:25], "little") >> 28 << 28 | (side - 1) << 14 | (side - 1)
    return content[:21] + bits.to_bytes(4, "little") + content[25:]


def _canvas_webp(side: int) -> bytes:
    content = animated(".webp")
    return content[:24] + (side - 1).to_bytes(3, "little") * 2 + content[30:]


def _resized_avif(side: int) -> bytes:
    content = saved(photo(), ".avif")
    start = content.index(b"ispe") + 8
    return content[:start] + struct.pack(">LL", side, side) + content[start + 8 :]


def _blocks_before_pixels(blocks: bytes) -> bytes:
    return with_blocks(saved(photo(), ".jpg"), blocks)


def _chunks_before_pixels(chunks: bytes) -> bytes:
    return with_chunks(saved(photo(), ".png"), chunks)


def _blocks_before_frame(blocks: bytes) -> bytes:
    return saved(photo(), ".gif")[:13] + blocks


# Files that claim to be far larger than they are.
BOMBS: dict[str, Callable[[], bytes]] = {
    "huge.png": lambda: png((50_000, 50_000), 8, 2, b"", zlib.compress(bytes(1000))),
    "large.png": lambda: png((10_000, 10_000), 8, 2, b"", zlib.compress(bytes(1000))),
    "huge.gif": lambda: _huge_gif((50_000, 50_000)),
    "huge-frame.gif": lambda: _huge_gif((16, 16)),
    "huge.jpg": lambda: _resized_jpeg(50_000),
    "huge.webp": lambda: _resized_webp(16_383),
    "large.webp": lambda: _resized_webp(9_000),
    "canvas.webp": lambda: _canvas_webp(16_383),
    "huge.avif": lambda: _resized_avif(16_000),
    "long.png": lambda: png((20_001, 1), 8, 0, bytes(20_001)),
}
# Files that are much work for a reader who is not careful.
FLOODS: dict[str, Callable[[], bytes]] = {
    "scans.jpg": lambda: _scans(2000),
    "markers.jpg": lambda: _blocks_before_pixels(b"\xff\x01" * 10_000_000),
    "chunks.png": lambda: _chunks_before_pixels(chunk(b"abCd", b"") * 1_600_000),
    "extensions.gif": lambda: _blocks_before_frame(b"\x21\xfe\0" * 7_000_000),
    "comment.gif": lambda: _blocks_before_frame(b"\x21\xfe" + b"\x01a" * 10_000_000),
}
# Files with a good picture in them, and with much else that must be left alone.
TRAPS: dict[str, Callable[[], bytes]] = {
    "text.png": lambda: _chunks_before_pixels(chunk(b"zTXt", b"Comment\0\0" + _zeros(1000))),
    "texts.png": lambda: _chunks_before_pixels(chunk(b"zTXt", b"\0\0" + _zeros(1)) * 10_000),
    "packet.png": lambda: _chunks_before_pixels(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + _zeros(1000))
    ),
    "profile.png": lambda: _chunks_before_pixels(chunk(b"iCCP", b"ICC\0\0" + _zeros(1000))),
    "steps.png": lambda: _chunks_before_pixels(
        chunk(b"iCCP", b"ICC\0\0" + zlib.compress(endless_profile()))
    ),
    "pixels.png": lambda: png(SIZE, 8, 2, b"", _zeros(4000)),
    "exif.jpg": lambda: _blocks_before_pixels(application(1, b"Exif\0\0" + bytes(60_000)) * 600),
    "filling.jpg": lambda: _blocks_before_pixels(b"\xff" * 10_000_000),
    "junk.jpg": lambda: _blocks_before_pixels(application(0, b"") + bytes(10_000_000)),
}
