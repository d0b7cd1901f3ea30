"""The six types of record and what each adds to the common fields."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ..enums import ELearningFormat, RecordType
from ..fields import PartialDateField, ProseField
from .building_block import BuildingBlock
from .record import Record, concept, concepts


class BestPractice(Record):
    record_type_value = RecordType.BEST_PRACTICE
    text_fields: ClassVar[list[str]] = [
        *Record.text_fields,
        "context",
        "approach",
        "lessons_learned",
        "replicability",
    ]

    context = ProseField(_("context"), blank=False, help_text=_("Where, when and for whom it was needed."))
    approach = ProseField(_("approach"), blank=False, help_text=_("What is done, in which order, by whom."))
    lessons_learned = ProseField(_("lessons learned"), help_text=_("What worked, what did not, and why."))
    replicability = ProseField(_("replicability"), help_text=_("What another place needs in order to do the same."))
    scale = concept("scales", _("scale"), help_text=_("The area over which it is done."))

    class Meta:
        verbose_name = _("best practice")
        verbose_name_plural = _("best practices")


class CaseStudy(Record):
    """Problem, building blocks, impact (the PANORAMA structure)."""

    record_type_value = RecordType.CASE_STUDY
    text_fields: ClassVar[list[str]] = [*Record.text_fields, "problem", "impact", "lessons_learned"]

    problem = ProseField(_("problem"), blank=False, help_text=_("What was wrong, for whom, and what had been tried."))
    impact = ProseField(_("impact"), blank=False, help_text=_("What changed, with figures and how they were measured."))
    lessons_learned = ProseField(_("lessons learned"), help_text=_("What those who did it would do otherwise."))
    start_date = PartialDateField(_("start"), help_text=_("As much as is known: 2024 or 2024-03."))
    end_date = PartialDateField(_("end"), help_text=_("Empty while it goes on."))
    scale = concept("scales", _("scale"), help_text=_("The area over which it was done."))
    cost_usd = models.PositiveBigIntegerField(
        _("cost in US dollars"), null=True, blank=True, help_text=_("All in all.")
    )
    area_hectares = models.FloatField(
        _("area in hectares"), null=True, blank=True, help_text=_("Land or water covered.")
    )

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")


class CaseStudyBuildingBlock(TranslatableMixin):
    """A building block as one case study used it. Every language names the same edition of the building block: which
    one is shown, the reader's language decides."""

    translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("sort_order", overridable=False),
        SynchronizedField("building_block", overridable=False),
        TranslatableField("note"),
    ]
    case_study = ParentalKey(CaseStudy, related_name="building_block_uses", on_delete=models.CASCADE)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    building_block = models.ForeignKey(
        BuildingBlock, on_delete=models.PROTECT, related_name="uses", verbose_name=_("building block")
    )
    note = models.TextField(_("how it was used here"), blank=True)

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("building block of a case study")
        constraints = [
            models.UniqueConstraint(
                fields=["case_study", "building_block"],
                name="a_block_once_per_case",
                violation_error_message=_("This building block is listed already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.building_block_id)


class ToolOrGuidance(Record):
    record_type_value = RecordType.TOOL_OR_GUIDANCE
    text_fields: ClassVar[list[str]] = [*Record.text_fields, "how_to_use", "requirements"]

    how_to_use = ProseField(_("how to use it"), help_text=_("The first steps."))
    requirements = ProseField(_("requirements"), help_text=_("Skills, data, equipment or money it takes."))
    purposes = concepts("tool-purposes", _("purposes"), help_text=_("What it is for."))
    file_format = models.CharField(
        _("format"), max_length=100, blank=True, help_text=_("Such as PDF, web page, R package.")
    )
    version = models.CharField(_("version"), max_length=50, blank=True, help_text=_("As its makers number it."))

    class Meta:
        verbose_name = _("tool or guidance")
        verbose_name_plural = _("tools and guidance")


class ResearchReport(Record):
    record_type_value = RecordType.RESEARCH_REPORT
    text_fields: ClassVar[list[str]] = [*Record.text_fields, "methods", "key_findings"]

    methods = ProseField(_("methods"), help_text=_("How the findings were reached."))
    key_findings = ProseField(_("key findings"), help_text=_("What a decision maker should take from it."))
    doi = models.CharField(
        "DOI", max_length=200, blank=True, db_index=True, help_text=_("Such as 10.5281/zenodo.3831673.")
    )
    journal = models.CharField(_("journal or series"), max_length=300, blank=True, help_text=_("Where it appeared."))
    is_peer_reviewed = models.BooleanField(_("peer reviewed"), null=True, blank=True)
    is_open_access = models.BooleanField(_("open access"), null=True, blank=True)

    class Meta:
        verbose_name = _("research report")
        verbose_name_plural = _("research reports")


class ELearningResource(Record):
    record_type_value = RecordType.E_LEARNING_RESOURCE
    text_fields: ClassVar[list[str]] = [*Record.text_fields, "learning_objectives", "prerequisites"]

    learning_objectives = ProseField(_("learning objectives"), help_text=_("What a learner can do afterwards."))
    prerequisites = ProseField(_("prerequisites"), help_text=_("What a learner must know or have."))
    provider = models.CharField(_("provider"), max_length=300, blank=True, help_text=_("Who offers it."))
    duration_minutes = models.PositiveIntegerField(
        _("duration in minutes"), null=True, blank=True, help_text=_("Of study, all in all.")
    )
    is_free = models.BooleanField(_("free of charge"), null=True, blank=True)
    has_certificate = models.BooleanField(_("gives a certificate"), null=True, blank=True)
    format = models.CharField(
        _("format"),
        max_length=20,
        choices=ELearningFormat.choices,
        blank=True,
        help_text=_("How it is taught."),
    )

    class Meta:
        verbose_name = _("e-learning resource")
        verbose_name_plural = _("e-learning resources")


class PolicyDocument(Record):
    record_type_value = RecordType.POLICY_DOCUMENT
    is_review_compulsory: ClassVar[bool] = True
    text_fields: ClassVar[list[str]] = [*Record.text_fields, "obligations", "responsible_authorities"]

    obligations = ProseField(_("obligations"), help_text=_("What it asks, and of whom."))
    responsible_authorities = ProseField(_("responsible authorities"), help_text=_("Who carries it out."))
    document_type = concept("policy-document-types", _("type of document"), help_text=_("Law, strategy, guideline ..."))
    jurisdiction = concept("jurisdictions", _("jurisdiction"), help_text=_("The level at which it binds."))
    policy_status = concept("policy-statuses", _("status of the document"), help_text=_("Whether it is in force."))
    adoption_date = PartialDateField(_("adopted"), help_text=_("As much as is known: 2024 or 2024-03-15."))
    entry_into_force_date = PartialDateField(_("entry into force"), help_text=_("As much as is known."))
    reference_number = models.CharField(
        _("reference number"), max_length=200, blank=True, help_text=_("Such as Law No. 7788.")
    )

    class Meta:
        verbose_name = _("policy document")
        verbose_name_plural = _("policy documents")


RECORD_MODELS: dict[RecordType, type[Record]] = {
    model.record_type_value: model
    for model in (BestPractice, CaseStudy, ToolOrGuidance, ResearchReport, ELearningResource, PolicyDocument)
}
