from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.vocabularies.exchange.skos_export import export_skos
from hub.vocabularies.models import Scheme

FORMATS = ("turtle", "xml", "json-ld", "nt")


class Command(BaseCommand):
    help = "Write vocabularies as SKOS, to a file or to standard output."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schemes", nargs="*", metavar="SCHEME", help="such as gbf-targets; all when none is named")
        parser.add_argument("--format", choices=FORMATS, default="turtle")
        parser.add_argument("--output", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = export_skos(options["schemes"]).serialize(format=options["format"])
        except Scheme.DoesNotExist as error:
            raise CommandError(str(error)) from error
        if options["output"]:
            options["output"].write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text)
