"""`manage.py import_wordpress`: an export of a WordPress site into one edition or several."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from media_library.models import ImageAsset
from nejat.editions.registry import CODES
from nejat.editorial.commands import require_migrated_database
from nejat.wordpress.importer import Options, OtherInstall, Report, Session, import_exports
from nejat.wordpress.kinds import Kinds, KindsError, default_kinds, read_kinds
from nejat.wordpress.progress import Progress
from nejat.wordpress.reader import ExportError, Problem, read_export
from nejat.wordpress.reader.export import NOT_AN_EXPORT

INTERRUPTED = 130
"""The exit code of a program ended by Ctrl-C."""
INCOMPLETE = 1
"""The exit code when something was lost that the report cannot name."""
DRY_RUN = "Nothing was written: this was a dry run."
WAITING = "Images that wait for their renditions: {:,}. Run “manage.py make_renditions”."


class Command(BaseCommand):
    help = (
        "Import WordPress exports (.xml, .xml.gz, .zip). Run again, it changes only what changed "
        "in the export. The exit code is 1 when a file was cut off or an item failed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--edition", required=True, help="of what names no language: " + ", ".join(CODES)
        )
        parser.add_argument("--media", metavar="DIR", help="the old site's uploads")
        parser.add_argument(
            "--kinds", metavar="FILE", help="which posts become which kind of work, as TOML"
        )
        parser.add_argument("--dry-run", action="store_true", help="report, and write nothing")
        parser.add_argument(
            "--resume",
            action="store_true",
            help="take for granted what an interrupted import has written",
        )
        parser.add_argument("--report", metavar="FILE", help="write it as JSON, too")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        session = Session(_checked_options(options))
        report_path = _checked_report(options["report"])
        exit_code = self._import(session)
        if report_path:
            _write_report(session.report, report_path)
        self._print(session)
        if exit_code:
            sys.exit(exit_code)

    def _import(self, session: Session) -> int:
        with Progress(self.stdout) as progress:
            session.on_item = progress.step
            try:
                import_exports(session)
            except KeyboardInterrupt:
                self.stderr.write("Interrupted. What follows was done; --resume goes on.")
                return INTERRUPTED
            except OtherInstall as error:
                raise CommandError(str(error)) from error
            except (ExportError, BrokenPipeError) as error:
                self.stderr.write(f"Stopped: {error}")
                return INCOMPLETE
        return 0 if session.report.is_complete else INCOMPLETE

    def _print(self, session: Session) -> None:
        try:
            for line in session.report.lines():
                self.stdout.write(line)
            for line in _closing_lines(session):
                self.stdout.write(line)
            self.stdout.flush()
        except BrokenPipeError:
            # Nobody reads on, as after `| head`: what is still buffered goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())


def _closing_lines(session: Session) -> Iterator[str]:
    if session.options.is_dry_run:
        yield DRY_RUN
    elif waiting := ImageAsset.objects.without_renditions().count():
        yield WAITING.format(waiting)


def _checked_options(options: dict[str, Any]) -> Options:
    if options["edition"] not in CODES:
        raise CommandError(f"There is no edition {options['edition']!r}: {', '.join(CODES)}.")
    media = Path(options["media"]) if options["media"] else None
    if media and not media.is_dir():
        raise CommandError(f"The media folder {media} is not a folder.")
    files = tuple(map(Path, options["files"]))
    for path in files:
        _check_export(path)
    return Options(
        files=files,
        edition=options["edition"],
        media=media,
        is_dry_run=options["dry_run"],
        is_resumed=options["resume"],
        kinds=_checked_kinds(options["kinds"]),
    )


def _checked_kinds(name: str | None) -> Kinds:
    try:
        return read_kinds(Path(name)) if name else default_kinds()
    except KindsError as error:
        raise CommandError(f"{name} cannot be used: {error}") from error


def _check_export(path: Path) -> None:
    """Read its first record, so that nothing is written when a file is none."""
    try:
        first = next(read_export(path), None)
    except ExportError as error:
        raise CommandError(f"{path} cannot be imported: {error}.") from error
    if first is None or (isinstance(first, Problem) and first.reason == NOT_AN_EXPORT):
        raise CommandError(f"{path} cannot be imported: {NOT_AN_EXPORT}.")


def _checked_report(name: str | None) -> Path | None:
    if not name:
        return None
    try:
        Path(name).open("a").close()
    except OSError as error:
        raise CommandError(f"The report cannot be written: {error}.") from error
    return Path(name)


def _write_report(report: Report, path: Path) -> None:
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
