"""A library in which every list has something in it, as large as one likes."""

from io import BytesIO

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model

from knowledge.models import CaseStudyBuildingBlock, Provenance, RecordRelation, ResourceLink
from tests.factories import (
    RECORD_FACTORIES,
    BuildingBlockFactory,
    CaseStudyFactory,
    ConceptFactory,
    OrganisationFactory,
    PlaceFactory,
    map_concepts,
    translated,
)

SECRET = "Never to be shown: the editors' own words"


def picture(width: int = 700, height: int = 350):
    """A stored picture of this size."""
    data = BytesIO()
    Picture.new("RGB", (width, height), "green").save(data, "PNG")
    return get_image_model().objects.create(title="Green", file=ImageFile(BytesIO(data.getvalue()), name="green.png"))


def body(image: int, record: int, page: int) -> list[dict]:
    """One block of each kind, as a StreamField stores them."""
    link = f'<p>See <a linktype="record" id="{record}">this</a> and <a linktype="page" id="{page}">that</a>.</p>'
    table = {"data": [["A", "B"], ["1", None]], "first_row_is_table_header": True}
    return [
        {"type": "heading", "id": "1", "value": {"text": "What was done", "level": "2"}},
        {"type": "text", "id": "2", "value": link},
        {"type": "quote", "id": "3", "value": {"text": "It worked.", "attribution": "A warden"}},
        {
            "type": "figure",
            "id": "4",
            "value": {"image": {"image": image, "alt_text": "A hill", "decorative": False}, "caption": "In 2024"},
        },
        {"type": "table", "id": "5", "value": {"caption": "Counts", "table": table}},
        {"type": "callout", "id": "6", "value": {"tone": "warning", "title": "Mind", "text": link}},
        {"type": "embed", "id": "7", "value": {"url": "https://example.org/film", "title": "Film", "provider": "X"}},
        {"type": "record", "id": "8", "value": {"record": record, "note": "The plan behind it"}},
    ]


def fill(size: int, *, page: int) -> None:
    """`size` records over all types, each with everything that can hang on a record."""
    target = ConceptFactory(in_scheme="gbf-targets")
    map_concepts(target, ConceptFactory(in_scheme="aichi-targets"))
    image = picture()
    previous = CaseStudyFactory(private_notes=SECRET)
    for number in range(size):
        make = RECORD_FACTORIES[number % len(RECORD_FACTORIES)]
        country = PlaceFactory()
        PlaceFactory(kind="region", members=[country])
        concepts = {
            name: [ConceptFactory(in_scheme=scheme)]
            for name, scheme in {
                "aichi_targets": "aichi-targets",
                "audiences": "audiences",
                "languages": "languages",
                "subjects": "subjects",
            }.items()
        }
        record = make(
            private_notes=SECRET,
            targets=[target],
            places=[country],
            organisations=[OrganisationFactory(country=country, organisation_type=ConceptFactory())],
            tags=[f"tag {number}"],
            licence=ConceptFactory(in_scheme="licences"),
            expertise_level=ConceptFactory(in_scheme="expertise-levels"),
            cover=image,
            cover_alt_text="Hills",
            body=body(image.pk, previous.pk, page),
            **concepts,
            **_own_fields(make._meta.model.__name__),
        )
        ResourceLink.objects.create(record=record, url="https://example.org", title="There")
        RecordRelation.objects.create(record=record, kind="references", target=previous)
        Provenance.objects.create(
            record=record, source="zenodo", identifier=record.reference, as_of=timezone.now(), payload=SECRET
        )
        translated(record, "fr", private_notes=SECRET)
        if make is CaseStudyFactory:
            block = BuildingBlockFactory(targets=[target], subjects=[ConceptFactory()])
            CaseStudyBuildingBlock.objects.create(case_study=record, building_block=block, note="So")
            previous = record


def _own_fields(model: str) -> dict:
    scale = ("BestPractice", "CaseStudy")
    if model in scale:
        return {"scale": ConceptFactory(in_scheme="scales")}
    if model == "ToolOrGuidance":
        return {"purposes": [ConceptFactory(in_scheme="tool-purposes")]}
    if model == "PolicyDocument":
        return {"document_type": ConceptFactory(in_scheme="policy-document-types")}
    return {}
