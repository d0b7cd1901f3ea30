"""The base of all curated records: one table for what they share, one more for what a type adds."""

from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField

from ..blocks import BodyBlock
from ..enums import RecordType, RelationKind
from ..errors import BareRecordError
from ..fields import PartialDateField, ProseField
from .edition import Edition

UNKNOWN_LICENCE = "NOASSERTION"


def concepts(scheme: str, label: Any, **options: Any) -> ParentalManyToManyField:
    """Several concepts of one vocabulary."""
    return ParentalManyToManyField(
        "vocabularies.Concept",
        related_name="+",
        verbose_name=label,
        limit_choices_to={"scheme__identifier__in": scheme.split()},
        **{"blank": True} | options,
    )


def concept(scheme: str, label: Any, **options: Any) -> "models.ForeignKey[Any, Any]":
    """One concept of one vocabulary."""
    return models.ForeignKey(
        "vocabularies.Concept",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=label,
        limit_choices_to={"scheme__identifier": scheme},
        **{"blank": True} | options,
    )


class Record(Edition):
    """A curated knowledge asset (common format “resource”). Only its children, one a type, are ever made."""

    record_type_value: ClassVar[RecordType]
    text_fields: ClassVar[list[str]] = ["title", "summary", "plain_summary", "body", "relevant_information"]

    record_type = models.CharField(_("type"), max_length=30, choices=RecordType.choices, editable=False, db_index=True)
    summary = models.TextField(
        _("summary"), help_text=_("Abstract of at most 300 words: what it is, for whom, what it found.")
    )
    plain_summary = models.TextField(
        _("in plain words"),
        blank=True,
        help_text=_("One or two sentences that someone outside the field understands."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"), help_text=_("The substance, in blocks."))
    authors = models.JSONField(_("authors"), default=list, blank=True, help_text=_("One name a line."))
    publisher = models.CharField(_("publisher"), max_length=300, blank=True, help_text=_("Who published it."))
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("The larger work or site it comes from.")
    )
    publication_date = PartialDateField(
        _("publication date"), help_text=_("As much as is known: 2024, 2024-03 or 2024-03-15."), db_index=True
    )
    rights = models.CharField(_("rights statement"), max_length=500, blank=True, help_text=_("As the owner words it."))
    licence = concept(
        "licences", _("licence"), help_text=_("From the SPDX list. Choose NOASSERTION when it is not known.")
    )
    is_syndication_allowed = models.BooleanField(
        _("may be passed on to partners"), default=False, help_text=_("Needs a known licence.")
    )
    cover = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
    )
    cover_alt_text = models.CharField(
        _("text alternative of the cover"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    is_cover_decorative = models.BooleanField(_("the cover is decoration only"), default=False)
    targets = concepts("gbf-targets gbf-goals", _("global targets"), help_text=_("Of the Kunming-Montreal Framework."))
    aichi_targets = concepts("aichi-targets", _("Aichi targets"), help_text=_("For what was written before 2022."))
    subjects = concepts("subjects", _("subjects"), blank=False, help_text=_("At least one CBD subject area."))
    audiences = concepts("audiences", _("target groups"), help_text=_("For whom it was made."))
    expertise_level = concept(
        "expertise-levels", _("expertise level"), help_text=_("How much a reader must know already.")
    )
    languages = concepts(
        "languages", _("languages of the resource"), help_text=_("In which the thing itself can be had.")
    )
    places = ParentalManyToManyField(
        "vocabularies.Place",
        blank=True,
        related_name="+",
        verbose_name=_("countries and regions"),
        help_text=_("A region stands for all its countries."),
    )
    organisations = ParentalManyToManyField(
        "knowledge.Organisation",
        blank=True,
        related_name="records",
        verbose_name=_("organisations"),
        help_text=_("Who wrote it or did it."),
    )
    tags = ClusterTaggableManager(
        through="knowledge.RecordTag",
        blank=True,
        verbose_name=_("free tags"),
        help_text=_("Only for what the vocabularies lack; editors turn good ones into concepts."),
    )
    relevant_information = ProseField(
        _("other relevant information"), help_text=_("Anything else a reader should know.")
    )
    private_notes = models.TextField(
        _("private notes"), blank=True, help_text=_("For editors. No reader ever sees them.")
    )

    class Meta(Edition.Meta):
        abstract = False
        verbose_name = _("record")
        verbose_name_plural = _("records")
        indexes = [
            models.Index(fields=["-first_published_at", "-id"], name="record_newest_first"),
            models.Index(fields=["translation_key", "live", "locale"], name="record_editions"),
        ]

    def derive(self) -> None:
        super().derive()
        self.record_type = self.record_type if self.is_bare else type(self).record_type_value

    def digest(self) -> str:
        # The base does not have the words of the child, so it cannot tell whether they have changed.
        return self.text_digest if self.is_bare else super().digest()

    @property
    def is_bare(self) -> bool:
        """Whether this is the common part alone, as it comes from `Record.objects`."""
        return type(self) is Record

    @classmethod
    def model_of(cls, record_type: str) -> "type[Record]":
        """The model of a type of record: `case_study` gives `CaseStudy`."""
        model: type[Record] = apps.get_model("knowledge", record_type.replace("_", ""))
        return model

    @property
    def specific(self) -> "Record":
        """This record as an instance of its own type; asks the database when it is the common part alone."""
        if not self.is_bare:
            return self
        child: Record = self.model_of(self.record_type).objects.get(pk=self.pk)
        return child

    def get_workflow(self) -> Any:
        """The workflow of the type of this record: Wagtail looks for one of the base, which has none."""
        return (self.model_of(self.record_type) if self.is_bare else type(self)).get_default_workflow()

    def save_revision(self, *args: Any, **options: Any) -> Any:
        """Raises `BareRecordError` on the common part alone: its revision would lack what the type adds."""
        if self.is_bare:
            raise BareRecordError(self.pk)
        return super().save_revision(*args, **options)

    def unpublish(self, *args: Any, **options: Any) -> None:
        """Take the record down as its own type, so that log and signal name what editors know."""
        if not self.is_bare:
            super().unpublish(*args, **options)
            return
        self.specific.unpublish(*args, **options)
        self.refresh_from_db(fields=["live", "expired", "has_unpublished_changes", "live_revision"])

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.is_syndication_allowed and (self.licence is None or self.licence.identifier == UNKNOWN_LICENCE):
            problems["is_syndication_allowed"] = _(
                "Choose a known licence first: partners may not reuse what has none."
            )
        if self.cover_id and not self.cover_alt_text and not self.is_cover_decorative:
            problems["cover_alt_text"] = _("Say what the cover shows, or mark it as decoration only.")
        if problems:
            raise ValidationError(problems)


class RecordTag(TaggedItemBase):
    content_object = ParentalKey(Record, related_name="tagged_items", on_delete=models.CASCADE)


class ResourceLink(models.Model):
    """Where the thing itself can be had."""

    record = ParentalKey(Record, related_name="links", on_delete=models.CASCADE)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    url = models.URLField(_("address"), max_length=1000)
    title = models.CharField(_("title"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True, help_text=_("Code such as en."))

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("link to the resource")

    def __str__(self) -> str:
        return self.title or self.url


class RecordRelation(models.Model):
    """How a record stands to another, said once; the inverse is read from the other end."""

    record = ParentalKey(Record, related_name="relations", on_delete=models.CASCADE)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=RelationKind.choices)
    target = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="incoming_relations", verbose_name=_("record")
    )

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("relation")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "kind", "target"],
                name="one_row_per_relation",
                violation_error_message=_("This relation is there already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target_id}"

    def clean(self) -> None:
        super().clean()
        if self.target_id and self.record_id and self.target_id == self.record_id:
            raise ValidationError({"target": _("A record cannot be related to itself.")})
