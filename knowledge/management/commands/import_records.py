from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

from hub.languages.actions import ensure_locales
from knowledge.exchange.readers import READERS
from knowledge.exchange.store import import_records


class Command(BaseCommand):
    help = (
        "Import records of a SOURCE from a FILE. Can be run again at any time: records that are there are brought up "
        "to date, and what editors changed is kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", choices=sorted(READERS), metavar="SOURCE", help=", ".join(sorted(READERS)))
        parser.add_argument("file", type=Path, metavar="FILE", help="the file that the source delivered")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, but report as if")
        arrival = parser.add_mutually_exclusive_group()
        arrival.add_argument("--publish", action="store_true", help="new records go live: a trusted source")
        arrival.add_argument("--drafts", action="store_true", help="new records are drafts (the default)")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        ensure_locales()
        reader = READERS[options["source"]](path)
        console = Console(file=self.stdout, no_color=options["no_color"])  # type: ignore[arg-type]
        columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            task = progress.add_task("Reading", total=reader.size)
            report = import_records(
                reader,
                actor=None,
                publish=options["publish"],
                dry_run=options["dry_run"],
                progress=lambda position: progress.update(task, completed=position),
            )
        if options["dry_run"]:
            self.stdout.write("A dry run: nothing was written. It would have been:")
        for line in report.lines():
            self.stdout.write(line)
