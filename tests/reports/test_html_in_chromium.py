"""The page in a real browser: the filters work, the languages change, and nothing leaves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, installed
from reported import TRAPS, example, report_of

from beian_validate import render
from beian_validate.finding import Place

pytestmark = pytest.mark.skipif(installed() is None, reason="no Chromium: apt install chromium")

SHOWN = "[...document.querySelectorAll('.finding')].filter((f) => f.offsetParent).map((f) => f.dataset.code)"
CHOOSE = "form = document.forms[0]; form.elements[{name!r}].value = {value!r}; form.dispatchEvent(new Event('input'))"
TICK = "document.querySelector('input[value={severity}]').click()"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests here."""
    program = installed()
    assert program is not None
    with Browser.start(program) as started:
        yield started


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Browser:
    """The report on two files, opened."""
    file = tmp_path / "report.html"
    reports = [example(), example().at("other.json", 0)]
    file.write_text(render(reports, "html", lang="zh"), "utf-8")
    browser.open(file)
    return browser


def _choose(page: Browser, name: str, value: str) -> Any:
    page.value(CHOOSE.format(name=name, value=value))
    return page.value(SHOWN)


def test_it_asks_for_nothing_and_complains_of_nothing(page: Browser) -> None:
    """One request, for the file itself; its own style and script are allowed to run."""
    assert len(page.requests) == 1
    assert page.requests[0].startswith("file://")
    assert page.complaints == []
    assert page.value("getComputedStyle(document.querySelector('.finding')).borderLeftWidth") == "5px"


def test_all_findings_are_shown_at_first(page: Browser) -> None:
    """Six in each file."""
    assert len(page.value(SHOWN)) == 12
    assert page.value("document.querySelector('.status').innerText") == "显示 12 共 12 条"


def test_severities_are_filtered(page: Browser) -> None:
    """Without errors, the warnings remain."""
    page.value(TICK.format(severity="error"))
    assert page.value(SHOWN) == ["WEB003", "WEB003"]
    page.value(TICK.format(severity="warning"))
    assert page.value(SHOWN) == []
    assert "没有符合筛选条件的结果" in page.value("document.body.innerText")


def test_codes_files_and_words_are_filtered(page: Browser) -> None:
    """Each alone and all together; clearing shows everything again."""
    assert _choose(page, "code", "SPN003") == ["SPN003", "SPN003"]
    assert _choose(page, "file", "1") == ["SPN003"]
    assert page.value("[...document.querySelectorAll('.application')].filter((a) => a.offsetParent).length") == 1
    assert _choose(page, "code", "") == [str(finding.code) for finding in example().findings]
    assert _choose(page, "text", " 半角括号 ") == ["SPN003"]
    page.value("document.querySelector('button[type=reset]').click(); new Promise((done) => setTimeout(done, 50))")
    assert len(page.value(SHOWN)) == 12


def test_a_bar_of_the_chart_is_a_filter(page: Browser) -> None:
    """Pressed once it filters, pressed again it does not; a keyboard can do it."""
    page.value("document.querySelector('[data-pick-code=DOM004]').focus()")
    page.press("Enter", 13)
    assert page.value(SHOWN) == ["DOM004", "DOM004"]
    assert page.value("document.querySelector('[data-pick-code=DOM004]').getAttribute('aria-pressed')") == "true"
    page.press("Enter", 13)
    assert len(page.value(SHOWN)) == 12


def test_the_language_changes(page: Browser) -> None:
    """Every visible word, the options and the title."""
    assert "怎样修正" in page.value("document.body.innerText")
    page.value("document.querySelector('[data-set-lang=en]').click()")
    text = page.value("document.body.innerText")
    assert "How to repair it" in text
    assert "怎样修正" not in text
    assert page.value("document.title") == "Check of ICP filings"
    assert page.value("document.documentElement.lang") == "en"
    assert page.value("document.querySelector('select').selectedOptions[0].text") == "all findings"
    page.value("document.querySelector('[data-set-lang=zh]').click()")
    assert "怎样修正" in page.value("document.body.innerText")


def test_the_first_key_leads_to_the_findings(page: Browser) -> None:
    """The skip link comes first and can be seen when it has the focus."""
    page.press("Tab", 9)
    assert page.value("document.activeElement.className") == "skip"
    assert page.value("document.activeElement.getBoundingClientRect().left >= 0")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_fits_any_width(browser: Browser, tmp_path: Path, width: int, lang: str) -> None:
    """Nothing has to be scrolled sideways, also with a value without any space."""
    file = tmp_path / "report.html"
    file.write_text(render([example(), report_of("W" * 300)], "html", lang=lang), "utf-8")
    browser.open(file, width)
    assert browser.value("document.documentElement.scrollWidth") <= width


def test_paper_shows_everything(page: Browser) -> None:
    """Why and source are unfolded for the printer, and folded again."""
    page.value("dispatchEvent(new Event('beforeprint'))")
    assert page.value("document.querySelectorAll('details:not([open])').length") == 0
    page.value("dispatchEvent(new Event('afterprint'))")
    assert page.value("document.querySelectorAll('details[open]').length") == 0


def test_no_script_from_data_runs(browser: Browser, tmp_path: Path) -> None:
    """Everything that somebody might type into a filing, in every place of the page at once."""
    traps = [trap for trap in TRAPS if len(trap) < 1000]
    reports = [report_of(trap, waived=n % 2 == 0, place=Place(1, 1, trap)) for n, trap in enumerate(traps)]
    file = tmp_path / "report.html"
    file.write_text(render(reports, "html", lang="en"), "utf-8")
    browser.open(file)
    browser.value("document.querySelectorAll('*').forEach((element) => element.focus?.())")
    assert browser.value("window.hacked === undefined")
    assert len(browser.requests) == 1
    assert browser.complaints == []
    assert len(browser.value(SHOWN)) == len(traps)


def test_even_planted_code_would_not_run(tmp_path: Path, browser: Browser) -> None:
    """The policy holds where the escaping might fail: a script, a handler and a picture put into the page by hand."""
    planted = "<script>window.hacked = 1</script><img src='http://evil.example/x' onerror='window.hacked = 2'>"
    file = tmp_path / "report.html"
    file.write_text(render(example(), "html").replace("<main>", f"<main>{planted}"), "utf-8")
    browser.open(file)
    assert browser.value("window.hacked === undefined")
    assert len(browser.requests) == 1
    assert browser.blocked == ["http://evil.example/x"]
    assert len(browser.complaints) >= 3
