"""Paths of the frontend: `/{locale}/...`."""

from hub.languages.chain import LOCALES


def localised(locale: str, path: str) -> str:
    """The path of this site for a reader of `locale`; full addresses and paths with a locale stay as they are."""
    if not path.startswith("/") or path.startswith("//") or split_locale(path)[0]:
        return path
    return f"/{locale}{path.rstrip('/')}"


def split_locale(path: str) -> tuple[str, str]:
    """The locale at the head of a path, empty where there is none, and the path below it."""
    _empty, first, *rest = [*path.split("/"), ""]
    head = first.split("?")[0].split("#")[0]
    return (head, "/" + "/".join(rest).rstrip("/")) if head in LOCALES else ("", path)
