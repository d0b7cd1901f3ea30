from django.db import models
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.languages.chain import pick
from hub.languages.fields import LanguageMapField


class Organisation(models.Model):
    """Who wrote, published or runs something (common format “organization”)."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    names = LanguageMapField(_("name"))
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    organisation_type = models.ForeignKey(
        "vocabularies.Concept",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme__identifier": "organisation-types"},
        verbose_name=_("type of organisation"),
    )
    country = models.ForeignKey(
        "vocabularies.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        limit_choices_to={"kind": "country"},
        verbose_name=_("country"),
    )
    website = models.URLField(_("website"), blank=True)
    ror = models.URLField(_("ROR identifier"), blank=True, help_text=_("Such as https://ror.org/012345678."))
    profiles = LanguageMapField(_("profile"), blank=True, rows=4, help_text=_("What it does, in plain words."))
    is_example = models.BooleanField(_("example"), default=False)

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return pick(self.names, get_language() or "en")[0] or self.slug

    def save(self, *args: object, **options: object) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(*args, **options)  # type: ignore[arg-type]

    def _free_slug(self) -> str:
        base = slugify(pick(self.names, "en")[0], allow_unicode=False)[:110] or "organisation"
        taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))] if slug not in taken)
