"""What of a curated thing is translated, what every language shares, and what each language keeps for itself."""

from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField

# Words that are translated, though a change of them alone does not make a translation stale.
ALSO_TRANSLATED = frozenset({"cover_alt_text", "building_block_uses"})
# An edition's own affair: its schedule, how it was translated, and what its editors note about it.
KEPT = frozenset({"translation_method", "private_notes", "go_live_at", "expire_at", "first_published_at"})
# Their rows are shared as `tagged_items`.
THROUGH_ROWS = frozenset({"tags"})
# A map or a diagram has words of its own, so a translator may choose another picture.
MAY_DIFFER = frozenset({"cover"})


class FieldsOfModel:
    """The attribute `translatable_fields` for which wagtail-localize looks, worked out for each model.

    Spelled out by rule rather than left to wagtail-localize, which would hand publishers, versions and reference
    numbers to translators, forget every many-to-many field, and overwrite private notes.
    """

    def __get__(self, instance: Any, model: type[Any]) -> list[BaseTranslatableField]:
        return fields_of(model)


def fields_of(model: type[Any]) -> list[BaseTranslatableField]:
    """The decision for each field of `model`; a field that is not here is kept by each language for itself."""
    translated = {"title", *model.text_fields, *ALSO_TRANSLATED}
    return [
        TranslatableField(name) if name in translated else SynchronizedField(name, overridable=name in MAY_DIFFER)
        for name in _carried_names(model)
    ]


def _carried_names(model: type[Any]) -> list[str]:
    own = [field.name for field in model._meta.get_fields() if _is_carried(field)]
    return [*own, *(relation.name for relation in get_all_child_relations(model))]


def _is_carried(field: Any) -> bool:
    if field.auto_created or not getattr(field, "editable", False) or not field.concrete:
        return False
    is_parent_link = isinstance(field, models.OneToOneField) and field.remote_field.parent_link
    return not is_parent_link and field.name not in KEPT | THROUGH_ROWS
