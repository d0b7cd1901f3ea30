"""(b): what one writes with graphene-django in an afternoon, with the prefetches thought of."""

import json
from typing import Any

import graphene
from django.db.models import Prefetch
from graphene_django import DjangoObjectType
from wagtail.rich_text import expand_db_html

from hub.languages.chain import pick
from hub.visibility.viewer import ANONYMOUS
from hub.vocabularies import models as vocabularies
from knowledge import models

NESTED = ("targets", "subjects", "places", "organisations")


class Concept(DjangoObjectType):
    class Meta:
        model = vocabularies.Concept
        fields = ("identifier",)

    label = graphene.String()

    def resolve_label(self, info: Any) -> str:
        return pick(self.labels, "en")[0]


class Place(DjangoObjectType):
    class Meta:
        model = vocabularies.Place
        fields = ("identifier",)

    name = graphene.String()

    def resolve_name(self, info: Any) -> str:
        return pick(self.names, "en")[0]


class Organisation(DjangoObjectType):
    class Meta:
        model = models.Organisation
        fields = ("slug",)

    name = graphene.String()

    def resolve_name(self, info: Any) -> str:
        return pick(self.names, "en")[0]


class ResourceLink(DjangoObjectType):
    class Meta:
        model = models.ResourceLink
        fields = ("url", "title")


class Language(graphene.ObjectType):
    locale_served = graphene.String()
    translation_method = graphene.String()
    is_fallback = graphene.Boolean()


class RelatedRecord(graphene.ObjectType):
    reference = graphene.String()
    title = graphene.String()


class RecordRelation(graphene.ObjectType):
    kind = graphene.String()
    record = graphene.Field(RelatedRecord)

    def resolve_record(self, info: Any) -> Any:
        return self.target


COMMON = (
    "reference",
    "record_type",
    "title",
    "summary",
    "publication_date",
    "plain_summary",
    "authors",
    "publisher",
    "source",
    "rights",
    "is_syndication_allowed",
    "is_example",
    "first_published_at",
    "last_published_at",
)


class RecordFields:
    targets = graphene.List(Concept)
    subjects = graphene.List(Concept)
    places = graphene.List(Place)
    organisations = graphene.List(Organisation)
    language = graphene.Field(Language)

    def resolve_targets(self: Any, info: Any) -> Any:
        return self.targets.all()

    def resolve_subjects(self: Any, info: Any) -> Any:
        return self.subjects.all()

    def resolve_places(self: Any, info: Any) -> Any:
        return self.places.all()

    def resolve_organisations(self: Any, info: Any) -> Any:
        return self.organisations.all()

    def resolve_language(self: Any, info: Any) -> Language:
        code = self.locale.language_code
        return Language(
            locale_served=code, translation_method=self.translation_method.upper(), is_fallback=code != "en"
        )


class Record(RecordFields, DjangoObjectType):
    class Meta:
        model = models.Record
        fields = COMMON
        convert_choices_to_enum = False


class CaseStudy(RecordFields, DjangoObjectType):
    class Meta:
        model = models.CaseStudy
        fields = (*COMMON, "start_date", "end_date")
        convert_choices_to_enum = False

    links = graphene.List(ResourceLink)
    relations = graphene.List(RecordRelation)
    body = graphene.String()
    problem_html = graphene.String()
    impact_html = graphene.String()
    lessons_learned_html = graphene.String()
    relevant_information_html = graphene.String()

    def resolve_links(self: Any, info: Any) -> Any:
        return self.links.all()

    def resolve_relations(self: Any, info: Any) -> Any:
        return [relation for relation in self.relations.all() if relation.target.live]

    def resolve_body(self: Any, info: Any) -> str:
        return json.dumps(list(self.body.raw_data))

    def resolve_problem_html(self: Any, info: Any) -> str:
        return expand_db_html(self.problem)

    def resolve_impact_html(self: Any, info: Any) -> str:
        return expand_db_html(self.impact)

    def resolve_lessons_learned_html(self: Any, info: Any) -> str:
        return expand_db_html(self.lessons_learned)

    def resolve_relevant_information_html(self: Any, info: Any) -> str:
        return expand_db_html(self.relevant_information)


class Query(graphene.ObjectType):
    records = graphene.List(Record, first=graphene.Int())
    case_study = graphene.Field(CaseStudy, reference=graphene.String())

    def resolve_records(self, info: Any, first: int) -> Any:
        served = models.Record.objects.served_in("en", ANONYMOUS).select_related("locale").prefetch_related(*NESTED)
        return served.order_by("-first_published_at", "-pk")[:first]

    def resolve_case_study(self, info: Any, reference: str) -> Any:
        relations = Prefetch("relations", queryset=models.RecordRelation.objects.select_related("target"))
        served = models.CaseStudy.objects.filter(reference=reference).served_in("en", ANONYMOUS)
        return served.select_related("locale").prefetch_related(*NESTED, "links", relations).get()


schema = graphene.Schema(query=Query)
