"""Lighthouse on four kinds of page in two editions, as `make lighthouse` runs it.

Prints a table: the four categories from 0 to 100, what is sent, and how soon it stands still.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from tests.browser import QUIET
from tests.demo_site import addresses, demo_site

PROGRAM = Path(__file__).parent.parent.parent / "node_modules/.bin/lighthouse"
FLAGS = " ".join(["--headless=new", *QUIET])
KINDS = ("home", "list", "article", "gallery")
EDITIONS = ("en", "fa")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MEASURES = {"total-byte-weight": 1000, "largest-contentful-paint": 1000,
            "total-blocking-time": 1, "cumulative-layout-shift": 1}  # fmt: skip
"""Audits, and what their figure is divided by: kilobytes, seconds, milliseconds, a share."""

TRIES = 3
"""On a busy machine Chrome sometimes loses its page; that says nothing about the page."""

GOOD = 0.9
"""Lighthouse paints a score from here on green."""

HEAD = "| page | screen | perf. | access. | practices | SEO | kB | LCP s | TBT ms | CLS |"


def main() -> None:
    arguments = _arguments()
    rows, faults = [], set()
    site = nullcontext(arguments.site) if arguments.site else demo_site(production=True)
    with site as address:
        for code in arguments.editions.split(","):
            pages = addresses(address, code)
            for kind in arguments.pages.split(","):
                for screen in ("mobile", "desktop"):
                    runs = [_run(pages[kind], screen) for _ in range(arguments.runs)]
                    rows.append(f"| {code} {kind} | {screen} | {' | '.join(_figures(runs))} |")
                    faults |= {fault for run in runs for fault in _faults(run)}
                    print(rows[-1], file=sys.stderr, flush=True)
    print("", HEAD, "|---|---|" + "---:|" * 8, *rows, sep="\n")
    print("\nBelow the mark:", *sorted(faults), sep="\n- ")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", help="a running site; else the one in DATA_DIR is served")
    parser.add_argument("--pages", default=",".join(KINDS))
    parser.add_argument("--editions", default=",".join(EDITIONS))
    parser.add_argument("--runs", type=int, default=1, help="how many; the middle figure counts")
    return parser.parse_args()


def _run(address: str, screen: str) -> dict:
    command = [str(PROGRAM), address, "--quiet", "--output", "json", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    command += ["--preset=desktop"] if screen == "desktop" else []
    env = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    for _ in range(TRIES):
        answer = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            return json.loads(answer.stdout)
        print(answer.stderr, file=sys.stderr)
    sys.exit(f"Lighthouse failed {TRIES} times on {address}")


def _figures(runs: list[dict]) -> list[str]:
    """The middle figure of some runs, for each column."""
    scores = [[100 * run["categories"][name]["score"] for run in runs] for name in CATEGORIES]
    measures = [
        [run["audits"][name]["numericValue"] / unit for run in runs]
        for name, unit in MEASURES.items()
    ]
    kilobytes, paint, blocked, shift = (statistics.median(values) for values in measures)
    whole = [f"{statistics.median(values):.0f}" for values in scores]
    return [*whole, f"{kilobytes:.0f}", f"{paint:.1f}", f"{blocked:.0f}", f"{shift:.3f}"]


def _faults(run: dict) -> set[str]:
    """What keeps a category from 100, and the first place where it is seen."""
    weights = [auditor for name in CATEGORIES for auditor in run["categories"][name]["auditRefs"]]
    audits = [run["audits"][reference["id"]] for reference in weights if reference["weight"]]
    low = [audit for audit in audits if audit["score"] is not None and audit["score"] < GOOD]
    return {f"{audit['title']}: {_place(audit)}" for audit in low}


def _place(audit: dict) -> str:
    items = audit.get("details", {}).get("items") or [{}]
    snippet = items[0].get("node", {}).get("snippet", "")
    return snippet or audit.get("displayValue", "") or str(items[0])[:120]


if __name__ == "__main__":
    main()
