"""Every rule has a page, and every page proves itself by its cases."""

import json
from string import Formatter
from typing import Any

import pytest
from cases import PAGES, Case, cases_of, encoded, fixed, page

from beian_validate.finding import Safety, Verdict
from beian_validate.result import Report
from beian_validate.rule import Rule
from beian_validate.rules import all_rules
from beian_validate.tables.bibliography import source

RULES = {str(rule.code): rule for rule in all_rules()}
WRITTEN = [code for code in RULES if page(code)]
CASES = [case for code in WRITTEN for case in cases_of(code)]
KEYS = ["code", "name", "prevents", "no_cases", "title", "message", "remedy", "why", "cases"]
LANGUAGES = ["zh", "en"]

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
each_page = pytest.mark.parametrize("code", WRITTEN)
each_case = pytest.mark.parametrize("case", CASES, ids=str)


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_page(code: str) -> None:
    """A rule without words cannot speak to anybody."""
    assert page(code), f"{code} ({RULES[code].name}) has no page: write src/beian_validate/rules/pages/{code}.toml"


def test_every_page_has_a_rule() -> None:
    """A page whose rule is gone must go as well."""
    orphans = sorted({file.stem for file in PAGES.glob("*.toml")} - set(RULES))
    assert not orphans, f"no rule has the code of these pages, remove them or list their chapter: {orphans}"


@each_page
def test_the_page_is_that_of_its_rule(code: str) -> None:
    """Code and name on the page are those of the rule, and the keys stand in their order."""
    body = page(code)
    assert (body["code"], body["name"]) == (code, RULES[code].name)
    assert list(body) == [key for key in KEYS if key in body], f"{code}.toml: the keys are {KEYS}, in this order"


@each_page
def test_the_page_has_cases(code: str) -> None:
    """A page proves its rule by a case, or says why there can be none."""
    body = page(code)
    assert bool(body.get("cases")) != bool(body.get("no_cases")), (
        f"{code}.toml needs [[cases]] with note, at, bad, repair and good, or a top-level no_cases that says why not"
    )


@each_page
def test_the_page_speaks_both_languages(code: str) -> None:
    """Title, message, remedy and reason are there in both languages and name the same facts."""
    body = page(code)
    for key in ("title", "message", "remedy", "why"):
        assert sorted(body[key]) == sorted(LANGUAGES), f"{code}.toml: [{key}] needs zh and en"
        texts = [_joined(body[key][lang]) for lang in LANGUAGES]
        assert all(text.strip() for text in texts), f"{code}.toml: [{key}] is empty in one language"
        same = _placeholders(texts[0]) == _placeholders(texts[1])
        assert same, f"{code}.toml: [{key}] names other facts in en than in zh"
    assert not _placeholders(_joined(body["title"]["zh"])), f"{code}.toml: a title holds no facts, the message does"


@each_page
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_remedy_has_steps(code: str, lang: str) -> None:
    """A remedy is two to five steps: what to do, and what if that is not possible."""
    steps = page(code)["remedy"][lang]
    assert 2 <= len(steps) <= 5, f"{code}.toml: the {lang} remedy has {len(steps)} steps, it needs two to five"


@each_page
def test_the_remedies_have_the_same_steps(code: str) -> None:
    """The same steps are told in both languages."""
    remedy = page(code)["remedy"]
    assert len(remedy["zh"]) == len(remedy["en"])


@each_rule
def test_the_sources_resolve(rule: Rule) -> None:
    """Every citation of a rule is an entry of the bibliography."""
    for citation in rule.sources:
        assert source(citation.id).id == citation.id


@each_case
def test_the_bad_case_gives_this_code_alone(case: Case) -> None:
    """The slip is found at its place, and nothing else is said about it."""
    report = case.judge(case.bad)
    spoken = report.manual if RULES[case.code].manual else report.findings
    assert (case.code, case.at) in {(str(found.code), found.pointer) for found in spoken}, _told(report)
    expected = {*case.also} if RULES[case.code].manual else {case.code, *case.also}
    assert {str(found.code) for found in report.findings} == expected, _told(report)


@each_case
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bad_case_fills_every_placeholder(case: Case, lang: str) -> None:
    """A fact that the words ask for is always there; a missing one would show as an ellipsis."""
    report = case.judge(case.bad)
    for found in (*report.findings, *report.manual):
        if found.code == case.code:
            assert "…" not in " ".join((found.message(lang), *found.remedy(lang)))


@each_case
def test_the_repair_leaves_nothing(case: Case) -> None:
    """Who follows the remedy has an application that is ready."""
    _assert_ready(case, case.judge(case.bad, case.repair))


@each_case
def test_the_good_case_stays_clean(case: Case) -> None:
    """What is close to the slip but right is left in peace."""
    _assert_ready(case, case.judge(case.good))


@each_case
def test_the_safe_fixes_clear_the_bad_case(case: Case) -> None:
    """Every safe fix, applied as it is offered, clears what it was offered for."""
    report = case.judge(case.bad)
    fixes = [found.fix for found in report.findings if found.fix and found.fix.safety == Safety.SAFE]
    if fixes:
        data = _data(case)
        for fix in fixes:
            data = fixed(data, fix)
        after = case.judge_bytes(json.dumps(data).encode())
        left = [found for found in report.findings if not (found.fix and found.fix.safety == Safety.SAFE)]
        assert {(f.code, f.pointer) for f in after.findings} == {(f.code, f.pointer) for f in left}, _told(after)


@each_case
def test_a_suggested_fix_clears_its_finding(case: Case) -> None:
    """A suggested fix, once confirmed, clears the finding that suggested it."""
    for found in case.judge(case.bad).findings:
        if found.fix and found.fix.safety == Safety.SUGGESTED:
            after = case.judge_bytes(json.dumps(fixed(_data(case), found.fix)).encode())
            assert (found.code, found.pointer) not in {(f.code, f.pointer) for f in after.findings}, _told(after)


def _data(case: Case) -> dict[str, Any]:
    """The bad case as data; only one that can be read has fixes."""
    data: dict[str, Any] = json.loads(encoded(case.base, case.bad))
    return data


def _assert_ready(case: Case, report: Report) -> None:
    assert not report.findings, _told(report)
    assert report.verdict == Verdict.READY
    if RULES[case.code].manual:
        assert case.code not in {found.code for found in report.manual}


def _told(report: Report) -> str:
    """What a report says, for the author of a page."""
    spoken = [f"{found.code} at {found.pointer}" for found in (*report.findings, *report.manual)]
    return f"the report says: {', '.join(spoken) or 'nothing'}"


def _joined(words: str | list[str]) -> str:
    return words if isinstance(words, str) else "\n".join(words)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
