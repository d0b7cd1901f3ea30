from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordType(models.TextChoices):
    """The kinds of knowledge asset, after the common formats of the clearing-house mechanism."""

    BEST_PRACTICE = "best_practice", _("best practice")
    CASE_STUDY = "case_study", _("case study")
    TOOL_OR_GUIDANCE = "tool_or_guidance", _("tool or guidance")
    RESEARCH_REPORT = "research_report", _("research report")
    E_LEARNING_RESOURCE = "e_learning_resource", _("e-learning resource")
    POLICY_DOCUMENT = "policy_document", _("policy document")

    @property
    def concept_identifier(self) -> str:
        """The concept of the scheme `record-types` that stands for this type."""
        return "RECORD-TYPE-" + self.value.upper().replace("_", "-")


class TranslationMethod(models.TextChoices):
    """How a text came to be in its language."""

    ORIGINAL = "original", _("original")
    HUMAN = "human", _("translated by a person")
    MACHINE = "machine", _("translated by a machine")
    MACHINE_REVIEWED = "machine_reviewed", _("translated by a machine, reviewed by a person")


class RelationKind(models.TextChoices):
    """How one record stands to another; each has its inverse (DataCite relation types where there is one)."""

    PART_OF = "part_of", _("is part of")
    EVIDENCE_FOR = "evidence_for", _("is evidence for")
    SUPERSEDES = "supersedes", _("supersedes")
    DERIVED_FROM = "derived_from", _("is derived from")
    REFERENCES = "references", _("refers to")


class InverseRelationKind(models.TextChoices):
    """The five relations seen from the other end. Never stored."""

    PART_OF = "has_part", _("has part")
    EVIDENCE_FOR = "has_evidence", _("has as evidence")
    SUPERSEDES = "superseded_by", _("is superseded by")
    DERIVED_FROM = "source_of", _("is the source of")
    REFERENCES = "referenced_by", _("is referred to by")


class ELearningFormat(models.TextChoices):
    SELF_PACED = "self_paced", _("at one's own pace")
    FACILITATED = "facilitated", _("facilitated")
    WEBINAR = "webinar", _("webinar")
    BLENDED = "blended", _("blended")


class EditionStatus(models.TextChoices):
    """Where an edition stands between a first draft and being taken down again."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    CHANGES_REQUESTED = "changes_requested", _("changes requested")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    LIVE_WITH_DRAFT = "live_with_draft", _("live, with a newer draft")
    LIVE_IN_REVIEW = "live_in_review", _("live, a newer version in review")
    EXPIRED = "expired", _("expired")
