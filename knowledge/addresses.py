"""Where readers find things: paths of the frontend, which begin with the locale the reader has chosen."""

from hub.pages.paths import localised


def record_path(locale: str, reference: str, slug: str) -> str:
    """The page of a record; the reference decides, the slug is for people."""
    return localised(locale, f"/records/{_named(reference, slug)}")


def building_block_path(locale: str, reference: str, slug: str) -> str:
    """The page of a building block."""
    return localised(locale, f"/building-blocks/{_named(reference, slug)}")


def organisation_path(locale: str, slug: str) -> str:
    """The page of an organisation."""
    return localised(locale, f"/organisations/{slug}")


def _named(reference: str, slug: str) -> str:
    return f"{reference}-{slug}" if slug else reference
