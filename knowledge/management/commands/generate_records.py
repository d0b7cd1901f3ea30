from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress

from hub.languages.actions import ensure_locales
from knowledge.exchange.generated import VocabulariesMissingError, generate_records


class Command(BaseCommand):
    help = (
        "Fill the hub with N invented live records of all six types, some in several languages, marked as examples; "
        "for benchmarks. The same seed makes the same records; those that are there already are left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int, metavar="N", help="how many records, each language edition counted")
        parser.add_argument("--seed", type=int, default=1, help="another seed makes other records (default 1)")
        parser.add_argument("--yes", action="store_true", help="do it although this is not a development machine")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG and not options["yes"]:
            raise CommandError(
                "This hub may be a real one: invented records do not belong there. Use --yes if they do."
            )
        ensure_locales()
        console = Console(file=self.stdout, no_color=options["no_color"])  # type: ignore[arg-type]
        made = 0
        with Progress(console=console, disable=not console.is_terminal) as progress:
            task = progress.add_task("Records", total=options["count"])
            try:
                for size, new in generate_records(options["count"], seed=options["seed"]):
                    made += new
                    progress.advance(task, size)
            except VocabulariesMissingError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{made} records made, {options['count'] - made} were there already.")
