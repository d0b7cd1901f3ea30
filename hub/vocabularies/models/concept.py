"""Controlled vocabularies after SKOS: schemes of concepts with labels in every language."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.languages.chain import pick
from hub.languages.fields import LanguageMapField

from ..enums import ClosureBasis, MappingKind
from ..querysets import ConceptQuerySet


class Scheme(models.Model):
    """A vocabulary (skos:ConceptScheme)."""

    identifier = models.CharField(_("identifier"), max_length=200, unique=True)
    uri = models.CharField(_("URI"), max_length=500, blank=True)
    titles = LanguageMapField(_("title"))
    descriptions = LanguageMapField(_("description"), blank=True, rows=3)
    source = models.CharField(_("source"), max_length=500, blank=True, help_text=_("Where the identifiers come from."))

    class Meta:
        ordering = ["identifier"]
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")

    def __str__(self) -> str:
        return pick(self.titles, get_language() or "en")[0] or self.identifier


class Concept(models.Model):
    """A term with a stable identifier (skos:Concept). Everything two things can have in common is one of these."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="concepts", verbose_name=_("vocabulary"))
    identifier = models.CharField(
        _("identifier"),
        max_length=500,
        unique=True,
        help_text=_("Stable for ever, such as GBF-TARGET-21 or CC-BY-4.0."),
    )
    uri = models.CharField(_("URI"), max_length=500, blank=True)
    notation = models.CharField(_("notation"), max_length=100, blank=True, help_text=_("Its number or short code."))
    labels = LanguageMapField(_("label"))
    alternative_labels = LanguageMapField(
        _("alternative labels"), blank=True, lists=True, help_text=_("Synonyms and acronyms, one a line.")
    )
    definitions = LanguageMapField(_("definition"), blank=True, rows=3)
    broader = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="narrower", verbose_name=_("broader concepts")
    )
    related = models.ManyToManyField("self", blank=True, verbose_name=_("related concepts"))
    sort_key = models.CharField(max_length=100, blank=True, editable=False)
    # What the last import brought, field by field: a field that differs from it was changed by an editor.
    imported_values = models.JSONField(default=dict, blank=True, editable=False)

    objects: ClassVar[ConceptQuerySet] = ConceptQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["scheme_id", "sort_key", "identifier"]
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")

    def __str__(self) -> str:
        label = self.label_in(get_language() or "en")[0] or self.identifier
        return f"{self.notation}. {label}" if self.notation.isdecimal() else label

    def label_in(self, locale: str) -> tuple[str, str]:
        """The label for a reader of `locale` and the language it is in."""
        return pick(self.labels, locale)


class ConceptMapping(models.Model):
    """A correspondence with a concept of another scheme, here or outside (skos:mappingRelation)."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="mappings", verbose_name=_("concept"))
    kind = models.CharField(_("kind"), max_length=10, choices=MappingKind.choices)
    target = models.ForeignKey(
        Concept,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="mapped_from",
        verbose_name=_("concept here"),
    )
    target_uri = models.CharField(_("or URI elsewhere"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mapping")
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "kind", "target"],
                condition=models.Q(target__isnull=False),
                name="one_row_per_mapping_here",
                violation_error_message=_("This mapping is there already."),
            ),
            models.UniqueConstraint(
                fields=["concept", "kind", "target_uri"],
                condition=models.Q(target__isnull=True),
                name="one_row_per_mapping_elsewhere",
                violation_error_message=_("This mapping is there already."),
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=False) ^ ~models.Q(target_uri=""),
                name="mapping_has_one_target",
                violation_error_message=_("Give either a concept of this hub or the URI of one elsewhere."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} {self.kind} {self.target_id or self.target_uri}"


class ConceptClosure(models.Model):
    """Every concept that answers for another one, worked out when a vocabulary changes so that no reader pays for it.

    A row says: who asks for `ancestor` also gets what carries `descendant`. Each concept has a row for itself at
    distance 0. Rows on the basis of a mapping are inferred, and every door says so.
    """

    ancestor = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="closure_down")
    descendant = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="closure_up")
    distance = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=10, choices=ClosureBasis.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ancestor", "descendant"], name="one_row_per_concept_pair")]
        indexes = [models.Index(fields=["descendant", "ancestor"], name="concept_closure_up")]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id} ({self.basis})"
