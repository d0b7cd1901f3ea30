from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.vocabularies.exchange.skos_import import SkosError, read_skos
from hub.vocabularies.exchange.store import load_bundle


class Command(BaseCommand):
    help = (
        "Load a SKOS vocabulary (Turtle, RDF/XML, JSON-LD, N-Triples). Can be run again: what editors changed is kept. "
        "The hub's own wording is kept too; other wording becomes an alternative label."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            bundle = read_skos(options["file"])
        except SkosError as error:
            raise CommandError(str(error)) from error
        for line in load_bundle(bundle).lines():
            self.stdout.write(line)
