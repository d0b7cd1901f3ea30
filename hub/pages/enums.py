from django.db import models
from django.utils.translation import gettext_lazy as _


class CalloutTone(models.TextChoices):
    NOTE = "note", _("note")
    WARNING = "warning", _("warning")
    SUCCESS = "success", _("success")
