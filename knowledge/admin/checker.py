"""The accessibility check of the editor, with the rules that matter for records added to Wagtail's choice."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem


class RecordCheckerItem(ContentCheckerItem):
    axe_run_only: ClassVar[list[str]] = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "color-contrast",
        "list",
        "td-headers-attr",
        "valid-lang",
    ]
    axe_messages: ClassVar[dict[str, Any]] = ContentCheckerItem.axe_messages | {
        "image-alt": {
            "error_name": _("A picture has no text alternative"),
            "help_text": _("Say what it shows, or mark it as decoration"),
        },
    }


def check_records_too(items: list[Any]) -> None:
    """Put this check in the place of Wagtail's, wherever that one would run."""
    items[:] = [
        RecordCheckerItem(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]
