"""The page: whole, inert, and the same in both languages."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import example as instance
from hypothesis import given, settings
from reported import TRAPS, example, hostile_reports, report_of
from syrupy.assertion import SnapshotAssertion

from beian_validate import Application, Report, Validator, render
from beian_validate.report.parts import visible

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """A page read back: its tags with their attributes, and the text of each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is empty."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """What ends is what began last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text under its element."""
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of that kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def _page(report: Report, lang: str = "zh") -> Page:
    page = Page(render(report, "html", lang=lang).encode("utf-8").decode())
    assert page.open == []
    return page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_reads_as_it_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word and every tag between the style and the script."""
    text = render(example(), "html", lang=lang)
    assert text.partition("</style>")[2].partition("<script>")[0] == snapshot


def test_it_opens_in_the_language_that_was_asked_for() -> None:
    """Both languages are in it, one is shown."""
    zh, en = _page(example()), _page(example(), "en")
    assert (zh.all("html")[0]["lang"], en.all("html")[0]["lang"]) == ("zh", "en")
    assert zh.words["title"] == ["ICP 备案申请检查报告"]
    assert en.words["title"] == ["Check of ICP filings"]
    for page in (zh, en):
        assert {"名称使用了半角括号", "Half-width brackets in the name"} <= set(page.words["span"])


def test_only_its_own_style_and_script_may_run() -> None:
    """The policy names them by their hashes and forbids everything else."""
    page = _page(example())
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = b64encode(sha256("".join(page.words[tag]).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_finding_is_there() -> None:
    """With its remedy in both languages, and the counts above."""
    page = _page(example())
    assert [article["data-code"] for article in page.all("article")] == [str(f.code) for f in example().findings]
    steps = set(page.words["li"])
    for finding in example().findings:
        assert {*finding.remedy("zh"), *finding.remedy("en")} <= steps
    assert {"5", "1"} <= set(page.words["dd"])


def test_a_right_application_needs_no_filter() -> None:
    """The page says that nothing was found."""
    page = _page(Validator(select="SPN003").validate(Application()))
    assert page.all("form") == []
    assert "未发现问题。" in page.words["span"]


def test_it_can_be_used_without_eyes_or_mouse() -> None:
    """Every control has a name, every title its place in the outline, and the status is announced."""
    page = _page(example())
    assert page.all("a")[0] == {"class": "skip", "href": "#findings"}
    assert {"h1", "h2", "h3", "main", "header", "footer"} <= {tag for tag, _ in page.tags}
    assert page.all("svg")[0]["role"] == "img"
    assert any(attributes.get("role") == "status" for attributes in page.all("p"))
    assert not [tag for tag, attributes in page.tags if "tabindex" in attributes and attributes["tabindex"] != "-1"]


@given(hostile_reports())
@instance(report_of(TRAPS[0]))
@instance(report_of(TRAPS[1], waived=True))
@settings(max_examples=60, deadline=None)
def test_no_text_becomes_part_of_the_page(report: Report) -> None:
    """No element, no handler, no address comes from an input; the text itself can be read."""
    page, plain = _page(report), _page(report_of("x"))
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert page.words["script"] == plain.words["script"]
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in plain.tags} | {"p"}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "action")]
        assert attributes.get("href", "#findings") == "#findings"
    (finding,) = (*report.findings, *report.manual)
    assert not finding.excerpt or visible(finding.excerpt) in "".join(page.words["mark"])
