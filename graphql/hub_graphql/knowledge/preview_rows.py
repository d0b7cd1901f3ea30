"""A draft as rows: what hangs on it is taken from the draft itself, and none of it is read from the database."""

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.models import BuildingBlock, CaseStudy, Edition, Record
from knowledge.preview import load_preview

from ..body.stream import load_bodies, read_blocks
from ..core.context import RequestContext
from ..core.rows import Batch, Row, Scope
from .attachments import LinkRow, load_links, load_tags
from .building_block_rows import (
    BLOCK_PROSE,
    BuildingBlockRow,
    UseRow,
    find_building_blocks_of_editions,
    load_block_prose,
    load_uses,
)
from .editions import EditionFacts, load_editions
from .memberships import (
    BLOCK_MEMBERSHIPS,
    RECORD_MEMBERSHIPS,
    TOOL_MEMBERSHIPS,
    load_block_memberships,
    load_memberships,
)
from .record_rows import COMMON_PROSE, DETAIL_COLUMNS, RecordRow, find_records_of_editions, load_details
from .relation_rows import RelationRow, load_relations

# A draft that was never saved has no primary key; no row of the database has this one.
UNSAVED = 0


def preview_row(context: RequestContext, token: str) -> RecordRow | BuildingBlockRow | None:
    """The draft that `token` stands for, in its own language; None when the token has expired. Never to be stored."""
    context.is_private = True
    draft = load_preview(token)
    if draft is None:
        return None
    scope = context.scope(draft.locale.language_code)
    if isinstance(draft, Record):
        return _record(scope, draft)
    return _building_block(scope, draft) if isinstance(draft, BuildingBlock) else None


def _record(scope: Scope, draft: Record) -> RecordRow:
    row = _row(scope, draft, RecordRow)
    kind = row.record_type
    groups: Mapping[Any, Callable[[], Any]] = {
        load_details: lambda: {name: getattr(draft, name) for name in (*COMMON_PROSE, *DETAIL_COLUMNS[kind])},
        load_memberships: lambda: _members(draft, (*RECORD_MEMBERSHIPS, *TOOL_MEMBERSHIPS)),
        load_bodies: lambda: read_blocks(scope, draft.body.get_prep_value()),
        load_links: lambda: [LinkRow(link.url, link.title, link.language) for link in draft.links.all()],
        load_tags: lambda: sorted(tag.name for tag in draft.tags.all()),
        load_relations: lambda: _relations(scope, draft),
        load_uses: lambda: _uses(scope, draft),
        load_editions: lambda: _editions(row, draft),
    }
    _seed(row, groups)
    return row


def _building_block(scope: Scope, draft: BuildingBlock) -> BuildingBlockRow:
    row = _row(scope, draft, BuildingBlockRow)
    groups: Mapping[Any, Callable[[], Any]] = {
        load_block_prose: lambda: {name: getattr(draft, name) for name in BLOCK_PROSE},
        load_block_memberships: lambda: _members(draft, BLOCK_MEMBERSHIPS),
        load_editions: lambda: _editions(row, draft),
    }
    _seed(row, groups)
    return row


def _row[R: Row](scope: Scope, draft: Edition, row_type: type[R]) -> R:
    """A row of its own batch with the columns of the draft."""
    special = {"pk": draft.pk or UNSAVED, "locale__language_code": draft.locale.language_code}
    columns: tuple[str, ...] = row_type.columns
    row = row_type(*(special[name] if name in special else getattr(draft, name) for name in columns))
    Batch(scope).add([row])
    return row


def _seed(row: Row, groups: Mapping[Any, Callable[[], Any]]) -> None:
    for load, read in groups.items():
        row.batch.seed(load, {row.pk: read()})


def _editions(row: RecordRow | BuildingBlockRow, draft: Edition) -> list[EditionFacts]:
    """The other editions as they are, and this one as if it were live."""
    stored = load_editions(row.batch, [row])[row.pk]
    locale = draft.locale.language_code
    own = EditionFacts(draft.translation_key, row.pk, locale, draft.translation_method, draft.text_digest, True)
    return [*(edition for edition in stored if edition.locale != locale), own]


def _members(draft: Edition, memberships: Any) -> dict[str, list[int]]:
    names = [membership.kind for membership in memberships if hasattr(draft, membership.kind)]
    return {name: [member.pk for member in getattr(draft, name).all()] for name in names}


def _relations(scope: Scope, draft: Record) -> list[RelationRow]:
    """What the draft says itself; what others say of it, its live edition shows."""
    said = [(relation.kind, relation.target_id) for relation in draft.relations.all()]
    lookup = scope.lookup(find_records_of_editions)
    lookup.announce(target for _kind, target in said)
    return [RelationRow(kind=kind, record=record) for kind, target in said if (record := lookup.get(target))]


def _uses(scope: Scope, draft: Record) -> list[UseRow]:
    if not isinstance(draft, CaseStudy):
        return []
    said = [(use.building_block_id, use.note) for use in draft.building_block_uses.all()]
    blocks = find_building_blocks_of_editions(scope, [key for key, _note in said])
    return [UseRow(building_block=blocks[key], note=note) for key, note in said if key in blocks]
