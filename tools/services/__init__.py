"""Real PostgreSQL, Redis and OpenSearch for this checkout, under `var/services`."""

from .base import FOLDER, Service
from .opensearch import OpenSearch
from .postgresql import PostgreSQL
from .redis import Redis

SERVICES: dict[str, Service] = {"postgresql": PostgreSQL(), "redis": Redis(), "opensearch": OpenSearch()}
ENVIRONMENT_FILE = FOLDER / "env"

__all__ = ["ENVIRONMENT_FILE", "FOLDER", "SERVICES", "Service"]
