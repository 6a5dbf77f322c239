"""What a browser can tell of a page in front of it: broken rules, loss, motion."""

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All rules, and the one of WCAG 2.2 that axe leaves off. What only its reports need costs half.
BROKEN_RULES = """([part, only]) => axe.run(part, { ...only,
  resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  preload: false, selectors: false, ancestry: false, xpath: false,
}).then((found) =>
  found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)}`))"""

# The two differ in colours alone (css/tokens.css), so dark is asked for what depends on those.
SCHEMES: dict[Literal["light", "dark"], dict] = {
    "light": {},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}

# Moving sideways is for what scrolls in a frame of its own, such as wide tables.
SIDEWAYS = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const reaches = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > page.clientWidth + 1 || box.left < -1);
  });
  const last = reaches.at(-1);
  return [`${page.scrollWidth} wide: ${last ? last.outerHTML.slice(0, 120) : "nothing"}`];
}"""

# Text that its box hides. What is there for screen readers only is a pixel or two small.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  if (!/hidden|clip/.test(style.overflowX + style.overflowY)) return false;
  if (element.clientWidth < 3 || !element.innerText?.trim()) return false;
  return element.scrollWidth > element.clientWidth + 1
    || element.scrollHeight > element.clientHeight + 1;
}).map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`)"""

SIZE_OF_TEXT = (
    "() => parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize)"
)

# Seconds as the browser reckons them: "0.2s, 0s".
IN_MOTION = """() => {
  const longest = (list) => Math.max(...list.split(",").map(parseFloat));
  const moving = document.getAnimations().map((it) => `runs: ${it.animationName ?? "transition"}`);
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after", "::backdrop"]) {
      const style = getComputedStyle(element, part);
      const animated = style.animationName !== "none" && longest(style.animationDuration) > 0.01;
      if (animated || longest(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth")
        moving.push(`moves: ${element.outerHTML.slice(0, 80)} ${part ?? ""}`);
    }
  }
  return moving.slice(0, 3);
}"""


def broken_rules(page: Page, part: str = "html") -> list[str]:
    """Return what axe finds in a part of the page, in the light colours and in the dark ones."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme, only in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {rule}" for rule in page.evaluate(BROKEN_RULES, [part, only])]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found


def loss(page: Page, width: int) -> list[str]:
    """Return what a window of this width hides or shows only to who moves it sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    return [f"at {width}: {fault}" for fault in page.evaluate(SIDEWAYS) + page.evaluate(CUT_OFF)]


def loss_in_large_text(page: Page, width: int) -> list[str]:
    """Return what is lost when a reader makes text alone twice as large (WCAG 1.4.4)."""
    size = page.evaluate(SIZE_OF_TEXT)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = loss(page, width)
    if page.evaluate(SIZE_OF_TEXT) < 2 * size:
        found.append("does not grow")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [f"large text: {fault}" for fault in found]


def motion(page: Page) -> list[str]:
    """Return what moves although the reader asked for less motion."""
    return page.evaluate(IN_MOTION)
