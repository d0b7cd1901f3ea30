"""What the body of a record is made of: that of a page, and references to other records."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from hub.languages.segments import WordsOnly
from hub.pages.blocks import ContentBlock


class RecordReferenceBlock(WordsOnly, blocks.StructBlock):
    words = ("note",)

    record = SnippetChooserBlock("knowledge.Record", label=_("record"))
    note = blocks.CharBlock(label=_("why it matters here"), required=False, max_length=300)

    class Meta:
        icon = "doc-full"
        label = _("Record")


class BodyBlock(ContentBlock):
    """The body of every record."""

    record = RecordReferenceBlock()

    class Meta:
        required = False
