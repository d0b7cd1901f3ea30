"""Finding a thing by its global identifier."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from hub.vocabularies.models import Place

from .core.errors import CallerError
from .core.ids import parse_global_id
from .core.rows import Scope
from .knowledge.queries import find_building_block, find_organisation, find_record
from .vocabularies.concept_rows import ConceptRow, find_concepts_by_identifier
from .vocabularies.place_rows import PlaceRow, read_places


def find_concept(scope: Scope, identifier: str) -> ConceptRow | None:
    """The concept with this identifier."""
    return scope.lookup(find_concepts_by_identifier).get(identifier)


def find_place(scope: Scope, identifier: str) -> PlaceRow | None:
    """The place with this identifier."""
    return next(iter(read_places(scope, Place.objects.filter(identifier=identifier))), None)


_FINDERS: Mapping[str, Callable[[Scope, str], Any]] = {
    "Record": find_record,
    "BuildingBlock": find_building_block,
    "Organisation": find_organisation,
    "Concept": find_concept,
    "Place": find_place,
}


def find_node(scope: Scope, identifier: str) -> Any:
    """The row that `identifier` stands for, or None; raises `CallerError` for what is no identifier of this hub."""
    type_name, key = parse_global_id(identifier)
    if type_name not in _FINDERS:
        raise CallerError(_("The argument “id” is not an identifier of this hub."))
    return _FINDERS[type_name](scope, key)
