"""What a resolver knows about the request it answers."""

from dataclasses import dataclass, field

from hub.visibility.viewer import ANONYMOUS, Viewer

from .rows import Scope


@dataclass(slots=True, kw_only=True)
class RequestContext:
    """Made once a request. `is_private` is set by a resolver whose answer must not be kept by anyone."""

    viewer: Viewer = ANONYMOUS
    mentioned: frozenset[str] | None = None
    is_private: bool = False
    _scopes: dict[str, Scope] = field(default_factory=dict)

    def scope(self, locale: str) -> Scope:
        """The scope of `locale`, shared by all root fields that ask for the same one."""
        if locale not in self._scopes:
            self._scopes[locale] = Scope(viewer=self.viewer, locale=locale, mentioned=self.mentioned)
        return self._scopes[locale]

    def release(self) -> None:
        """Let go of all rows, once the answer has been made."""
        for scope in self._scopes.values():
            scope.release()
        self._scopes.clear()
