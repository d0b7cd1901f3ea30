"""What can go wrong for a reason that a person should be told."""

from django.utils.translation import gettext as _


class BareRecordError(TypeError):
    """Something was asked of the common part of a record that only its own type can do."""

    def __init__(self, record_id: int | None) -> None:
        super().__init__(f"Record {record_id} is the common part alone; use its `specific` instead.")


class EditorialError(Exception):
    """An editorial action was refused; the message is for the person who asked."""


class LockedError(EditorialError):
    def __init__(self) -> None:
        super().__init__(_("Somebody has locked this; it cannot be published until it is unlocked."))


class NotAllowedError(EditorialError):
    def __init__(self) -> None:
        super().__init__(_("You may not do this here."))


class ReviewNeededError(EditorialError):
    def __init__(self) -> None:
        super().__init__(_("This type goes live through its review only."))


class UnsuitableSchemeError(EditorialError):
    def __init__(self, scheme: object) -> None:
        super().__init__(_("Records take no concepts of “%(scheme)s”.") % {"scheme": scheme})
