from django.db import models
from django.utils.translation import gettext_lazy as _

from .record import Record


class Provenance(models.Model):
    """Where an imported record came from, with the payload as it arrived.

    `imported_values` holds what the last import wrote into each field: a field that differs now was changed by an
    editor and is never overwritten.
    """

    record = models.OneToOneField(Record, on_delete=models.CASCADE, related_name="provenance")
    source = models.CharField(_("source"), max_length=50)
    identifier = models.CharField(_("identifier at the source"), max_length=500)
    url = models.URLField(_("address at the source"), max_length=1000, blank=True)
    licence = models.ForeignKey(
        "vocabularies.Concept",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("licence"),
    )
    as_of = models.DateTimeField(_("as of"))
    payload = models.TextField(_("payload as received"))
    imported_values = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("provenance")
        constraints = [
            models.UniqueConstraint(fields=["source", "identifier"], name="one_record_per_source_identifier")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.identifier}"
