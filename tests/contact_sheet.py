"""Photographs of the site: ten kinds of page, four editions, three widths, light and dark.

`make contact-sheet` keeps the single shots, a sheet for each kind of page and one of all in
`contact-sheet/` of the folder that ARTIFACTS_DIR names, else of `var/artifacts/`. A part of it,
at a size to be read: `python -m tests.contact_sheet --pages home,article --editions fa`.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Page, sync_playwright

from nejat.editions.registry import CODES
from tests.browser import launch
from tests.demo_site import ROOT, addresses, demo_site

PAGES = "home,list,article,topic,gallery,video,books,issue,search,contact"
SCHEMES = ("light", "dark")
TALL = 1.4
"""Height of a shot, as a part of its width."""

SHOWN = {390: 240, 820: 340, 1440: 480}
"""How wide a shot of a window of this width is on its sheet."""

GAP, LABEL = 12, 22
IN_ALL = 5
"""How many sheets stand side by side on the one of all."""

PICTURES_ARE_THERE = """async () => {
  await document.fonts.ready;
  const seen = [...document.images].filter((it) => it.getBoundingClientRect().top < innerHeight);
  for (const picture of seen) picture.loading = "eager";
  await Promise.all(seen.map((picture) => picture.decode().catch(() => {})));
}"""


def main() -> None:
    arguments = _arguments()
    folder = Path(os.environ.get("ARTIFACTS_DIR", ROOT / "var/artifacts")) / "contact-sheet"
    folder.mkdir(parents=True, exist_ok=True)
    site = nullcontext(arguments.site) if arguments.site else demo_site(production=False)
    with site as address, _browser() as page:
        for code in arguments.editions.split(","):
            links = addresses(address, code)
            for kind in arguments.pages.split(","):
                _shoot(page, links[kind], folder / f"{kind}-{code}", arguments)
    sheets = [_sheet(folder, kind, arguments) for kind in arguments.pages.split(",")]
    _all_of(sheets).save(folder / "all.png")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", help="a running site; else the one in DATA_DIR is served")
    parser.add_argument("--pages", default=PAGES)
    parser.add_argument("--editions", default=",".join(CODES))
    parser.add_argument("--widths", default=",".join(map(str, SHOWN)))
    parser.add_argument("--tall", type=float, default=TALL, help="height as a part of the width")
    return parser.parse_args()


@contextmanager
def _browser() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser.new_page(reduced_motion="reduce")
        browser.close()


def _shoot(page: Page, address: str, name: Path, arguments: argparse.Namespace) -> None:
    """Keep one page in every width and colour scheme; it is loaded once a width."""
    for width in map(int, arguments.widths.split(",")):
        page.set_viewport_size({"width": width, "height": round(width * arguments.tall)})
        answer = page.goto(address)
        if not answer.ok:
            sys.exit(f"{address} was answered {answer.status}.")
        page.evaluate(PICTURES_ARE_THERE)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=f"{name}-{width}-{scheme}.png")


def _sheet(folder: Path, kind: str, arguments: argparse.Namespace) -> Image.Image:
    """Put the shots of one kind of page beside each other, a row an edition; keep the sheet."""
    widths = [int(width) for width in arguments.widths.split(",")]
    columns = list(product(widths, SCHEMES))
    rows = arguments.editions.split(",")
    wide = sum(SHOWN.get(width, width // 2) + GAP for width, _ in columns) + GAP
    row = round(max(SHOWN.get(width, width // 2) for width in widths) * arguments.tall)
    sheet = Image.new("RGB", (wide, (row + LABEL + GAP) * len(rows) + GAP), "#d8d8d8")
    pen, face = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    for number, code in enumerate(rows):
        left, top = GAP, GAP + number * (row + LABEL + GAP)
        for width, scheme in columns:
            pen.text((left, top), f"{kind} {code} {width} {scheme}", "black", face)
            with Image.open(folder / f"{kind}-{code}-{width}-{scheme}.png") as shot:
                size = (SHOWN.get(width, width // 2), round(row * 2))
                shot.thumbnail(size, Image.Resampling.LANCZOS)
                sheet.paste(shot, (left, top + LABEL))
            left += size[0] + GAP
    sheet.save(folder / f"{kind}.png")
    return sheet


def _all_of(sheets: list[Image.Image]) -> Image.Image:
    small = [sheet.reduce(2) for sheet in sheets]
    wide, high = small[0].size
    rows = -(-len(small) // IN_ALL)
    whole = Image.new("RGB", (wide * min(IN_ALL, len(small)), high * rows), "#d8d8d8")
    for number, sheet in enumerate(small):
        whole.paste(sheet, (wide * (number % IN_ALL), high * (number // IN_ALL)))
    return whole


if __name__ == "__main__":
    main()
