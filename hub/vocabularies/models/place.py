"""Countries, regions and groups of countries."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.languages.chain import pick
from hub.languages.fields import LanguageMapField

from ..enums import PlaceKind
from ..querysets import PlaceQuerySet


class Place(models.Model):
    """A country, a region of the world or a group of countries such as the least developed ones."""

    identifier = models.CharField(
        _("identifier"),
        max_length=100,
        unique=True,
        help_text=_("ISO 3166-1 alpha-2 in lower case, or the CBD's identifier."),
    )
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceKind.choices, db_index=True)
    names = LanguageMapField(_("name"))
    iso2 = models.CharField(_("ISO alpha-2"), max_length=2, blank=True)
    iso3 = models.CharField(_("ISO alpha-3"), max_length=3, blank=True, db_index=True)
    m49 = models.CharField(_("UN M49"), max_length=3, blank=True)
    is_party = models.BooleanField(_("Party to the Convention"), default=False)
    is_ldc = models.BooleanField(_("least developed country"), default=False)
    is_lldc = models.BooleanField(_("landlocked developing country"), default=False)
    is_sids = models.BooleanField(_("small island developing State"), default=False)
    members = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="member_of", verbose_name=_("members")
    )
    imported_values = models.JSONField(default=dict, blank=True, editable=False)

    objects: ClassVar[PlaceQuerySet] = PlaceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["kind", "slug"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.name_in(get_language() or "en")[0] or self.identifier

    def name_in(self, locale: str) -> tuple[str, str]:
        """The name for a reader of `locale` and the language it is in."""
        return pick(self.names, locale)


class PlaceClosure(models.Model):
    """Which place lies within which, at any depth; each place has a row for itself at distance 0."""

    container = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="closure_down")
    member = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="closure_up")
    distance = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["container", "member"], name="one_row_per_place_pair")]
        indexes = [models.Index(fields=["member", "container"], name="place_closure_up")]

    def __str__(self) -> str:
        return f"{self.container_id} > {self.member_id}"
