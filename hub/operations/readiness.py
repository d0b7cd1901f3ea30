"""Whether the parts that a request needs are there."""

from collections.abc import Callable

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from redis.exceptions import RedisError


def check_readiness() -> dict[str, str]:
    """`{"database": "ok", ...}`; a part that does not answer says so in one phrase without internal names."""
    return {name: probe() for name, probe in PROBES.items()}


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "does not answer"
    return f"{len(pending)} migrations to apply" if pending else "ok"


def _cache() -> str:
    try:
        cache.set("readyz", "ok", 10)
        return "ok" if cache.get("readyz") == "ok" else "does not keep values"
    except (RedisError, OSError):
        return "does not answer"


PROBES: dict[str, Callable[[], str]] = {"database": _database, "cache": _cache}
