"""Drafts shown in the real frontend: a signed, expiring token stands for what an editor has on the screen."""

from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from .references import random_token

if TYPE_CHECKING:
    from .models.edition import Edition

SALT = "knowledge.preview"
IN_HUB = "hub"
# What no reader may see, not even of a draft.
HIDDEN_FIELDS = {"private_notes": ""}


class FrontendPreviewMixin(PreviewableMixin, models.Model):
    """Previews a curated thing in the frontend, or in the hub, where the accessibility checks of the editor run."""

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", _("As readers see it")), (IN_HUB, _("Accessibility check"))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft in the hub's own plain page, or a way to the frontend that nothing may store."""
        if mode_name == IN_HUB:
            return super().serve_preview(request, mode_name)
        response = HttpResponseRedirect(preview_url(cast("Edition", self)))
        add_never_cache_headers(response)
        return response

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "knowledge/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return super().get_preview_context(request, mode_name) | {"prose": prose_of(cast("Edition", self))}


def prose_of(edition: "Edition") -> list[tuple[str, str]]:
    """The headings and texts of the rich-text fields that are filled, in the order of the type."""
    names = [name for name in edition.text_fields if name not in {"title", "summary", "plain_summary", "body"}]
    fields: list[Any] = [edition._meta.get_field(name) for name in names]
    return [(field.verbose_name, text) for field in fields if (text := getattr(edition, field.name))]


def preview_url(edition: "Edition") -> str:
    """The address of this state of `edition` in the frontend, good for `PREVIEW_MAX_AGE` seconds."""
    query = urlencode({"token": store_preview(edition)})
    return f"{settings.FRONTEND_URL}/{edition.locale.language_code}/preview?{query}"


def store_preview(edition: "Edition") -> str:
    """Keep this state of `edition` in the shared cache; returns the token that fetches it again.

    The token names the model and is signed: whoever guesses a key of the cache still has no token.
    """
    key = random_token()
    cache.set(_cache_key(key), edition.serializable_data() | _hidden(edition), settings.PREVIEW_MAX_AGE)
    return signing.dumps([edition._meta.label_lower, key], salt=SALT)


def load_preview(token: str) -> "Edition | None":
    """What `token` stands for, never saved; None when it is forged, has expired or the cache has forgotten it."""
    try:
        label, key = signing.loads(token, salt=SALT, max_age=settings.PREVIEW_MAX_AGE)
    except signing.BadSignature:
        return None
    content = cache.get(_cache_key(key))
    return None if content is None else _restore(cast("type[Edition]", apps.get_model(label)), content)


def _restore(model: "type[Edition]", content: dict[str, Any]) -> "Edition":
    edition = model.from_serializable_data(content, check_fks=False)
    edition.pk = content.get("pk")
    edition.derive()
    return cast("Edition", edition)


def _hidden(edition: "Edition") -> dict[str, str]:
    names = {field.name for field in edition._meta.get_fields()}
    return {name: blank for name, blank in HIDDEN_FIELDS.items() if name in names}


def _cache_key(key: str) -> str:
    return f"preview:{key}"
