"""How records stand to each other, read from either end and in the language asked for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from knowledge.enums import InverseRelationKind, RelationKind
from knowledge.relations import relations_of_works

from ..core.rows import Batch
from .record_rows import RecordRow, find_records


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    kind: str
    record: RecordRow


def load_relations(batch: Batch, rows: Sequence[RecordRow]) -> Mapping[int, list[RelationRow]]:
    """The relations of each work to works that the viewer may read."""
    scope = batch.scope
    said: defaultdict[UUID, list[tuple[str, UUID]]] = defaultdict(list)
    for relation in relations_of_works([row.translation_key for row in rows], viewer=scope.viewer):
        kind = RelationKind(relation.kind)
        said[relation.source].append((kind.value, relation.target))
        said[relation.target].append((InverseRelationKind[kind.name].value, relation.source))
    others = scope.lookup(find_records)
    others.announce(other for row in rows for _kind, other in said[row.translation_key])
    return {
        row.pk: [
            RelationRow(kind=kind, record=record)
            for kind, other in said[row.translation_key]
            if (record := others.get(other)) is not None
        ]
        for row in rows
    }
