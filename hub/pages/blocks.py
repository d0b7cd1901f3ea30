"""What the body of a page or record is made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock

from hub.languages.segments import CaptionedTable, WordsOnly

from .enums import CalloutTone

PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("heading"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("level"), choices=[("2", _("section")), ("3", _("subsection"))], default="2", required=True
    )

    class Meta:
        icon = "title"
        label = _("Heading")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"))
    attribution = blocks.CharBlock(label=_("who said it"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quote")


class FigureBlock(blocks.StructBlock):
    """A picture whose text alternative is there, or which is declared to be decoration (Wagtail's ImageBlock)."""

    image = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Figure")


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(label=_("tone"), choices=CalloutTone.choices, default=CalloutTone.NOTE)
    title = blocks.CharBlock(label=_("title"), required=False, max_length=150)
    text = blocks.RichTextBlock(label=_("text"), features=PROSE_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Callout")


class DataTableBlock(CaptionedTable, blocks.StructBlock):
    caption = blocks.CharBlock(label=_("caption"), max_length=200, help_text=_("Read aloud before the table."))
    table = TableBlock(label=_("table"), table_options={"startRows": 3, "startCols": 3})

    class Meta:
        icon = "table"
        label = _("Table")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not (cleaned["table"] or {}).get("first_row_is_table_header"):
            problem = ValidationError(_("Choose a header row, so that readers who listen can follow."))
            raise blocks.StructBlockValidationError(block_errors={"table": problem})
        return cleaned


class EmbedLinkBlock(blocks.StructBlock):
    """A link to a film, map or recording elsewhere. Readers open it; nothing of theirs is loaded from here."""

    url = blocks.URLBlock(label=_("address"))
    title = blocks.CharBlock(label=_("title"), max_length=200)
    provider = blocks.CharBlock(label=_("provider"), required=False, max_length=100)

    class Meta:
        icon = "media"
        label = _("Link to media")


class ContentBlock(blocks.StreamBlock):
    """The body of a content page."""

    heading = HeadingBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=PROSE_FEATURES, icon="pilcrow")
    quote = QuoteBlock()
    figure = FigureBlock()
    table = DataTableBlock()
    callout = CalloutBlock()
    embed = EmbedLinkBlock()

    class Meta:
        required = False


class SearchHomeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=150)
    introduction = blocks.TextBlock(label=_("introduction"), required=False)
    placeholder = blocks.CharBlock(label=_("example of a search"), required=False, max_length=100)

    class Meta:
        icon = "search"
        label = _("Search")


class TargetsHomeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=150)

    class Meta:
        icon = "list-ol"
        label = _("Global targets with live counts")


class NewRecordsHomeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=150)
    count = blocks.IntegerBlock(label=_("how many"), default=6, min_value=1, max_value=20)

    class Meta:
        icon = "date"
        label = _("New records")


class CallToActionHomeBlock(WordsOnly, blocks.StructBlock):
    words = ("title", "text", "link_label")

    title = blocks.CharBlock(label=_("title"), max_length=150)
    text = blocks.TextBlock(label=_("text"), required=False)
    link_label = blocks.CharBlock(label=_("words of the link"), max_length=80)
    link_url = blocks.CharBlock(
        label=_("address"),
        max_length=500,
        help_text=_("A full address, or a path of this site such as /about."),
    )
    is_primary = blocks.BooleanBlock(label=_("the main thing to do here"), required=False)

    class Meta:
        icon = "pick"
        label = _("Call to action")


class TextHomeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False, max_length=150)
    text = blocks.RichTextBlock(label=_("text"), features=PROSE_FEATURES)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class HomeBlock(blocks.StreamBlock):
    """What editors arrange on the home page."""

    search = SearchHomeBlock()
    targets = TargetsHomeBlock()
    new_records = NewRecordsHomeBlock()
    call_to_action = CallToActionHomeBlock()
    text = TextHomeBlock()

    class Meta:
        required = False
