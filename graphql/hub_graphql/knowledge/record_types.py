"""The six types of record and what each adds, building blocks, and what a preview can show."""

from typing import Any

import graphene

from ..body.prose import block_prose, detail_prose
from ..core.connection import PageInfoType, total_count_field
from ..core.locales import LanguageNotice
from ..core.node import Node, type_of
from ..vocabularies.types import Concept, listed
from .building_block_rows import load_uses
from .enums import ELearningFormat
from .types import Organisation, Record


def prose(column: str, description: str) -> graphene.String:
    """A rich text of one type of record."""
    return graphene.String(
        required=True,
        description=f"{description} Clean HTML; may be empty.",
        resolver=lambda row, info: detail_prose(row, column),
    )


def words(column: str, description: str) -> graphene.String:
    """A plain text of one type of record."""
    return graphene.String(
        required=True,
        description=f"{description} May be empty.",
        resolver=lambda row, info: row.detail(column),
    )


def value(of: Any, column: str, description: str) -> graphene.Field:
    """A number, a yes or no, or a choice of one type of record; null where it is not known."""
    return graphene.Field(of, description=description, resolver=lambda row, info: row.detail(column))


def concept(column: str, description: str) -> graphene.Field:
    """A concept that one type of record points at."""
    return graphene.Field(
        Concept, description=description, resolver=lambda row, info: row.concept_detail(f"{column}_id")
    )


class BestPractice(graphene.ObjectType):
    """A way of doing things that has proved itself."""

    class Meta:
        interfaces = (Node, Record)

    context_html = prose("context", "Where, when and for whom it was needed.")
    approach_html = prose("approach", "What is done, in which order, by whom.")
    lessons_learned_html = prose("lessons_learned", "What worked, what did not, and why.")
    replicability_html = prose("replicability", "What another place needs in order to do the same.")
    scale = concept("scale", "The area over which it is done.")


class BuildingBlock(graphene.ObjectType):
    """A part of a solution that others can use again, with all case studies that use it."""

    class Meta:
        interfaces = (Node,)

    reference = graphene.String(required=True, description="Permanent reference of 12 characters, for all languages.")
    title = graphene.String(required=True, description="Its title.")
    slug = graphene.String(required=True, description="The title as part of an address.")
    summary = graphene.String(required=True, description="What it is, without markup.")
    language = graphene.Field(
        LanguageNotice, required=True, description="Which language is served, and how the text came to be in it."
    )
    how_it_works_html = graphene.String(
        required=True, description="Steps, people and means, as clean HTML; may be empty."
    )
    enabling_factors_html = graphene.String(
        required=True, description="What must be there for it to work, as clean HTML; may be empty."
    )
    lessons_learned_html = graphene.String(
        required=True, description="What those who did it would do otherwise, as clean HTML; may be empty."
    )
    is_example = graphene.Boolean(required=True, description="Whether it is invented to show how the hub works.")
    targets = listed(Concept, "Global targets and goals it contributes to.")
    subjects = listed(Concept, "What it is about.")
    case_studies = listed(lambda: CaseStudy, "The case studies that use it, the newest first.")
    case_study_count = graphene.Int(required=True, description="How many case studies use it.")
    first_published_at = graphene.String(required=True, description="When it first went live here (ISO 8601).")
    last_published_at = graphene.String(required=True, description="When it last changed here (ISO 8601).")

    @staticmethod
    def resolve_how_it_works_html(row: Any, info: Any) -> str:
        return block_prose(row, "how_it_works")

    @staticmethod
    def resolve_enabling_factors_html(row: Any, info: Any) -> str:
        return block_prose(row, "enabling_factors")

    @staticmethod
    def resolve_lessons_learned_html(row: Any, info: Any) -> str:
        return block_prose(row, "lessons_learned")


class CaseStudyBuildingBlock(graphene.ObjectType):
    """A building block as one case study used it."""

    building_block = graphene.Field(BuildingBlock, required=True, description="The building block.")
    note = graphene.String(required=True, description="How it was used here; may be empty.")


class CaseStudy(graphene.ObjectType):
    """What was done in one place: problem, building blocks, impact."""

    class Meta:
        interfaces = (Node, Record)

    problem_html = prose("problem", "What was wrong, for whom, and what had been tried.")
    impact_html = prose("impact", "What changed, with figures and how they were measured.")
    lessons_learned_html = prose("lessons_learned", "What those who did it would do otherwise.")
    start_date = words("start_date", "`2024`, `2024-03` or `2024-03-15`, as much as is known.")
    end_date = words("end_date", "The same; empty while it goes on.")
    scale = concept("scale", "The area over which it was done.")
    cost_usd = value(graphene.Float, "cost_usd", "Cost in US dollars, all in all.")
    area_hectares = value(graphene.Float, "area_hectares", "Land or water covered, in hectares.")
    building_blocks = listed(CaseStudyBuildingBlock, "What it was built from.")

    @staticmethod
    def resolve_building_blocks(row: Any, info: Any) -> Any:
        return row.group(load_uses)


class ToolOrGuidance(graphene.ObjectType):
    """Something to work with: software, a manual, a guideline."""

    class Meta:
        interfaces = (Node, Record)

    how_to_use_html = prose("how_to_use", "The first steps.")
    requirements_html = prose("requirements", "Skills, data, equipment or money it takes.")
    purposes = listed(Concept, "What it is for.")
    file_format = words("file_format", "Such as PDF, web page, R package.")
    version = words("version", "As its makers number it.")


class ResearchReport(graphene.ObjectType):
    """Findings: an article, an assessment, a report."""

    class Meta:
        interfaces = (Node, Record)

    methods_html = prose("methods", "How the findings were reached.")
    key_findings_html = prose("key_findings", "What a decision maker should take from it.")
    doi = words("doi", "Such as `10.5281/zenodo.3831673`.")
    journal = words("journal", "The journal or series it appeared in.")
    is_peer_reviewed = value(graphene.Boolean, "is_peer_reviewed", "Whether peers have reviewed it; null if unknown.")
    is_open_access = value(graphene.Boolean, "is_open_access", "Whether all may read it; null if unknown.")


class ELearningResource(graphene.ObjectType):
    """Something to learn from: a course, a webinar."""

    class Meta:
        interfaces = (Node, Record)

    learning_objectives_html = prose("learning_objectives", "What a learner can do afterwards.")
    prerequisites_html = prose("prerequisites", "What a learner must know or have.")
    provider = words("provider", "Who offers it.")
    duration_minutes = value(graphene.Int, "duration_minutes", "Minutes of study, all in all.")
    is_free = value(graphene.Boolean, "is_free", "Whether it is free of charge; null if unknown.")
    has_certificate = value(graphene.Boolean, "has_certificate", "Whether it gives a certificate; null if unknown.")
    format = graphene.Field(
        ELearningFormat,
        description="How it is taught; null if unknown.",
        resolver=lambda row, info: row.detail("format") or None,
    )


class PolicyDocument(graphene.ObjectType):
    """A law, strategy, plan or agreement."""

    class Meta:
        interfaces = (Node, Record)

    obligations_html = prose("obligations", "What it asks, and of whom.")
    responsible_authorities_html = prose("responsible_authorities", "Who carries it out.")
    document_type = concept("document_type", "Law, strategy, guideline and so on.")
    jurisdiction = concept("jurisdiction", "The level at which it binds.")
    policy_status = concept("policy_status", "Whether it is in force.")
    adoption_date = words("adoption_date", "`2024`, `2024-03` or `2024-03-15`, as much as is known.")
    entry_into_force_date = words("entry_into_force_date", "As much as is known.")
    reference_number = words("reference_number", "Such as Law No. 7788.")


RECORD_TYPES = (BestPractice, CaseStudy, ToolOrGuidance, ResearchReport, ELearningResource, PolicyDocument)


class Previewable(graphene.Union):
    """What a preview token can stand for: a draft of a record or of a building block."""

    class Meta:
        types = (*RECORD_TYPES, BuildingBlock)

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)


class BuildingBlockEdge(graphene.ObjectType):
    """A building block in a list."""

    cursor = graphene.String(required=True, description="Its place in the list, to be given as `after` or `before`.")
    node = graphene.Field(BuildingBlock, required=True, description="The building block.")


class BuildingBlockConnection(graphene.ObjectType):
    """A page of building blocks."""

    edges = listed(BuildingBlockEdge, "The building blocks with their places in the list.")
    nodes = listed(BuildingBlock, "The building blocks alone.")
    page_info = graphene.Field(PageInfoType, required=True, description="Whether there is more.")
    total_count = total_count_field()


class OrganisationEdge(graphene.ObjectType):
    """An organisation in a list."""

    cursor = graphene.String(required=True, description="Its place in the list, to be given as `after` or `before`.")
    node = graphene.Field(Organisation, required=True, description="The organisation.")


class OrganisationConnection(graphene.ObjectType):
    """A page of organisations."""

    edges = listed(OrganisationEdge, "The organisations with their places in the list.")
    nodes = listed(Organisation, "The organisations alone.")
    page_info = graphene.Field(PageInfoType, required=True, description="Whether there is more.")
    total_count = total_count_field()
