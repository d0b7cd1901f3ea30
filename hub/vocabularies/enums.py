from django.db import models
from django.utils.translation import gettext_lazy as _


class MappingKind(models.TextChoices):
    """How a concept of one scheme corresponds to one of another (SKOS mapping properties)."""

    EXACT = "exact", _("exact match")
    CLOSE = "close", _("close match")
    BROAD = "broad", _("broader match")
    NARROW = "narrow", _("narrower match")
    RELATED = "related", _("related match")

    @property
    def inverse(self) -> "MappingKind":
        """The same correspondence seen from the other concept."""
        return {MappingKind.BROAD: MappingKind.NARROW, MappingKind.NARROW: MappingKind.BROAD}.get(self, self)

    @property
    def is_substitutable(self) -> bool:
        """Whether who asks for the one also wants what carries the other: exact, close, and what is narrower."""
        return self in {MappingKind.EXACT, MappingKind.CLOSE, MappingKind.NARROW}


class PlaceKind(models.TextChoices):
    COUNTRY = "country", _("country")
    REGION = "region", _("region")
    GROUP = "group", _("group")


class ClosureBasis(models.TextChoices):
    """Why a concept answers for another."""

    HIERARCHY = "hierarchy", _("the concept itself or a narrower one")
    MAPPING = "mapping", _("a concept mapped to it in another scheme")
