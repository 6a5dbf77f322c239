"""Redirects from a table of addresses and targets: each line is taken or refused on its own."""

import csv
from dataclasses import dataclass, field
from io import StringIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nejat.editions.templatetags.editions import edition_number
from nejat.missing.models import Redirect
from nejat.missing.standing import may_be_taken
from nejat.missing.targets import path_of_source

MOST_LINES = 1000
MOST_ASKED = 100
"""Lines whose addresses have the form of pages of ours: for each, such a page may be made."""


@dataclass(frozen=True)
class RefusedLine:
    """A line of a table that was not taken: its number in the file, its cells, and why."""

    number: int
    cells: list[str]
    reasons: list[str]


@dataclass
class Report:
    """What became of the lines of a table."""

    made: int = 0
    changed: int = 0
    asked: int = 0
    """Lines at whose address a page was looked for."""
    refused: list[RefusedLine] = field(default_factory=list)


def read_table(content: bytes) -> list[tuple[int, list[str]]]:
    """Return the lines of a CSV file with their numbers, without its heads and empty lines.

    Cells are divided by commas, semicolons or tabs. Raise ValidationError for what cannot be read.
    """
    try:
        text = content.decode("utf-8-sig")
        sign = max(",;\t", key=text.partition("\n")[0].count)
        reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValidationError(_("This is no table in UTF-8. Save it as “CSV UTF-8”.")) from error
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if filled and "/" not in "".join(filled[0][1]):
        del filled[0]  # the heads
    if len(filled) > MOST_LINES:
        raise ValidationError(_("The table is too long. Divide it."))
    return filled


def take_lines(lines: list[tuple[int, list[str]]]) -> Report:
    """Make a redirect of each line that names an address and a target; later lines win."""
    report = Report()
    for number, cells in lines:
        try:
            is_new = _take(cells, report)
        except ValidationError as error:
            report.refused.append(RefusedLine(number, cells[:2], error.messages))
        else:
            report.made += is_new
            report.changed += not is_new
    return report


def _take(cells: list[str], report: Report) -> bool:
    """Save the redirect of a line; return whether its address had none before."""
    if len(cells) < 2:
        raise ValidationError(_("An address and a target are needed, in two columns."))
    path = path_of_source(cells[0])
    _count_asked(path, report)
    redirect = Redirect.objects.filter(path=path).first() or Redirect(path=path)
    redirect.target = cells[1]
    redirect.full_clean()
    is_new = redirect.pk is None
    redirect.save()
    return is_new


def _count_asked(path: str, report: Report) -> None:
    """Refuse a line that would make one page too many be asked whether it is there."""
    if not may_be_taken(path):
        return
    if report.asked >= MOST_ASKED:
        text = _("A table takes %(count)s addresses that look like those of our pages. Divide it.")
        raise ValidationError(text, params={"count": edition_number(MOST_ASKED)})
    report.asked += 1
