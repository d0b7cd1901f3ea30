from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleName(models.TextChoices):
    """What a person may be on the hub, from least to most."""

    PRACTITIONER = "practitioner", _("practitioner")
    EDITOR = "editor", _("editor")
    REVIEWER = "reviewer", _("reviewer")
    TRANSLATOR = "translator", _("translator")
    ADMINISTRATOR = "administrator", _("administrator")
