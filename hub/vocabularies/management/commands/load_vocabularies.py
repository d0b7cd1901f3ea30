from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.vocabularies.exchange.cbd import FolderError, read_folder
from hub.vocabularies.exchange.shipped import read_shipped
from hub.vocabularies.exchange.store import load_bundle


class Command(BaseCommand):
    help = (
        "Load the vocabularies that come with the hub and, when a FOLDER is given, the recorded files of the "
        "clearing-house mechanism in it. Can be run again at any time: what editors changed is kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, metavar="FOLDER", help="a folder with recorded vocabularies"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        bundles = [("the hub's own vocabularies", read_shipped())]
        if folder := options["folder"]:
            try:
                bundles.append((str(folder), read_folder(folder)))
            except FolderError as error:
                raise CommandError(str(error)) from error
        for name, bundle in bundles:
            self.stdout.write(f"Loading {name} ...")
            for line in load_bundle(bundle).lines():
                self.stdout.write(f"  {line}")
