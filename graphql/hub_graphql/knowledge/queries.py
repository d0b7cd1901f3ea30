"""Root fields about records, building blocks and organisations."""

from typing import Any

import graphene

from knowledge.models import BuildingBlock, Organisation

from ..core.connection import Connection, PageRequest, page_arguments
from ..core.locales import locale_argument
from ..core.rows import Scope
from .building_block_rows import BuildingBlockRow, read_building_blocks
from .enums import RecordOrder
from .inputs import RecordFilter, criteria_from
from .lists import RecordPage, list_building_blocks, list_organisations, list_records
from .organisation_rows import OrganisationRow, read_organisations
from .preview_rows import preview_row
from .record_rows import RecordRow, find_record
from .record_types import BuildingBlock as BuildingBlockType
from .record_types import BuildingBlockConnection, OrganisationConnection, Previewable
from .types import Organisation as OrganisationType
from .types import Record as RecordInterface
from .types import RecordConnection


def find_building_block(scope: Scope, reference: str) -> BuildingBlockRow | None:
    """The served edition of the building block with this reference."""
    served = BuildingBlock.objects.filter(reference=reference).served_in(scope.locale, scope.viewer)
    return next(iter(read_building_blocks(scope, served)), None)


def find_organisation(scope: Scope, slug: str) -> OrganisationRow | None:
    """The organisation with this address."""
    return next(iter(read_organisations(scope, Organisation.objects.filter(slug=slug))), None)


class KnowledgeQueries(graphene.ObjectType):
    """What is curated here."""

    record = graphene.Field(
        RecordInterface,
        reference=graphene.String(required=True, description="Its permanent reference of 12 characters."),
        locale=locale_argument(),
        description="One record; null when there is none to be read.",
    )
    preview = graphene.Field(
        Previewable,
        token=graphene.String(required=True, description="As the admin hands it out; good for an hour."),
        description="The draft behind a preview token; null when the token has expired. Never to be stored.",
    )
    records = graphene.Field(
        RecordConnection,
        locale=locale_argument(),
        filter=graphene.Argument(RecordFilter, description="What records are wanted; all without it."),
        order=graphene.Argument(
            RecordOrder, required=True, default_value=RecordOrder.NEWEST, description="Their order, which is stable."
        ),
        **page_arguments(),
        required=True,
        description="Records, page by page.",
    )
    building_block = graphene.Field(
        BuildingBlockType,
        reference=graphene.String(required=True, description="Its permanent reference of 12 characters."),
        locale=locale_argument(),
        description="One building block; null when there is none to be read.",
    )
    building_blocks = graphene.Field(
        BuildingBlockConnection,
        locale=locale_argument(),
        **page_arguments(),
        required=True,
        description="Building blocks by title, page by page.",
    )
    organisation = graphene.Field(
        OrganisationType,
        slug=graphene.String(required=True, description="Its name in addresses."),
        locale=locale_argument(),
        description="One organisation; null when there is none.",
    )
    organisations = graphene.Field(
        OrganisationConnection,
        locale=locale_argument(),
        **page_arguments(),
        required=True,
        description="Organisations, page by page.",
    )

    @staticmethod
    def resolve_record(root: None, info: Any, reference: str, locale: Any) -> RecordRow | None:
        return find_record(info.context.scope(locale.value), reference)

    @staticmethod
    def resolve_preview(root: None, info: Any, token: str) -> Any:
        return preview_row(info.context, token)

    @staticmethod
    def resolve_records(root: None, info: Any, locale: Any, order: Any, **asked: Any) -> RecordPage:
        criteria = criteria_from(asked.pop("filter", None))
        return list_records(info.context.scope(locale.value), criteria, order.value, PageRequest(**asked))

    @staticmethod
    def resolve_building_block(root: None, info: Any, reference: str, locale: Any) -> BuildingBlockRow | None:
        return find_building_block(info.context.scope(locale.value), reference)

    @staticmethod
    def resolve_building_blocks(root: None, info: Any, locale: Any, **asked: Any) -> Connection:
        return list_building_blocks(info.context.scope(locale.value), PageRequest(**asked))

    @staticmethod
    def resolve_organisation(root: None, info: Any, slug: str, locale: Any) -> OrganisationRow | None:
        return find_organisation(info.context.scope(locale.value), slug)

    @staticmethod
    def resolve_organisations(root: None, info: Any, locale: Any, **asked: Any) -> Connection:
        return list_organisations(info.context.scope(locale.value), PageRequest(**asked))
