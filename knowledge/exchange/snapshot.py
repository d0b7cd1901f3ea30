"""The content of the first revision of a new record, worked out without asking the database.

Wagtail's `serializable_data()` answers the same and takes some milliseconds a record, most of them in statements that
read back what was just written.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.fields import StreamField

from ..models import Record

Take = Callable[[Any], Any]
to_json_value = DjangoJSONEncoder().default


def snapshot(
    record: Record, *, many: dict[str, list[int]], children: dict[str, list[dict[str, Any]]]
) -> dict[str, Any]:
    """What `record.serializable_data()` will say once the record is stored.

    `many` maps the fields with several concepts, places or organisations to their keys, `children` the relations such
    as `links` to the serialised rows.
    """
    plan, relations, multiple = _plan_of(type(record))
    content = {"pk": record.pk} | {name: take(record) for name, take in plan}
    content |= {name: children.get(name, []) for name in relations}
    return content | {name: many.get(name, []) for name in multiple}


@cache
def _plan_of(model: type[Record]) -> tuple[list[tuple[str, Take]], list[str], list[str]]:
    plan = [(field.name, _taker(field)) for field in model._meta.fields if field.serialize]
    relations = [str(relation.get_accessor_name()) for relation in get_all_child_relations(model)]
    multiple = [field.name for field in get_all_child_m2m_relations(model)]
    return plan, relations, multiple


def _taker(field: Any) -> Take:
    if isinstance(field, StreamField):
        return partial(_stream, field)
    kind = field.get_internal_type()
    if kind in ("DateTimeField", "UUIDField"):
        return partial(_encoded, field.attname)
    return partial(_stored, field.attname)


def _stored(name: str, record: Record) -> Any:
    return getattr(record, name)


def _encoded(name: str, record: Record) -> Any:
    value = getattr(record, name)
    return None if value is None else to_json_value(value)


def _stream(field: Any, record: Record) -> str:
    # Most imported records have no body; serialising an empty one is what costs.
    value = getattr(record, field.attname)
    return str(field.value_to_string(record)) if value else "[]"
