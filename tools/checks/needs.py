"""What a step needs from the machine."""

import os

from tools.checkout import MissingPartError, find_program
from tools.services import SERVICES

EMBEDDED = {"DATABASE_URL": "", "CACHE_URL": "", "OPENSEARCH_URL": "", "DJANGO_SETTINGS_MODULE": "hub.settings.test"}


def only_embedded() -> dict[str, str]:
    """The environment of a laptop with nothing installed."""
    return EMBEDDED


def real_services() -> dict[str, str]:
    """PostgreSQL, Redis and OpenSearch: those the environment names, else those of this checkout, started."""
    return EMBEDDED | {
        service.variable: os.environ.get(service.variable) or _start(name) for name, service in SERVICES.items()
    }


def _start(name: str) -> str:
    SERVICES[name].start()
    return SERVICES[name].url


def chromium() -> dict[str, str]:
    """A browser, whose path goes to the tests as CHROMIUM."""
    named = os.environ.get("CHROMIUM")
    found = named or find_program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if not found:
        raise MissingPartError("Chromium is missing, so no page was opened in a browser: install the package chromium.")
    return EMBEDDED | {"CHROMIUM": str(found)}
