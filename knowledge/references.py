"""Permanent addresses of works."""

import secrets
from uuid import UUID

# Crockford's base 32 without the letters that are taken for digits (https://www.crockford.com/base32.html).
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12


def reference_of(translation_key: UUID) -> str:
    """The 12-character reference that all language editions of a work share: the first 60 bits of its key."""
    bits = translation_key.int >> 68
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(55, -5, -5))


def random_token() -> str:
    """An unguessable token of 256 bits for links that carry a right."""
    return secrets.token_urlsafe(32)
