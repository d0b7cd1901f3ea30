"""Relay's global identifiers: the type and the permanent public key of a thing, never a number of the database."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from django.utils.translation import gettext as _

from .errors import CallerError


def global_id(type_name: str, key: str) -> str:
    """The identifier of the thing that `key` (a reference, identifier or slug) names among those of `type_name`."""
    return urlsafe_b64encode(f"{type_name}:{key}".encode()).decode().rstrip("=")


def parse_global_id(identifier: str) -> tuple[str, str]:
    """The type name and the key; raises `CallerError` when `identifier` was not made by `global_id`."""
    try:
        text = urlsafe_b64decode(identifier + "=" * (-len(identifier) % 4)).decode()
    except (Error, ValueError):
        text = ""
    type_name, separator, key = text.partition(":")
    if not (type_name and separator and key):
        raise CallerError(_("The argument “id” is not an identifier of this hub."))
    return type_name, key
