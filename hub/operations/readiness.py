"""Whether the parts that a request needs are there."""

from collections.abc import Callable

from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from redis.exceptions import RedisError

OK = "ok"


def check_readiness() -> dict[str, str]:
    """`{"database": "ok", ...}`; a part that does not answer says so in one phrase without internal names."""
    return {name: probe() for name, probe in PROBES.items()}


class DatabaseProbe:
    """Asks whether the database answers and has every table.

    The migrations are compared until they are all there, and then no more: this process gets no new ones.
    """

    def __init__(self) -> None:
        self._migrated = False

    def __call__(self) -> str:
        try:
            return self._ask()
        except Error:
            return "does not answer"

    def _ask(self) -> str:
        if self._migrated:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            return OK
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        self._migrated = not pending
        return f"{len(pending)} migrations to apply" if pending else OK


def probe_cache() -> str:
    """Whether the cache takes a value and gives it back."""
    try:
        cache.set("readyz", OK, 10)
        return OK if cache.get("readyz") == OK else "does not keep values"
    except (RedisError, OSError):
        return "does not answer"


PROBES: dict[str, Callable[[], str]] = {"database": DatabaseProbe(), "cache": probe_cache}
