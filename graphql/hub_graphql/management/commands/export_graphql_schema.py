"""`manage.py export_graphql_schema [--check]`: the contract as text, committed and compared."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from hub_graphql.schema import schema


def schema_text() -> str:
    """The contract in the schema definition language."""
    return f"{schema}\n"


class Command(BaseCommand):
    help = "Write graphql/schema.graphql, or with --check fail when it differs from the code."
    requires_system_checks: Any = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Compare and write nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.GRAPHENE["SCHEMA_OUTPUT"])
        if not options["check"]:
            path.write_text(schema_text(), encoding="utf-8")
            self.stdout.write(_("Written: %(path)s") % {"path": path})
        elif not path.exists() or path.read_text(encoding="utf-8") != schema_text():
            raise CommandError(_("graphql/schema.graphql differs from the code: run manage.py export_graphql_schema."))
