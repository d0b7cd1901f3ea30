"""The names of the places from which records are imported."""

# Names of organisations and services are not translated.
SOURCE_TITLES = {
    "faolex": "FAOLEX, FAO",
    "gbif-literature": "GBIF literature database",
    "oai-pmh": "OAI-PMH",
    "zenodo": "Zenodo",
}


def source_title(source: str) -> str:
    """The name under which readers know a source; its code where it has none."""
    return SOURCE_TITLES.get(source, source)
