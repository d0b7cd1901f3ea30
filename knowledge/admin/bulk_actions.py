"""Deleting several at once, within one's scope and with an entry in the log for each."""

from typing import Any, ClassVar

from django.utils.functional import cached_property
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions import DeleteBulkAction

from ..models import RECORD_MODELS, BuildingBlock
from ..permissions import EditionPermissionPolicy, editable_by


class ScopedDeleteBulkAction(DeleteBulkAction):
    models: ClassVar[list[Any]] = [*RECORD_MODELS.values(), BuildingBlock]

    @cached_property
    def _deletable(self) -> set[int]:
        user = self.request.user
        if not EditionPermissionPolicy(self.model).user_has_permission(user, "delete"):
            return set()
        return set(editable_by(user, model=self.model, action="delete").values_list("pk", flat=True))

    def check_perm(self, snippet: Any) -> bool:
        return snippet.pk in self._deletable

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return editable_by(self.request.user, model=self.model).values_list("pk", flat=True)

    @classmethod
    def execute_action(cls, objects: list[Any], user: Any = None, **options: Any) -> tuple[int, int]:
        actor = user or options["self"].request.user
        for edition in objects:
            log(instance=edition, action="wagtail.delete", user=actor, deleted=True)
        deleted: tuple[int, int] = super().execute_action(objects, user=user, **options)
        return deleted
