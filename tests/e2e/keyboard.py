"""A reader with a keyboard alone: where the focus stops, and what shows it."""

from itertools import pairwise

from playwright.sync_api import Page

MOST = 400
"""Stops after which a page is taken for endless."""

# The links and controls that a reader can see. Of radio buttons with one name Tab reaches one.
TO_REACH = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => !element.disabled && element.tabIndex >= 0)
  .filter((element) => element.type !== "radio" || element.checked)
  .map((element) => element.outerHTML.slice(0, 140))"""

STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const front = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    html: element.outerHTML.slice(0, 140),
    part: element.closest("header, nav, main, aside, footer")?.tagName ?? "",
    start: document.dir === "rtl" ? -box.right : box.left,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    hidden: !front || !(element.contains(front) || front.contains(element)),
  };
}"""


def stops(page: Page) -> list[dict]:
    """Press Tab from the top of the page to its end; return every element that had the focus."""
    page.emulate_media(reduced_motion="reduce")  # where the focus is seen must not glide
    if page.evaluate(STOP):  # the page has put the focus somewhere itself
        _to_the_end(page)
    return _to_the_end(page)


def _to_the_end(page: Page) -> list[dict]:
    found = []
    while len(found) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        found.append(stop)
    return found


def faults_of(found: list[dict]) -> list[str]:
    """Return which stops cannot be seen, and which stand before the one they come after."""
    faults = [f"no mark: {stop['html']}" for stop in found if not stop["marked"]]
    faults += [f"covered: {stop['html']}" for stop in found if stop["hidden"]]
    for first, second in pairwise(found):
        if _in_one_line(first, second) and second["start"] < first["start"] - 1:
            faults.append(f"against the direction of reading: {first['html']} {second['html']}")
    return faults


def _in_one_line(first: dict, second: dict) -> bool:
    if first["part"] != second["part"]:
        return False
    shared = min(first["bottom"], second["bottom"]) - max(first["top"], second["top"])
    lower = min(first["bottom"] - first["top"], second["bottom"] - second["top"])
    return shared > 0.7 * lower
