"""The log of everything that happens to a curated thing: who, when, from which state to which, and why."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry
from wagtail.models.audit_log import ModelLogEntryManager

from ..enums import EditionStatus
from ..statuses import status_after

if TYPE_CHECKING:
    from .edition import Edition


class EditionLogEntryManager(ModelLogEntryManager):
    def log_action(self, instance: "Edition", action: str, **options: Any) -> "EditionLogEntry":
        """Write an entry with the state that the last entry left and the one that `instance` is in now.

        Wagtail logs some steps of a review on the common part of a record; they belong to the record of its type.
        """
        instance = cast("Edition", getattr(instance, "specific", instance))
        states = {
            "from_status": self._last_status(instance),
            "to_status": status_after(action, instance),
        }
        entry: EditionLogEntry = super().log_action(instance, action, **(options | states))
        return entry

    def _last_status(self, instance: "Edition") -> str:
        last = self.for_instance(instance).order_by("-timestamp", "-pk").values_list("to_status", flat=True).first()
        return str(last or "")


class EditionLogEntry(BaseLogEntry):
    object_id = models.CharField(max_length=255, db_index=True)
    from_status = models.CharField(_("from"), max_length=20, choices=EditionStatus.choices, blank=True)
    to_status = models.CharField(_("to"), max_length=20, choices=EditionStatus.choices)

    objects: ClassVar[EditionLogEntryManager] = EditionLogEntryManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ["-timestamp", "-id"]
        verbose_name = _("entry of the log of records")
        verbose_name_plural = _("log of records")

    @property
    def reason(self) -> str:
        """What the person who decided wrote, if anything."""
        return str(self.data.get("comment", ""))
