"""Markdown: what stands below a pull request."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reported import example, hostile_reports, report_of
from syrupy.assertion import SnapshotAssertion

from beian_validate import Report, render
from beian_validate.report.markdown import LONGEST

OURS = {"<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<sub>", "</sub>", "<!-- -->"}
PLAIN = {
    "heading",
    "paragraph",
    "inline",
    "text",
    "softbreak",
    "html",
    "ordered_list",
    "bullet_list",
    "list_item",
    "blockquote",
}
TAG = re.compile(r"<[^>]*>")


def _tokens(report: Report) -> Iterator[Token]:
    """The marks of a comment as another implementation sees them."""
    text = render(report, "markdown", lang="en").encode("utf-8", "backslashreplace").decode()
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_comment_reads_as_it_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word."""
    assert render(example(), "markdown", lang=lang) == snapshot


@given(hostile_reports())
@settings(deadline=None)
def test_no_text_becomes_markup(report: Report) -> None:
    """Nothing but our own marks: no link, no image, no tag, no mention."""
    kinds, shown = set(), []
    for token in _tokens(report):
        kinds.add(re.sub("_(open|close|block|inline)$", "", token.type))
        if token.type in ("html_block", "html_inline"):
            assert set(TAG.findall(token.content)) <= OURS
        shown.append(token.content if token.type == "text" else "")
    assert kinds <= PLAIN, kinds - PLAIN
    source = render(report, "markdown", lang="en")
    assert not re.search(r"@(?!<!-- -->)|(?<!^)(?<!\n)(?<!\n#)(?<!\n##)#(?![# ]|<!-- -->)", source)


def test_a_text_reads_as_it_stands() -> None:
    """The reader sees the signs themselves."""
    shown = "".join(token.content for token in _tokens(report_of("a*b*_c_[d](e)<f>&amp;`g`")) if token.type == "text")
    assert "a*b*_c_[d](e)<f>&amp;`g`" in shown


def test_a_comment_fits() -> None:
    """GitHub refuses one that is too long; what was left out is counted."""
    text = render([example()] * 100, "markdown", lang="en")
    assert LONGEST < 65_536
    assert len(text) < 65_536
    assert re.search(r"\d+ more applications", text)
