"""XML namespaces of exports, told by a pattern of their address: no two exporters agree on one."""

from __future__ import annotations

import re

_DECLARATION = re.compile(rb"""xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']([^"']*)["']""")
_ADDRESSES = (
    ("excerpt", re.compile(rb"wordpress\.org/export\b.*/excerpt/?$")),
    ("wp", re.compile(rb"wordpress\.org/export\b[^?#]*$")),
    ("content", re.compile(rb"purl\.org/rss/1\.0/modules/content/?$")),
    ("dc", re.compile(rb"purl\.org/dc/elements/1\.1/?$")),
)
_USUAL = {"wp": "wp", "excerpt": "excerpt", "content": "content", "dc": "dc"}
_RESERVED = {"xml", "xmlns"}


def prefixes(preamble: bytes) -> dict[str, str]:
    """The prefixes a file uses, each with our name of its namespace: wp, excerpt, content, dc.

    A prefix of a foreign namespace stands for itself; the usual prefixes hold when undeclared.
    """
    declared = {}
    for prefix, address in _DECLARATION.findall(preamble):
        name = prefix.decode("ascii", "ignore")
        found = (ours for ours, pattern in _ADDRESSES if pattern.search(address))
        declared[name] = next(found, name)
    return {name: ours for name, ours in (_USUAL | declared).items() if name not in _RESERVED}
