"""Records, people and the forms they send, for the tests of the editor's desk."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from hub.accounts.actions import grant_role
from hub.accounts.models import User
from hub.vocabularies.enums import PlaceKind
from hub.vocabularies.models import Concept, Place, Scheme
from knowledge.models import BestPractice, CaseStudy, Edition, Record

SUBJECT = "CBD-SUBJECT-IAS"

REQUIRED_PROSE: dict[type[Record], tuple[str, ...]] = {
    BestPractice: ("context", "approach"),
    CaseStudy: ("problem", "impact"),
}


def make_person(name: str, role: str | None = None, **scope: Any) -> User:
    """Someone who may sign in, with one role or none."""
    user = User.objects.create_user(
        username=name, email=f"{name}@hub.example", password="pass", first_name=name.title()
    )
    if role:
        grant_role(user=user, name=role, actor=None, **scope)
    return User.objects.get(pk=user.pk)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def make_concept(identifier: str, scheme: str = "subjects", label: str = "", **options: Any) -> Concept:
    vocabulary, _is_new = Scheme.objects.get_or_create(identifier=scheme, defaults={"titles": {"en": scheme}})
    return Concept.objects.get_or_create(
        identifier=identifier, defaults={"scheme": vocabulary, "labels": {"en": label or identifier}, **options}
    )[0]


def make_place(slug: str, kind: str = PlaceKind.COUNTRY, members: tuple[Place, ...] = ()) -> Place:
    place = Place.objects.create(identifier=slug, slug=slug, kind=kind, names={"en": slug.upper()})
    place.members.set(members)
    return place


def make_record(
    model: type[Record] = CaseStudy,
    title: str = "Goats",
    *,
    live: bool = True,
    locale: str = "en",
    places: tuple[Place, ...] = (),
    subjects: tuple[Concept, ...] = (),
    **options: Any,
) -> Any:
    """A record as an import leaves it, without a revision."""
    prose = dict.fromkeys(REQUIRED_PROSE.get(model, ()), "<p>x</p>")
    record = model(title=title, summary="Short.", live=live, **prose, **options)
    record.locale = Locale.objects.get_or_create(language_code=locale)[0]
    record.save()
    record.places.set(places)
    record.subjects.set(subjects or (make_concept(SUBJECT),))
    record.save()
    return record


def make_draft(model: type[Record] = CaseStudy, title: str = "Goats", *, author: User, **options: Any) -> Any:
    """A draft with one revision, begun by `author`."""
    record = make_record(model, title, live=False, created_by=author, **options)
    record.save_revision(user=author, log_action=True, clean=False)
    return record


def url(view: str, edition: Edition | type[Edition], *arguments: Any) -> str:
    """The address of a view of one thing, or of a type."""
    keys = [] if isinstance(edition, type) else [edition.pk]
    return reverse(edition.snippet_viewset.get_url_name(view), args=[*keys, *arguments])


def form_of(model: type[Record], **values: Any) -> dict[str, Any]:
    """What the form of `model` sends when `values` are filled in and nothing else."""
    empty = {"links": inline_formset([]), "relations": inline_formset([]), "body": streamfield([])}
    blank = dict.fromkeys(("title", "summary", "plain_summary", "authors", "tags", "translation_method"), "")
    prose = [name for name in model.text_fields if name not in {"title", "summary", "plain_summary", "body"}]
    data = blank | {name: rich_text("") for name in prose} | empty | {"translation_method": "original"}
    if model is CaseStudy:
        data["building_block_uses"] = inline_formset([])
    several = {name: value for name, value in values.items() if isinstance(value, list)}
    single = {name: value for name, value in values.items() if name not in several}
    return nested_form_data(data | single) | several


def complete_form(model: type[Record] = CaseStudy, **values: Any) -> dict[str, Any]:
    """A form with everything that `model` requires."""
    required = {"title": "Goats on an island", "summary": "Short.", "subjects": [make_concept(SUBJECT).pk]}
    if model is CaseStudy:
        required |= {"problem": rich_text("<p>Goats.</p>"), "impact": rich_text("<p>Seabirds.</p>")}
    return form_of(model, **(required | values))


def submit(record: Edition, user: User) -> None:
    """Ask for the review of `record`, as `user`."""
    record.get_workflow().start(record, user)


def decide(record: Any, user: User, action: str = "approve", comment: str = "") -> Any:
    """Send the decision of `user` on the open step of `record` through the admin."""
    state = record.current_workflow_task_state
    address = url("workflow_action", record, action, state.pk if state else 0)
    return signed_in(user).post(address, {"comment": comment})


def is_refused(answer: Any) -> bool:
    """Whether the admin sent the person away: it goes to the home page with a message."""
    return bool(answer.status_code == 302 and answer.url == reverse("wagtailadmin_home"))


def publish_form(record: Any) -> dict[str, Any]:
    """The complete form of a record, with the button to publish pressed."""
    return complete_form(type(record)) | {"action-publish": "1"}
