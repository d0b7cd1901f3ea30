"""Makes foreign text safe and tidy: HTML through an allow-list, white space, control characters, lengths."""

import re
import unicodedata
from html import unescape

import nh3

ALLOWED_TAGS = {"p", "br", "ul", "ol", "li", "a", "b", "i", "strong", "em"}
ALLOWED_ATTRIBUTES = {"a": {"href"}}
ALLOWED_SCHEMES = {"http", "https", "mailto"}
# Control characters, marks that reorder what follows them, and the stand-in for what could not be decoded.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]")
BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|tr|ul|ol)\s*>|<br\s*/?>", re.IGNORECASE)
BLOCK_TAG = re.compile(r"<(/?)(?:h[1-6]|div|blockquote|section|article)\b[^>]*>", re.IGNORECASE)
BARE_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
BLANK_LINES = re.compile(r"\s*\n\s*")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
MARKUP = re.compile(r"<[a-zA-Z/!]|&#?\w+;")


def plain_text(text: object) -> str:
    """`text` without markup, in one line, with nothing in it that does not show."""
    words = str(text or "")
    if words.isascii() and words.isprintable() and "<" not in words and "&" not in words:
        return " ".join(words.split())
    if MARKUP.search(words):
        words = unescape(nh3.clean(BLOCK_END.sub("\\g<0> ", words), tags=set()))
    return " ".join(_without_controls(words).split())


def safe_html(html: object) -> str:
    """`html` with paragraphs, lists, emphasis and links to the web only; scripts are gone with what they hold."""
    if not html:
        return ""
    cleaned = nh3.clean(
        BLOCK_TAG.sub(r"<\1p>", _without_controls(str(html))),
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=ALLOWED_SCHEMES,
        url_relative="deny",
        link_rel=None,
    )
    spaced = BLANK_LINES.sub(" ", SPACES.sub(" ", cleaned.replace("&nbsp;", " ")))
    tidy = EMPTY_PARAGRAPH.sub("", BARE_LINK.sub(r"\1", spaced)).strip()
    return tidy if not tidy or tidy.startswith("<") else f"<p>{tidy}</p>"


def fitted(text: object, length: int) -> str:
    """`text` as plain text of at most `length` characters, cut between words with an ellipsis."""
    words = plain_text(text)
    if len(words) <= length:
        return words
    cut = words[: length - 1]
    return cut[: cut.rfind(" ") if cut.rfind(" ") > length // 2 else None].rstrip(" ,;:-") + "…"


def web_address(text: object) -> str:
    """The first web address in `text`, with its spaces encoded where the whole text is one, or nothing."""
    words = plain_text(text)
    if not (match := WEB_ADDRESS.search(words)):
        return ""
    address = words[match.start() :].replace(" ", "%20") if match.start() == 0 else match[0]
    return address if len(address) <= 1000 else ""


def unique(texts: "list[str]") -> list[str]:
    """`texts` without repetitions (in any case) and empty ones, in their order."""
    seen: dict[str, str] = {}
    for text in texts:
        if text:
            seen.setdefault(text.casefold(), text)
    return list(seen.values())


def _without_controls(text: str) -> str:
    return unicodedata.normalize("NFC", UNWANTED.sub("", text))
