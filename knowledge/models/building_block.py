from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from ..fields import ProseField
from .edition import Edition


class BuildingBlock(Edition):
    """A part of a solution that others can use again: a thing of its own, in as many case studies as use it."""

    text_fields: ClassVar[list[str]] = [
        "title",
        "summary",
        "how_it_works",
        "enabling_factors",
        "lessons_learned",
    ]

    summary = models.TextField(_("summary"), help_text=_("What it is, in two or three sentences."))
    how_it_works = ProseField(_("how it works"), help_text=_("Steps, people and means, so that others can do it."))
    enabling_factors = ProseField(_("enabling factors"), help_text=_("What must be there for it to work."))
    lessons_learned = ProseField(_("lessons learned"), help_text=_("What those who did it would do otherwise."))
    targets = ParentalManyToManyField(
        "vocabularies.Concept",
        blank=True,
        related_name="+",
        verbose_name=_("global targets"),
        limit_choices_to={"scheme__identifier__in": ["gbf-targets", "gbf-goals"]},
    )
    subjects = ParentalManyToManyField(
        "vocabularies.Concept",
        blank=True,
        related_name="+",
        verbose_name=_("subjects"),
        limit_choices_to={"scheme__identifier": "subjects"},
    )

    class Meta(Edition.Meta):
        abstract = False
        verbose_name = _("building block")
        verbose_name_plural = _("building blocks")
