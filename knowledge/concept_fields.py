"""Which fields of a record hold the concepts of which vocabulary."""

from collections.abc import Iterable, Mapping

from .enums import RecordType

# Paths from `Record`; a vocabulary that is missing here is never carried by a record itself, only through mappings.
FIELDS_BY_SCHEME: Mapping[str, tuple[str, ...]] = {
    "gbf-targets": ("targets",),
    "gbf-goals": ("targets",),
    "aichi-targets": ("aichi_targets",),
    "subjects": ("subjects",),
    "audiences": ("audiences",),
    "expertise-levels": ("expertise_level",),
    "languages": ("languages",),
    "licences": ("licence",),
    "scales": ("bestpractice__scale", "casestudy__scale"),
    "tool-purposes": ("toolorguidance__purposes",),
    "policy-document-types": ("policydocument__document_type",),
    "jurisdictions": ("policydocument__jurisdiction",),
    "policy-statuses": ("policydocument__policy_status",),
}
# The concepts of the scheme `record-types` stand for the type itself.
RECORD_TYPE_BY_CONCEPT: Mapping[str, RecordType] = {kind.concept_identifier: kind for kind in RecordType}


def fields_for(schemes: Iterable[str]) -> list[str]:
    """The fields in which concepts of these vocabularies stand, each once."""
    return list(dict.fromkeys(field for scheme in schemes for field in FIELDS_BY_SCHEME.get(scheme, ())))
