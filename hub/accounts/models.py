"""Who acts here. Roles and their scopes decide what; sign-in is django-allauth's affair."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import RoleName


class User(AbstractUser):
    """A person with an account. Signs in by e-mail address; the user name is only a handle."""

    email = models.EmailField(_("e-mail address"), unique=True)
    preferred_language = models.CharField(_("preferred language"), max_length=8, default="en")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["username"]
    objects: ClassVar[UserManager[Any]] = UserManager()

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Role(models.Model):
    """A role held by a person, everywhere or only within places, subjects or languages.

    An empty scope is no limit; several scopes narrow together: an editor for Africa in French edits French
    records that touch Africa.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles", verbose_name=_("person"))
    name = models.CharField(_("role"), max_length=40, choices=RoleName.choices)
    places = models.ManyToManyField(
        "vocabularies.Place", blank=True, verbose_name=_("places"), help_text=_("Empty means everywhere.")
    )
    subjects = models.ManyToManyField(
        "vocabularies.Concept",
        blank=True,
        verbose_name=_("subjects"),
        help_text=_("Empty means every subject."),
    )
    languages = models.JSONField(
        _("languages"), default=list, blank=True, help_text=_("Locale codes; empty means every language.")
    )

    class Meta:
        verbose_name = _("role")
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="one_row_per_role")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_name_display()}"
