"""Why a translation was not saved; each message names the language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..errors import EditorialError
from .wording import language_of


class TranslationRefusedError(EditorialError, ValidationError):
    """A translation was left as it was.

    A `ValidationError` too: it is what the callers in wagtail-localize expect, so that one refused language does
    not keep the others from being saved.
    """


class LockedTranslationError(TranslationRefusedError):
    def __init__(self, target: Any) -> None:
        names = {"language": language_of(target), "person": getattr(target, "locked_by", None) or _("somebody else")}
        super().__init__(_("The translation into %(language)s is locked by %(person)s. Nothing was changed.") % names)


class ScheduledTranslationError(TranslationRefusedError):
    def __init__(self, target: Any) -> None:
        super().__init__(
            _("The translation into %(language)s is waiting for its day of publication. Nothing was changed.")
            % {"language": language_of(target)}
        )


class TranslationInReviewError(TranslationRefusedError):
    def __init__(self, target: Any) -> None:
        super().__init__(
            _("The translation into %(language)s is being reviewed. Nothing was changed.")
            % {"language": language_of(target)}
        )


class TranslationOutOfScopeError(TranslationRefusedError):
    def __init__(self, target: Any) -> None:
        super().__init__(
            _("You may not change the translation into %(language)s. Nothing was changed.")
            % {"language": language_of(target)}
        )
