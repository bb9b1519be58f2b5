"""The engine with rules made for the purpose: what is called, what blocks, what crashes, what is counted."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from beian_validate import (
    Application,
    ConfigError,
    Domain,
    Person,
    Report,
    Ruleset,
    Severity,
    Sponsor,
    Validator,
    Verdict,
    Website,
    engine,
    validate,
    validate_json,
    validate_many,
)
from beian_validate.context import Circumstances, Context
from beian_validate.engine import Plan
from beian_validate.judgement import Run
from beian_validate.rule import Glance, Hits, Root, cite, hit, rule, rules_of
from beian_validate.rules import all_rules
from beian_validate.schema.node import Node
from beian_validate.situation import Situation, of_individuals
from beian_validate.tree import Survey, Values

SOURCE = cite("seed-guide")
FILING: dict[str, Any] = {
    "sponsor": {"name": "浙江示例有限公司", "nature": "enterprise"},
    "websites": [{"name": "甲", "domains": [{"name": "a.cn"}, {}]}, {"name": "乙"}],
}


def _chapter(function: Any) -> ModuleType:
    chapter = ModuleType("chapter")
    chapter.__dict__["article"] = function
    return chapter


def judged(function: Any, root: object = FILING, as_of: date | None = None) -> Report:
    """The report of one decorated function on a tree."""
    node = root if isinstance(root, Node) else Application.model_validate(root)
    plan = Plan(rules_of(_chapter(function)))
    ctx = Context(node, Circumstances(as_of), Survey(node))
    return Run(plan, node, ctx, plan.run(ctx), (), frozenset(), {}, True).report()


def test_a_rule_is_called_at_every_node_of_its_type() -> None:
    """Hits are told at the pointer of the node they were found at."""

    @rule("SPN003", "x", each=Domain, severity=Severity.ERROR, source=SOURCE)
    def every(domain: Domain, ctx: Context) -> Hits:
        yield hit("name")

    assert [f.pointer for f in judged(every).findings] == ["/websites/0/domains/0/name", "/websites/0/domains/1/name"]


def test_a_rule_without_what_it_needs_is_blocked() -> None:
    """It is not called, and the report says for want of what."""

    @rule("SPN003", "x", each=Domain, needs=("holder.name",), severity=Severity.ERROR, source=SOURCE)
    def needy(domain: Domain, ctx: Context) -> Hits:
        raise AssertionError("called without a holder")
        yield

    report = judged(needy)
    assert report.outcomes.blocked == 1
    assert [block.cause for block in report.blocked] == [
        "/websites/0/domains/0/holder/name",
        "/websites/0/domains/1/holder/name",
    ]
    assert report.verdict == Verdict.READY


def test_false_is_a_value() -> None:
    """A rule that needs a flag is called when the flag is false."""

    @rule("SPN003", "x", each=Person, needs=("is_student",), severity=Severity.ERROR, source=SOURCE)
    def flag(person: Person, ctx: Context) -> Hits:
        yield hit("is_student")

    assert judged(flag, Person(is_student=False)).outcomes.failed == 1
    assert judged(flag, Person(name="x")).outcomes.blocked == 1


def test_what_stands_beside_the_node_may_be_needed_too() -> None:
    """Blocked when the application leaves it empty, not applicable when only a part is validated."""

    @rule("SPN003", "x", each=Website, needs=("/sponsor/name",), severity=Severity.ERROR, source=SOURCE)
    def beside(website: Website, ctx: Context) -> Hits:
        yield hit("name")

    assert judged(beside).outcomes.failed == 1
    assert judged(beside, {"websites": [{"name": "x"}]}).outcomes.blocked == 1
    assert judged(beside, Website(name="x")).outcomes.not_applicable == 1


def test_a_rule_about_dates_needs_a_day() -> None:
    """Without `as_of` it does not apply; the library has no clock."""

    @rule("SPN003", "x", each=Website, needs=("@as_of",), severity=Severity.ERROR, source=SOURCE)
    def dated(website: Website, ctx: Context) -> Hits:
        yield hit("name", day=ctx.as_of)

    assert judged(dated).outcomes.not_applicable == 1
    assert judged(dated, as_of=date(2026, 3, 1)).findings[0].params == {"day": date(2026, 3, 1)}


def test_an_article_concerns_some_filings_only() -> None:
    """Asked once, of the situation; for others it does not apply."""

    @rule("SPN003", "x", each=Website, severity=Severity.ERROR, source=SOURCE, when=of_individuals)
    def personal(website: Website, ctx: Context) -> Hits:
        yield hit("name")

    assert judged(personal).outcomes.not_applicable == 1
    assert judged(personal, {"sponsor": {"nature": "individual"}, "websites": [{"name": "x"}]}).outcomes.failed == 1


def test_who_cannot_say_whom_it_concerns_has_crashed() -> None:
    """The rule is not called, and the verdict stays open."""

    def broken(situation: Situation) -> bool:
        raise ValueError(situation)

    @rule("SPN003", "x", each=Website, severity=Severity.ERROR, source=SOURCE, when=broken)
    def unsure(website: Website, ctx: Context) -> Hits:
        yield hit("name")

    report = judged(unsure)
    assert [(f.code, f.params["rule"]) for f in report.findings] == [("SYS001", "SPN003")]
    assert report.outcomes.crashed == 1


def test_an_empty_field_that_may_be_empty_is_passed_over() -> None:
    """Nothing is blocked, unless the value was there and could not be read."""

    @rule("SPN003", "x", each=Person, if_given=("email",), severity=Severity.ERROR, source=SOURCE)
    def given(person: Person, ctx: Context) -> Hits:
        yield hit("email")

    assert judged(given, Person(email="a")).outcomes.failed == 1
    assert judged(given, Person(name="x")).outcomes.passed == 1
    plan = Plan(rules_of(_chapter(given)))
    ctx = Context(Person(name="x"), Circumstances(), Survey(Person(name="x")))
    assert [block.unreadable for block in plan.run(ctx, frozenset({"/email"})).blocked] == [True]
    assert plan.run(ctx, frozenset({"/mobile"})).blocked == []


def test_a_glance_spares_the_articles_it_answers_for() -> None:
    """Where it says yes they are not called; where it says no, or fails, they are."""
    calls = []

    @rule("SPN003", "x", each=Person, severity=Severity.ERROR, source=SOURCE)
    def counted(person: Person, ctx: Context) -> Hits:
        calls.append(person.name)
        yield from ()

    def is_named(person: Values, ctx: Context) -> bool:
        return {"right": True, "wrong": False}[person["name"]]

    plan = Plan(rules_of(_chapter(counted)), [Glance(Person, frozenset({"SPN003"}), is_named)])
    for name in ("right", "wrong", "unknown"):
        person = Person(name=name)
        plan.run(Context(person, Circumstances(), Survey(person)))
    assert calls == ["wrong", "unknown"]
    person = Person(name="right")
    plan.run(Context(person, Circumstances(), Survey(person)), frozenset({"/email"}))
    assert calls == ["wrong", "unknown", "right"]


def test_kinds_of_filing_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of ever new circumstances does not fill the memory, and every one is judged."""
    monkeypatch.setattr(engine, "MOST_DOCKETS", 3)
    validator = Validator(select="SPN")
    filings = [{"provider": f"p{number}", "sponsor": {"name": "浙江(示例)公司"}} for number in range(10)]
    assert len({str(validator.validate(filing).to_dict()) for filing in filings}) == 1
    assert len(validator._plan._dockets) <= 3


def test_one_function_serves_several_codes() -> None:
    """The kind of the hit chooses the code; a code that was not selected stays silent."""

    @rule("SPN003", "x", each=Website, severity=Severity.ERROR, source=SOURCE, kinds=("one",))
    @rule("SPN004", "y", each=Website, severity=Severity.ADVICE, source=SOURCE, kinds=("two", "three"))
    def several(website: Website, ctx: Context) -> Hits:
        yield from (hit("name", kind) for kind in ("one", "two", "three", "four"))

    found = judged(several, Website(name="x")).findings
    assert [(f.code, f.severity) for f in found] == [("SPN003", "error"), ("SPN004", "advice"), ("SPN004", "advice")]


def test_a_crash_leaves_the_verdict_open() -> None:
    """The other rules run, and nothing of the exception but its name is kept."""

    @rule("SPN003", "x", each=Website, severity=Severity.ERROR, source=SOURCE)
    def broken(website: Website, ctx: Context) -> Hits:
        yield hit("name")
        raise ValueError(website.name)

    report = judged(broken, {"websites": [{"name": "13800138000"}]})
    crash = next(f for f in report.findings if f.code == "SYS001")
    assert crash.params == {"rule": "SPN003", "error": "ValueError"}
    assert report.outcomes.crashed == 1
    assert judged(broken, Website()).verdict == Verdict.NOT_READY


def test_parents_come_nearest_first() -> None:
    """A rule on a domain can ask for its website and the application."""

    @rule("SPN003", "x", each=Domain, severity=Severity.ERROR, source=SOURCE)
    def above(domain: Domain, ctx: Context) -> Hits:
        yield hit("name", parents=tuple(type(node).__name__ for node in ctx.parents), at=ctx.pointer)

    assert judged(above).findings[0].params == {"parents": ("Website", "Application"), "at": "/websites/0/domains/0"}


def test_a_rule_on_the_root_is_called_once() -> None:
    """Whatever was given is the root."""

    @rule("SPN003", "x", each=Root, severity=Severity.ERROR, source=SOURCE)
    def root(node: Node, ctx: Context) -> Hits:
        yield hit("/name", type=type(node).__name__)

    assert [f.params for f in judged(root, Sponsor(name="x")).findings] == [{"type": "Sponsor"}]


def test_rules_stop_when_the_law_does() -> None:
    """A rule is in force between its dates; without a day, if it still is."""

    @rule("SPN003", "x", each=Root, severity=Severity.ERROR, source=SOURCE, since="2018-01-01", until="2020-12-31")
    def old(node: Node, ctx: Context) -> Hits:
        yield hit("")

    (article,) = old.__dict__["rules"]
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2020, 12, 31), date(2021, 1, 1), None]
    assert [article.in_force(day) for day in days] == [False, True, True, False, False]


def test_all_codes_of_a_function_ask_for_the_same() -> None:
    """They share one call, so they must share its conditions."""
    for article in all_rules():
        mates = [other for other in all_rules() if other.function is article.function]
        same = {(mate.each, mate.needs, mate.if_given, mate.when) for mate in mates}
        assert article.function is None or len(same) == 1, (
            f"{article.code}: give each decorator the same each, needs, if_given and when"
        )


@pytest.mark.parametrize("selector", ["SPN003", "SPN", "spn", "half-width-brackets"])
def test_rules_are_selected_by_code_family_or_name(selector: str) -> None:
    """All three lead to the rule, and `ignore` takes it out again."""
    assert "SPN003" in {r.code for r in Ruleset((selector,)).of(all_rules())}
    assert "SPN003" not in {r.code for r in Ruleset(ignore=(selector,)).of(all_rules())}


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ({"select": ["SPN999"]}, "SPN"),
        ({"ignore": "half-width-bracket"}, "half-width-brackets"),
        ({"province": "Atlantis"}, "Atlantis"),
    ],
)
def test_a_wrong_setting_names_the_nearest(setting: dict[str, Any], hint: str) -> None:
    """Misuse is told at once, when the validator is made."""
    with pytest.raises(ConfigError, match=hint):
        Validator(**setting)


@pytest.mark.parametrize("setting", [{"as_of": "2026-03-01"}, {"select": [3]}])
def test_a_setting_of_the_wrong_type_is_a_type_error(setting: dict[str, Any]) -> None:
    """The types are in the signature."""
    with pytest.raises(TypeError):
        Validator(**setting)


def test_a_validator_travels() -> None:
    """Pickled, or shared by threads, it gives the same reports."""
    validator = Validator(as_of=date(2026, 3, 1), select=["SPN", "WEB"])
    expected = validator.validate(FILING)
    assert pickle.loads(pickle.dumps(validator)).validate(FILING) == expected
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: validator.validate(FILING).outcomes, range(20))) == {expected.outcomes}


def test_streams_keep_their_order() -> None:
    """However many workers, the reports come back in the order of the applications."""
    filings = [{"id": str(number), "sponsor": {"name": f"浙江({number})公司"}} for number in range(450)]
    alone = list(validate_many(filings, as_of=date(2026, 3, 1)))
    assert [report.id for report in alone] == [filing["id"] for filing in filings]
    assert list(validate_many(iter(filings), as_of=date(2026, 3, 1), workers=2)) == alone
    with pytest.raises(ConfigError, match="workers"):
        validate_many(filings, workers=0)


def test_bytes_text_and_data_are_judged_alike() -> None:
    """Only places differ."""
    text = '{"sponsor": {"name": "浙江(杭州)公司"}}'
    codes = [f.code for f in validate({"sponsor": {"name": "浙江(杭州)公司"}}).findings]
    assert [f.code for f in validate_json(text).findings] == codes
    assert [f.code for f in validate(text.encode()).findings] == codes
    with pytest.raises(TypeError):
        validate_json(5)  # type: ignore[arg-type]


def test_a_key_given_twice_is_told_at_the_second() -> None:
    """The fast path notices that there were more keys than fields."""
    (finding,) = validate_json(b'{"id": "A",\n "id": "B"}', select="SCH").findings
    assert (finding.code, finding.pointer, finding.line, finding.column) == ("SCH012", "/id", 2, 2)
