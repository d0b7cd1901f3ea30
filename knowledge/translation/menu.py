"""The ways to translations from the edit view of a curated thing."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Locale
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail_localize.models import TranslationSource

from ..models import Edition
from .synchronising import synchronise

# Before wagtail-localize's addresses, so that ours answers at the one that both have.
FIRST = -1
MAY_TRANSLATE = "wagtail_localize.submit_translation"


class TranslateMenuItem(ActionMenuItem):
    name = "action-translate"
    label = _("Translate")
    icon_name = "wagtail-localize-language"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """On an edition that lacks a language, to those who may ask for translations."""
        if not _is_offered(context):
            return False
        there = context["instance"].get_translations(inclusive=True).values("locale")
        return Locale.objects.exclude(pk__in=there).exists()

    def get_url(self, parent_context: dict[str, Any]) -> str:
        meta, instance = parent_context["model"]._meta, parent_context["instance"]
        names = [meta.app_label, meta.model_name, quote(instance.pk)]
        return reverse("wagtail_localize:submit_snippet_translation", args=names)


class SynchroniseMenuItem(ActionMenuItem):
    name = "action-synchronise"
    label = _("Update translations")
    icon_name = "resubmit"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """On the source of translations that are going on."""
        source = _source(context) if _is_offered(context) else None
        return source is not None and source.translations.filter(enabled=True).exists()

    def get_url(self, parent_context: dict[str, Any]) -> str:
        source = _source(parent_context)
        return reverse("wagtail_localize:update_translations", args=[source.pk]) if source else ""


def _is_offered(context: dict[str, Any]) -> bool:
    is_edition = context["view"] == "edit" and issubclass(context["model"], Edition)
    return is_edition and bool(context["request"].user.has_perm(MAY_TRANSLATE))


def _source(context: dict[str, Any]) -> TranslationSource | None:
    source: TranslationSource | None = TranslationSource.objects.get_for_instance_or_none(context["instance"])
    return source


def register_menu() -> None:
    """Add the two ways, and the hub's own view for the second."""
    hooks.register("register_snippet_action_menu_item", lambda model: TranslateMenuItem(order=70))
    hooks.register("register_snippet_action_menu_item", lambda model: SynchroniseMenuItem(order=71))
    hooks.register("register_admin_urls", _addresses, order=FIRST)


def _addresses() -> list[URLPattern]:
    address = "localize/update/<int:translation_source_id>/"
    return [path(address, synchronise, name="knowledge_update_translations")]
