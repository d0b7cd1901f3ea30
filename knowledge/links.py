"""The tables that link curated things with concepts, places and organisations, for rules that speak SQL."""

from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One such table: `near` is its column for the curated thing, `far` the one for what it is linked to."""

    table: type[models.Model]
    near: str
    far: str


def link_of(model: type[models.Model], field_name: str) -> Link | None:
    """The table behind a field of `model` that takes several things; None when it has no such field."""
    fields: dict[str, Any] = {field.name: field for field in model._meta.many_to_many}
    if field_name not in fields:
        return None
    field = fields[field_name]
    return Link(
        table=field.remote_field.through,
        near=f"{field.m2m_field_name()}_id",
        far=f"{field.m2m_reverse_field_name()}_id",
    )
