"""What every curated thing shares: one row a language edition, each with its own workflow and publication."""

import hashlib
import json
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.actions.unpublish import UnpublishAction
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from ..enums import TranslationMethod
from ..preview import FrontendPreviewMixin
from ..querysets import EditionQuerySet
from ..references import reference_of
from ..translation.fields import FieldsOfModel

SLUG_LENGTH = 80


class BaseContentRelation(GenericRelation):
    """A relation by the content type of the base table, which is how Wagtail files workflow states of a child.

    Wagtail's own relation asks for the child's type, finds nothing, and leaves the states behind on deletion.
    """

    def bulk_related_objects(self, objs: Any, using: str = DEFAULT_DB_ALIAS) -> "models.QuerySet[Any]":
        base: ContentType = self.model.get_base_content_type()
        rows = self.remote_field.model._base_manager.using(using)
        return rows.filter(base_content_type=base, object_id__in=[str(obj.pk) for obj in objs])


class Edition(
    WorkflowMixin,
    FrontendPreviewMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    ClusterableModel,
):
    """One language edition of a work. The editions of a work share `translation_key` and so their reference.

    `text_fields` names the fields that hold words: they are what is translated, and what makes a translation stale.
    """

    text_fields: ClassVar[list[str]] = []
    translatable_fields = FieldsOfModel()
    # Whether nobody at all may publish without the approvals of the workflow.
    is_review_compulsory: ClassVar[bool] = False

    reference = models.CharField(_("reference"), max_length=12, editable=False, db_index=True)
    title = models.CharField(_("title"), max_length=300, help_text=_("What a reader looks for, in one line."))
    slug = models.CharField(max_length=SLUG_LENGTH, blank=True, editable=False)
    translation_method = models.CharField(
        _("how it came into this language"),
        max_length=20,
        choices=TranslationMethod.choices,
        default=TranslationMethod.ORIGINAL,
        help_text=_("Shown to readers beside the text."),
    )
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Invented to show how the hub works; readers are told so.")
    )
    text_digest = models.CharField(max_length=16, blank=True, editable=False)
    source_digest = models.CharField(
        max_length=16,
        blank=True,
        editable=False,
        help_text=_("The source's text when this translation was last made."),
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("begun by"),
    )
    created_by.wagtail_reference_index_ignore = True
    _workflow_states = BaseContentRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    objects: ClassVar[EditionQuerySet] = EditionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.title)

    @classmethod
    def get_translation_model(cls) -> type[Self]:
        """The class itself: Wagtail answers the base of a multi-table child, and chosen children are then refused."""
        return cls

    @classmethod
    def check(cls, **options: Any) -> list[checks.CheckMessage]:
        """Wagtail's checks, less the one that a child cannot meet: it has no unique pair of key and locale of its own,
        since the pair is unique on the base."""
        return [message for message in super().check(**options) if message.id != "wagtailcore.E003"]

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """The edition as `content` says, still begun by the same person."""
        edition: Self = super().with_content_json(content)
        edition.created_by_id = self.created_by_id
        return edition

    def unpublish(
        self, set_expired: bool = False, commit: bool = True, user: Any = None, log_action: Any = True
    ) -> None:
        """Take it down. Views and actions ask before whether `user` may: Wagtail's own check here knows pages only."""
        action = UnpublishAction(self, set_expired=set_expired, commit=commit, user=user, log_action=log_action)
        action.execute(skip_permission_checks=True)

    def full_clean(self, *args: Any, **options: Any) -> None:
        self.derive()
        super().full_clean(*args, **options)

    def save(self, *args: Any, **options: Any) -> None:
        self.derive()
        super().save(*args, **options)

    def missing_fields(self) -> list[str]:
        """The labels of required fields that are empty. A draft may lack them; nothing is approved without them."""
        required = [field for field in self._meta.get_fields() if field.concrete and not getattr(field, "blank", True)]
        words = [field for field in required if isinstance(field, models.CharField | models.TextField)]
        empty = [field for field in words if not strip_tags(str(getattr(self, field.attname))).strip()]
        lists = [field for field in required if field.many_to_many and not getattr(self, field.name).exists()]
        return [str(field.verbose_name) for field in [*empty, *lists]]

    def derive(self) -> None:
        """Work out the columns that follow from the others, so that no reader pays for it."""
        self.reference = reference_of(self.translation_key)
        self.slug = slugify(self.title, allow_unicode=True)[:SLUG_LENGTH].strip("-")
        self.text_digest = self.digest()

    def digest(self) -> str:
        """16 hexadecimal digits that change with the words of this edition and with nothing else."""
        fields: list[Any] = [self._meta.get_field(name) for name in sorted({"title", *self.text_fields})]
        words = [self._text_of(field) for field in fields]
        return hashlib.blake2b("\x1f".join(words).encode(), digest_size=8).hexdigest()

    def _text_of(self, field: Any) -> str:
        text = str(field.value_to_string(self))
        # PostgreSQL gives the keys of a block back in an order of its own.
        return json.dumps(json.loads(text), sort_keys=True) if isinstance(field, StreamField) else text
