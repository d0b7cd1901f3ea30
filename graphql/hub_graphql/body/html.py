"""A whole body as one piece of clean HTML, for partners who do not want to lay out blocks themselves."""

from collections.abc import Callable, Iterable, Mapping

import nh3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from knowledge.addresses import record_path

from ..core.rows import Scope
from .blocks import (
    BlockRow,
    CalloutRow,
    EmbedRow,
    FigureBlockRow,
    HeadingRow,
    QuoteRow,
    RecordReferenceRow,
    TableRow,
    TextRow,
)
from .rich_text import PROSE_TAGS, SCHEMES

BODY_TAGS = PROSE_TAGS | {
    "aside",
    "blockquote",
    "caption",
    "cite",
    "figcaption",
    "figure",
    "footer",
    "img",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
BODY_ATTRIBUTES = {
    "a": {"href"},
    "aside": {"class"},
    "img": {"src", "srcset", "alt", "width", "height", "loading"},
    "th": {"scope"},
}


def body_html(scope: Scope, blocks: Iterable[BlockRow]) -> str:
    """The blocks one after the other; what they hold is escaped or clean already, and cleaned once more as a whole."""
    html = "\n".join(_RENDERERS[block.graphql_type](block) for block in blocks)
    return nh3.clean(html, tags=BODY_TAGS, attributes=BODY_ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def _heading(block: HeadingRow) -> str:
    return format_html("<h{0}>{1}</h{0}>", block.level, block.text)


def _text(block: TextRow) -> str:
    return block.html


def _quote(block: QuoteRow) -> str:
    footer = format_html("<footer>{}</footer>", block.attribution) if block.attribution else ""
    return format_html("<blockquote><p>{}</p>{}</blockquote>", block.text, footer)


def _figure(block: FigureBlockRow) -> str:
    figure = block.figure
    if figure is None:
        return ""
    largest = figure.renditions[-1]
    sources = ", ".join(f"{rendition.url} {rendition.width}w" for rendition in figure.renditions)
    picture = format_html(
        '<img src="{}" srcset="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        largest.url,
        sources,
        figure.alt,
        largest.width,
        largest.height,
    )
    caption = format_html("<figcaption>{}</figcaption>", block.caption) if block.caption else ""
    return format_html("<figure>{}{}</figure>", picture, caption)


def _table(block: TableRow) -> str:
    head = format_html_join("", '<th scope="col">{}</th>', ((cell,) for cell in block.header))
    lines = ((format_html_join("", "<td>{}</td>", ((cell,) for cell in row)),) for row in block.rows)
    return format_html(
        "<table><caption>{}</caption>{}<tbody>{}</tbody></table>",
        block.caption,
        format_html("<thead><tr>{}</tr></thead>", head) if head else "",
        format_html_join("", "<tr>{}</tr>", lines),
    )


def _callout(block: CalloutRow) -> str:
    title = format_html("<p><strong>{}</strong></p>", block.title) if block.title else ""
    return format_html('<aside class="callout callout-{}">{}{}</aside>', block.tone, title, _cleaned(block.html))


def _embed(block: EmbedRow) -> str:
    provider = f" ({block.provider})" if block.provider else ""
    return format_html('<p><a href="{}">{}</a>{}</p>', block.url, block.title, provider)


def _record(block: RecordReferenceRow) -> str:
    record = block.record
    if record is None:
        return ""
    path = record_path(block.scope.locale, record.reference, record.slug)
    return format_html('<p><a href="{}">{}</a> {}</p>', path, record.title, block.note)


def _cleaned(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - it has been through nh3


_RENDERERS: Mapping[str, Callable[..., str]] = {
    "HeadingBlock": _heading,
    "TextBlock": _text,
    "QuoteBlock": _quote,
    "FigureBlock": _figure,
    "TableBlock": _table,
    "CalloutBlock": _callout,
    "EmbedBlock": _embed,
    "RecordReferenceBlock": _record,
}
