"""A dot an edition, which tells staff where a work stands."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from nejat.editions.registry import EDITIONS
from nejat.editorial.models import Content


def phase_dots(work: Content) -> SafeString:
    """Return a dot an edition; its colour and its words say what readers see of the work there."""
    phases = ((edition, work.phase_in(edition.code)) for edition in EDITIONS)
    dots = ((phase, edition.native_name, phase.label, edition.code) for edition, phase in phases)
    return format_html_join(" ", '<span class="dot dot-{}" title="{}: {}">{}</span>', dots)
