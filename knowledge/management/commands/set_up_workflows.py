from typing import Any

from django.core.management.base import BaseCommand

from knowledge.workflows import set_up_workflows


class Command(BaseCommand):
    help = "Makes the groups of editors, reviewers, translators and administrators, and the review each type passes."

    def handle(self, *args: Any, **options: Any) -> None:
        summary = set_up_workflows()
        self.stdout.write(
            f"{summary.groups} groups, {summary.workflows} workflows and {summary.types} types are set up."
        )
