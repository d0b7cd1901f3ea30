"""Who is looking. Every reading path is given one of these, and none looks at a request for itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """A reader as far as visibility cares: `user_id` is None for someone not signed in."""

    user_id: int | None = None


ANONYMOUS = Viewer()
