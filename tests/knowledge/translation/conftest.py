"""A published English case study, the reviews of the hub, and the people who translate and review."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core import mail
from django.test import Client
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from hub.accounts.actions import grant_role
from hub.accounts.enums import RoleName
from hub.accounts.models import User
from hub.languages.actions import ensure_locales
from hub.vocabularies.models import Concept, Place, Scheme
from knowledge.models import BuildingBlock, CaseStudy, CaseStudyBuildingBlock, PolicyDocument, ResourceLink
from knowledge.workflows import set_up_workflows

from .doors import Desk


@pytest.fixture
def hub(db):
    """The locales, groups and reviews; mail of the set-up is forgotten."""
    ensure_locales()
    set_up_workflows()
    mail.outbox.clear()


@pytest.fixture
def person(hub):
    """Makes a person with a role, for some languages or for all."""

    def make(name: str, role: str | None = None, languages: tuple[str, ...] = (), **fields) -> User:
        user = User.objects.create_user(username=name, email=f"{name}@example.org", password="x", **fields)
        if role:
            grant_role(user=user, name=role, actor=None, languages=languages)
        return user

    return make


@pytest.fixture
def desk():
    """Signs a person in and gives the doors that the admin has for translations."""

    def sign_in(user: User) -> Desk:
        client = Client()
        client.force_login(user)
        return Desk(client)

    return sign_in


@pytest.fixture
def people(person):
    """One person for each part in the life of a translation."""
    return SimpleNamespace(
        administrator=person("ada", RoleName.ADMINISTRATOR),
        translator=person("tom", RoleName.TRANSLATOR),
        french_reviewer=person("flore", RoleName.REVIEWER, ("fr",)),
        spanish_reviewer=person("sol", RoleName.REVIEWER, ("es",)),
        reviewer=person("rita", RoleName.REVIEWER),
    )


@pytest.fixture
def vocabulary(db):
    subjects = Scheme.objects.create(identifier="subjects", titles={"en": "Subjects"})
    return SimpleNamespace(
        islands=Concept.objects.create(scheme=subjects, identifier="CBD-SUBJECT-ISL", labels={"en": "Islands"}),
        aliens=Concept.objects.create(scheme=subjects, identifier="CBD-SUBJECT-IAS", labels={"en": "Alien species"}),
        seychelles=Place.objects.create(identifier="sc", slug="sc", kind="country", names={"en": "Seychelles"}),
    )


@pytest.fixture
def cover(db, monkeypatch):
    """A picture. Wagtail leaves the temporary file of a rendition open, which would fail a later test."""
    monkeypatch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda **options: BytesIO())
    return Image.objects.create(title="A goat", file=get_test_image_file())


@pytest.fixture
def block(hub):
    """A published building block in English."""
    block = BuildingBlock(title="Hunters as wardens", summary="Hunters are paid.", live=False, locale=locale("en"))
    block.save()
    block.save_revision().publish()
    return block


@pytest.fixture
def study(hub, vocabulary, cover, block):
    """A published English case study that uses every kind of field."""
    study = CaseStudy(
        title="Goats off an island",
        summary="The goats were taken off.",
        problem="<p>Goats ate the seedlings.</p>",
        impact="<p>The forest is back.</p><ul><li>Seabirds nest again</li></ul>",
        body=[
            {"type": "heading", "id": "b1", "value": {"text": "How it went", "level": "2"}},
            {
                "type": "table",
                "id": "b2",
                "value": {
                    "caption": "Goats by year",
                    "table": {
                        "data": [["Year", "Goats"], ["2021", "300"], ["2024", "none"]],
                        "first_row_is_table_header": True,
                        "table_header_choice": "row",
                    },
                },
            },
            {
                "type": "figure",
                "id": "b3",
                "value": {
                    "image": {"image": cover.pk, "alt_text": "A goat on a rock", "decorative": False},
                    "caption": "The last one",
                },
            },
        ],
        publisher="Island Trust",
        private_notes="Ask the trust for the figures.",
        cover=cover,
        cover_alt_text="A goat",
        live=False,
        locale=locale("en"),
    )
    study.subjects = [vocabulary.islands]
    study.places = [vocabulary.seychelles]
    study.links = [ResourceLink(url="https://example.org/report", title="Report", language="en")]
    study.building_block_uses = [CaseStudyBuildingBlock(building_block=block, note="Ten hunters")]
    study.tags.add("goats")
    study.save()
    study.save_revision().publish()
    study.refresh_from_db()
    return study


@pytest.fixture
def law(hub, vocabulary):
    """A published English policy document: two approvals are compulsory."""
    law = PolicyDocument(
        title="Islands act", summary="Goats stay on the mainland.", reference_number="No. 7", live=False,
        locale=locale("en"),
    )  # fmt: skip
    law.subjects = [vocabulary.islands]
    law.save()
    law.save_revision().publish()
    return law


def locale(code: str):
    from wagtail.models import Locale

    return Locale.objects.get(language_code=code)
