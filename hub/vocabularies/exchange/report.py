"""What a load did, told to the person who ran it."""

from collections import Counter
from dataclasses import dataclass, field

from .data import Rejection
from .merge import Outcome


@dataclass(slots=True)
class Report:
    """Counts per kind of thing, and by name what editors had changed and what was not taken."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    def add_new(self, kind: str) -> None:
        self.new[kind] += 1

    def add(self, kind: str, name: str, outcomes: dict[str, Outcome]) -> None:
        """Count one thing that was there before; `outcomes` says per field what became of it."""
        found = set(outcomes.values())
        if Outcome.KEPT in found:
            fields = ", ".join(sorted(field for field, outcome in outcomes.items() if outcome is Outcome.KEPT))
            self.kept.append(f"{name} ({fields})")
        counter = self.changed if Outcome.CHANGED in found else self.unchanged
        counter[kind] += 1

    def reject(self, what: str, reason: str) -> None:
        self.rejected.append(Rejection(what=what, reason=reason))

    def lines(self) -> list[str]:
        """The report, one sentence a line."""
        kinds = sorted({*self.new, *self.changed, *self.unchanged})
        counts = [
            f"{kind}: {self.new[kind]} new, {self.changed[kind]} changed, {self.unchanged[kind]} unchanged"
            for kind in kinds
        ]
        kept = [f"kept, because an editor changed it: {name}" for name in self.kept]
        rejected = [f"rejected: {item.what}: {item.reason}" for item in self.rejected]
        totals = f"{len(kept)} kept, {len(rejected)} rejected"
        return [*counts, *kept, *rejected, totals]
