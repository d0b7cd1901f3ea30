"""The edit form of each type, in the order in which editors work: write, classify, link, clear the rights, note."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from hub.vocabularies.admin.widgets import FilteredTickBoxes, SuggestedChoices, TickBoxes

from ..models import (
    BestPractice,
    CaseStudy,
    ELearningResource,
    PolicyDocument,
    Record,
    ResearchReport,
    ToolOrGuidance,
)
from .forms import EditionForm, RecordForm

Text = str | Promise

PROSE: dict[type[Record], list[str]] = {
    BestPractice: ["context", "approach", "lessons_learned", "replicability"],
    CaseStudy: ["problem", "impact", "lessons_learned"],
    ToolOrGuidance: ["how_to_use", "requirements"],
    ResearchReport: ["key_findings", "methods"],
    ELearningResource: ["learning_objectives", "prerequisites"],
    PolicyDocument: ["obligations", "responsible_authorities"],
}
# One row of the form a line.
FACTS: dict[type[Record], list[list[str]]] = {
    BestPractice: [["scale"]],
    CaseStudy: [["start_date", "end_date"], ["area_hectares", "cost_usd"], ["scale"]],
    ToolOrGuidance: [["purposes"], ["file_format", "version"]],
    ResearchReport: [["doi", "journal"], ["is_peer_reviewed", "is_open_access"]],
    ELearningResource: [["provider"], ["format", "duration_minutes"], ["is_free", "has_certificate"]],
    PolicyDocument: [
        ["document_type", "jurisdiction"],
        ["policy_status", "reference_number"],
        ["adoption_date", "entry_into_force_date"],
    ],
}
HELP: dict[str, Text] = {
    "is_cover_decorative": _("Tick this when the picture says nothing that the text does not say."),
    "cover": _("Shown above the text and in lists. Landscape, at least 1200 pixels wide."),
    "is_peer_reviewed": _("Whether other researchers examined it before it appeared. Leave “Unknown” if in doubt."),
    "is_open_access": _("Whether everybody may read it without paying."),
    "is_free": _("Whether learners pay nothing."),
    "has_certificate": _("Whether learners get a certificate at the end."),
    "go_live_at": _("It goes live at this time, once it is approved. Each language has its own time."),
    "expire_at": _("It is taken down at this time. Each language has its own time."),
}
HEADINGS: dict[str, Text] = {"cover": _("cover picture"), "body": _("body")}
WIDGETS: dict[str, Any] = {
    "targets": TickBoxes,
    "aichi_targets": FilteredTickBoxes,
    "audiences": TickBoxes,
    "purposes": TickBoxes,
    "subjects": FilteredTickBoxes,
    "languages": FilteredTickBoxes,
    "places": FilteredTickBoxes,
}


def field(name: str, **options: Any) -> FieldPanel:
    """A field that may stay empty in a draft and always says what belongs into it."""
    widget = WIDGETS.get(name)
    options = {"required_on_save": False, "help_text": HELP.get(name, "")} | options
    return FieldPanel(name, widget=widget() if widget else None, **options)


def fields(*names: str) -> list[FieldPanel]:
    return [field(name) for name in names]


def row(*names: str) -> FieldPanel | FieldRowPanel:
    """One field, or several short ones side by side."""
    return field(*names) if len(names) == 1 else FieldRowPanel(fields(*names))


def record_edit_handler(model: type[Record]) -> TabbedInterface:
    """The form of a type of record."""
    return TabbedInterface(
        [
            ObjectList(_content(model), heading=_("Content")),
            ObjectList(_classification(model), heading=_("Classification")),
            ObjectList(_files_and_links(), heading=_("Files and links")),
            ObjectList(_rights(), heading=_("Rights")),
            ObjectList(fields("private_notes", "translation_method", "is_example"), heading=_("Notes")),
        ],
        base_form_class=RecordForm,
    )


def building_block_edit_handler() -> TabbedInterface:
    """The form of a building block."""
    content = [field("title", required_on_save=True), *fields("summary", "how_it_works", "enabling_factors")]
    return TabbedInterface(
        [
            ObjectList([*content, field("lessons_learned"), publishing()], heading=_("Content")),
            ObjectList(
                [
                    field("targets", help_text=_("Of the Kunming-Montreal Framework, to which it helps.")),
                    field("subjects", help_text=_("The CBD subject areas in which it was used.")),
                ],
                heading=_("Classification"),
            ),
            ObjectList(fields("translation_method", "is_example"), heading=_("Notes")),
        ],
        base_form_class=EditionForm,
    )


def publishing() -> PublishingPanel:
    """The dialogue for the day to go live and the day to be taken down."""
    panel = PublishingPanel()
    for child in panel.children:
        child.help_text = HELP[child.field_name]
    return panel


def _content(model: type[Record]) -> list[Any]:
    # Without a title nobody would find the draft again: the one field that even a draft must have.
    panels: list[Any] = [field("title", required_on_save=True), *fields("summary", "plain_summary")]
    panels += fields(*PROSE[model])
    if model is CaseStudy:
        panels.append(_building_blocks())
    panels += fields("body", "relevant_information")
    return [*panels, publishing()]


def _classification(model: type[Record]) -> list[Any]:
    return [
        MultiFieldPanel(fields("targets", "aichi_targets"), heading=_("Targets"), icon="crosshairs"),
        MultiFieldPanel(fields("subjects", "tags"), heading=_("Subjects"), icon="tag"),
        MultiFieldPanel(fields("places", "languages"), heading=_("Places and languages"), icon="globe"),
        MultiFieldPanel([row(*names) for names in FACTS[model]], heading=_("Facts"), icon="list-ul"),
        MultiFieldPanel(fields("audiences", "expertise_level"), heading=_("Readers"), icon="group"),
    ]


def _files_and_links() -> list[Any]:
    cover = [field("cover", heading=_("Cover picture")), *fields("cover_alt_text", "is_cover_decorative")]
    return [
        InlinePanel(
            "links",
            heading=_("Links to the resource"),
            label=_("Link"),
            help_text=_("Where the thing itself can be had. A lasting address, such as a DOI, is best."),
            panels=[
                FieldPanel("url", help_text=_("Full address, beginning with https://.")),
                FieldPanel("title", help_text=_("What is behind the link, such as “Full report (PDF)”.")),
                FieldPanel("language", help_text=_("Code of the language behind the link, such as en.")),
            ],
        ),
        InlinePanel(
            "relations",
            heading=_("Relations to other records"),
            label=_("Relation"),
            help_text=_("Say it once, here: the other record shows the inverse by itself."),
            panels=[
                FieldPanel("kind", help_text=_("Read it as a sentence: this record ... the other one.")),
                FieldPanel("target", help_text=_("The other record, in any language.")),
            ],
        ),
        MultiFieldPanel(cover, heading=_("Cover"), icon="image"),
    ]


def _rights() -> list[Any]:
    organisations = FieldPanel(
        "organisations",
        widget=SuggestedChoices(
            suggest_url=reverse_lazy("suggest_organisations"), placeholder=_("Type a name or an acronym")
        ),
        help_text=_("Who wrote it or did it. Add what is missing under Knowledge, Organisations."),
    )
    return [
        MultiFieldPanel(
            [field("authors"), organisations, *fields("publisher", "source", "publication_date")],
            heading=_("Who and when"),
            icon="user",
        ),
        MultiFieldPanel(
            fields("licence", "rights", "is_syndication_allowed"), heading=_("Reuse"), icon="clipboard-list"
        ),
    ]


def _building_blocks() -> InlinePanel:
    return InlinePanel(
        "building_block_uses",
        heading=_("Building blocks"),
        label=_("Building block"),
        help_text=_("The parts of the solution that others can use again."),
        panels=[
            FieldPanel("building_block", help_text=_("Choose one that exists, or add it first.")),
            FieldPanel("note", help_text=_("What was particular about it in this case.")),
        ],
    )
