"""How fast the renditions of photographs are made, how large they are, and what else was tried."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from time import perf_counter, process_time
from typing import NamedTuple

import pytest
from PIL import Image, ImageMath
from PIL.Image import Resampling

from media_library.presets import CHOSEN, PRESETS, Encoding
from media_library.rendering import make
from media_library.renditions import by_format
from tests.benchmarks.make_photographs import SIZE, make_photograph

pytestmark = pytest.mark.benchmark

PROCESSES = 2
PHOTOGRAPHS = 100
SAMPLE = 10
MODERN = ("avif", "webp")
TRIED = {
    "chosen": CHOSEN,
    "AVIF speed 8": replace(CHOSEN, avif_speed=8),
    "WebP method 0": replace(CHOSEN, webp_method=0),
    "WebP method 4": replace(CHOSEN, webp_method=4),
    "JPEG master read whole": replace(CHOSEN, draft=False),
    "read whole, no reducing": replace(CHOSEN, draft=False, reducing_gap=None),
    "bicubic": replace(CHOSEN, resample=Resampling.BICUBIC),
    "box": replace(CHOSEN, resample=Resampling.BOX),
}


class Original(NamedTuple):
    width: int = SIZE[0]
    height: int = SIZE[1]
    focal_x: float = 0.5
    focal_y: float = 0.5
    key: str = "5e1f"
    pk: int = 7


class Cost(NamedTuple):
    """What the renditions of one photograph took."""

    seconds: float
    """Of the processor, all threads together."""
    files: float
    size: float


class Written(NamedTuple):
    """A file of one picture."""

    size: float
    likeness: float


@pytest.fixture(scope="module")
def photographs() -> Iterator[list[Path]]:
    """A hundred files of 3 MB, gone after the run."""
    with tempfile.TemporaryDirectory() as folder, _pool() as pool:
        paths = [Path(folder, f"{number}.jpg") for number in range(PHOTOGRAPHS)]
        list(pool.map(_write_photograph, paths))
        yield paths


def test_renditions_of_a_hundred_photographs(photographs: list[Path]) -> None:
    with _pool() as pool:
        start = perf_counter()
        costs = list(pool.map(_make_all, photographs, [CHOSEN] * PHOTOGRAPHS))
        seconds = perf_counter() - start

    each = mean(cost.seconds for cost in costs)
    print(f"\n{PHOTOGRAPHS} photographs, {PROCESSES} processes: {seconds:.0f} s, that is")
    print(f"{PHOTOGRAPHS / seconds * 60:.0f} pictures a minute; {each:.2f} CPU seconds a picture,")
    print(f"so {PROCESSES * 60 / each:.0f} pictures a minute with the processors to themselves;")
    print(f"{costs[0].files} files of {mean(cost.size for cost in costs) / 1e6:.2f} MB a picture")


def test_other_settings_cost(photographs: list[Path]) -> None:
    """All settings take turns at each photograph, so other work on the machine hits all alike."""
    turns = list(product(photographs[:SAMPLE], TRIED.values()))
    with _pool() as pool:
        costs = list(pool.map(_make_all, *zip(*turns, strict=True)))

    means = [
        Cost(*map(mean, zip(*costs[place :: len(TRIED)], strict=True)))
        for place in range(len(TRIED))
    ]
    print(f"\n{'setting':26}{'CPU s each':>12}{'time':>8}{'bytes':>8}")
    for name, cost in zip(TRIED, means, strict=True):
        time, size = cost.seconds / means[0].seconds, cost.size / means[0].size
        print(f"{name:26}{cost.seconds:12.2f}{time:8.2f}{size:8.2f}")


def test_bytes_against_jpeg(photographs: list[Path]) -> None:
    """Likeness is that to the photograph read whole and drawn in the same size, 1 at most."""
    with _pool() as pool:
        compared = list(pool.map(_compare, photographs[:SAMPLE]))

    print(f"\n{'':14}{'kB':>12}{'':>22}{'of the JPEG':>16}{'likeness':>16}")
    print(
        f"{'rendition':14}" + "".join(f"{name:>8}" for name in ("JPEG", *MODERN, *MODERN)), end=""
    )
    print("".join(f"{name:>8}" for name in ("JPEG", *MODERN)))
    for name in compared[0]:
        plain, *modern = (
            Written(*map(mean, zip(*written, strict=True)))
            for written in zip(*(pictures[name] for pictures in compared), strict=True)
        )
        sizes = [written.size / 1000 for written in (plain, *modern)]
        shares = [written.size / plain.size for written in modern]
        print(f"{name:14}" + "".join(f"{size:8.1f}" for size in sizes), end="")
        print("".join(f"{share:8.2f}" for share in shares), end="")
        print("".join(f"{written.likeness:8.3f}" for written in (plain, *modern)))


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork"))


def _write_photograph(path: Path) -> None:
    path.write_bytes(make_photograph(int(path.stem)))


def _make_all(path: Path, encoding: Encoding) -> Cost:
    sizes: list[int] = []
    with path.open("rb") as master:
        start = process_time()
        files = make(
            Original(), master, lambda _name, content: sizes.append(len(content)), encoding=encoding
        )
        return Cost(process_time() - start, files, sum(sizes))


def _compare(path: Path) -> dict[str, list[Written]]:
    """Each card and lead as a JPEG of quality 82, and as we make it in AVIF and WebP."""
    contents: dict[str, bytes] = {}
    with path.open("rb") as master:
        make(Original(), master, contents.__setitem__)
    with Image.open(path) as image:
        image.load()
    compared = {}
    for preset in (PRESETS["card"], PRESETS["lead"]):
        renditions = by_format(Original(), preset)
        for same in zip(*(renditions[format_] for format_ in MODERN), strict=True):
            meant = image.resize((same[0].width, same[0].height), Resampling.LANCZOS, same[0].box)
            files = [_plain_jpeg(meant), *(contents[rendition.name] for rendition in same)]
            compared[f"{preset.name}-{same[0].width}"] = [
                Written(len(content), _likeness(meant, content)) for content in files
            ]
    return compared


def _plain_jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=82)
    return file.getvalue()


def _likeness(meant: Image.Image, content: bytes) -> float:
    """The structural similarity (SSIM) of two pictures in gray, over blocks of 8 by 8 pixels."""
    with Image.open(BytesIO(content)) as written:
        x, y = (image.convert("L").convert("F") for image in (meant, written))
    means = {"x": x, "y": y, "xx": _product(x, x), "yy": _product(y, y), "xy": _product(x, y)}
    blocks = ImageMath.lambda_eval(
        lambda m: (
            (2 * m["x"] * m["y"] + 6.5)
            * (2 * (m["xy"] - m["x"] * m["y"]) + 58.5)
            / (m["x"] * m["x"] + m["y"] * m["y"] + 6.5)
            / (m["xx"] - m["x"] * m["x"] + m["yy"] - m["y"] * m["y"] + 58.5)
        ),
        **{name: image.reduce(8) for name, image in means.items()},
    )
    return blocks.resize((1, 1), Resampling.BOX).getpixel((0, 0))


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda m: m["a"] * m["b"], a=one, b=other)
