"""Writes a bundle into the database: idempotent, and never over what an editor changed."""

from django.db import transaction

from ..closure import rebuild_concept_closure, rebuild_place_closure
from .data import Bundle
from .report import Report
from .store_concepts import store_concepts, store_schemes
from .store_places import store_places


@transaction.atomic
def load_bundle(bundle: Bundle) -> Report:
    """Store everything in `bundle` and return what became of it.

    All or nothing: an error in the database leaves the vocabularies as they were. What a reader or the store will not
    take is in the report's `rejected` with the reason, and the rest is stored.
    """
    report = Report(rejected=list(bundle.rejected))
    store_schemes(bundle, report)
    store_concepts(bundle, report)
    store_places(bundle, report)
    rebuild_concept_closure()
    rebuild_place_closure()
    return report
