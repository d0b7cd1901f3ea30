import pytest

from knowledge.exchange.cleaning import fitted, plain_text, safe_html, web_address


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ('<p onclick="steal()" style="x">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href="JaVa\tScript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href="data:text/html,x">a</a>', "<p>a</p>"),
        ('<a href="/admin/logout/">a</a>', "<p>a</p>"),
        ('<a href="https://iucn.org" target="_blank">a</a>', '<a href="https://iucn.org">a</a>'),
        ("<iframe src=https://x.example></iframe><img src=x onerror=y><p>a</p>", "<p>a</p>"),
        ("<svg><script>alert(1)</script></svg><p>a</p>", "<p>a</p>"),
        ("<h2>Title</h2><div>text</div>", "<p>Title</p><p>text</p>"),
        ("<ul>\n <li>a</li>\n</ul>", "<ul> <li>a</li> </ul>"),
        ("<p>&nbsp;</p><p>a\x00\x07\u202e</p>", "<p>a</p>"),
        ("bare", "<p>bare</p>"),
        ("", ""),
    ],
)
def test_html_keeps_paragraphs_lists_and_links_and_nothing_that_acts(hostile, safe):
    assert safe_html(hostile) == safe


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<p>One</p><p>two &amp; three</p>", "One two & three"),
        ("  a\n\tb\u00a0c ", "a b c"),
        ("<i>Rana</i> sp.<script>x</script>", "Rana sp."),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("a\x00b\x9fc\ufffd\u202ed\ufeff", "abcd"),
        ("e\u0301tude", "étude"),
        ("المياه", "المياه"),
        (None, ""),
    ],
)
def test_plain_text_is_one_line_of_what_shows(raw, plain):
    assert plain_text(raw) == plain


def test_what_is_too_long_is_cut_between_words():
    assert fitted("one two three four", 12) == "one two…"
    assert fitted("one two", 12) == "one two"
    assert len(fitted("x" * 400, 300)) == 300


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://x.example/a b.pdf", "https://x.example/a%20b.pdf"),
        ("see https://x.example/a for more", "https://x.example/a"),
        ("javascript:alert(1)", ""),
        ("www.imprenta.gov.co", ""),
        ("https://x.example/" + "a" * 1000, ""),
    ],
)
def test_only_web_addresses_that_fit_are_links(text, address):
    assert web_address(text) == address
