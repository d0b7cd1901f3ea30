"""What an import did, told to the person who ran it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# Lists are for people, and must not grow with the file.
LONGEST_LIST = 200
MOST_UNMAPPED = 50
MOST_TERMS = 20_000


@dataclass(slots=True)
class NamedList:
    """Names with a count: all are counted, the first ones are kept."""

    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        """Count `name`, and keep it while there is room."""
        self.count += 1
        if len(self.names) < LONGEST_LIST:
            self.names.append(name)

    def lines(self, heading: str) -> Iterator[str]:
        """One line a name below `heading`, and one for those that are only counted."""
        yield from (f"{heading}: {name}" for name in self.names)
        if more := self.count - len(self.names):
            yield ngettext("%(heading)s: and %(count)s more", "%(heading)s: and %(count)s more", more) % {
                "heading": heading,
                "count": more,
            }


@dataclass(slots=True)
class Report:
    """Counts of records and, by name, what editors had changed, what was not taken and what could not be mapped."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    related: int = 0
    kept: NamedList = field(default_factory=NamedList)
    rejected: NamedList = field(default_factory=NamedList)
    taken_down: NamedList = field(default_factory=NamedList)
    deleted: NamedList = field(default_factory=NamedList)
    incomplete: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add_unmapped(self, kind: str, term: str) -> None:
        """Count a term that is in no vocabulary. Beyond a bound only terms that are known already are counted."""
        if (kind, term) in self.unmapped or len(self.unmapped) < MOST_TERMS:
            self.unmapped[kind, term] += 1

    def lines(self) -> Iterator[str]:
        """The report, one sentence a line."""
        yield _("%(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(related)s relations added") % {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "related": self.related,
        }
        yield _("%(kept)s kept, %(rejected)s rejected, %(deleted)s deleted at the source, %(down)s taken down") % {
            "kept": self.kept.count,
            "rejected": self.rejected.count,
            "deleted": self.deleted.count,
            "down": self.taken_down.count,
        }
        yield from self.rejected.lines(_("rejected"))
        yield from self.kept.lines(_("kept, because an editor changed it"))
        yield from self.taken_down.lines(_("taken down, because the source deleted it"))
        for name, count in sorted(self.incomplete.items()):
            yield _("to complete by an editor: %(count)s without %(name)s") % {"count": count, "name": name}
        yield from self._unmapped_lines()

    def _unmapped_lines(self) -> Iterator[str]:
        for (kind, term), count in self.unmapped.most_common(MOST_UNMAPPED):
            yield _("not mapped: %(kind)s “%(term)s”: %(count)s") % {"kind": kind, "term": term, "count": count}
        more = len(self.unmapped) - MOST_UNMAPPED
        if more > 0:
            words = ngettext("not mapped: %(count)s more term", "not mapped: %(count)s more terms", more)
            yield words % {"count": more}
