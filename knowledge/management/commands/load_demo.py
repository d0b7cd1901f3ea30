from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import track

from hub.languages.actions import ensure_locales
from knowledge.demo.reading import read_works
from knowledge.demo.site import DEMO_PASSWORD, load_menus, load_pages, load_people
from knowledge.demo.works import DemoLoader


class Command(BaseCommand):
    help = (
        "Fill the hub with demo content: vocabularies, pages, menus, people, organisations, building blocks and "
        "records in six languages. Can be run again: it creates what is missing and leaves what is there."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=self.stdout, no_color=options["no_color"])  # type: ignore[arg-type]
        ensure_locales()
        console.print("Vocabularies ...")
        call_command("load_vocabularies", stdout=self.stdout)
        call_command("set_up_workflows", stdout=self.stdout)
        console.print(f"{load_pages()} pages")
        load_menus()
        people = dict(load_people())
        loader = DemoLoader(author=people["editor"])
        console.print(f"{loader.organisations()} organisations")
        total = sum(1 for folder in ("building_blocks", "records") for _entry in read_works(folder))
        works = track(loader.works(), total=total, console=console, description="Building blocks and records")
        console.print(f"{sum(1 for _key in works)} works")
        for role, user in people.items():
            console.print(f"{role}: {user.email} / {DEMO_PASSWORD}")
