"""A glance changes nothing but the time: with and without, every report is the same."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cases import AS_OF, BASES, EXAMPLES, Case, cases_of, encoded, load
from hypothesis import given
from test_properties import SLIPS, _slipped

from beian_validate import Application, Validator
from beian_validate.context import Context
from beian_validate.engine import Plan
from beian_validate.glances import GLANCES
from beian_validate.result import Report
from beian_validate.rule import Glance, Root
from beian_validate.rules import all_rules
from beian_validate.tree import Survey

ACCEPTANCE = Path(__file__).parent / "acceptance"
CODES = {rule.code for rule in all_rules()}


@cache
def _validators(**circumstances: Any) -> tuple[Validator, Validator]:
    """A validator as it is, and one that asks every article."""
    quick, slow = Validator(**circumstances), Validator(**circumstances)
    slow._plan = Plan(slow._plan.rules)
    return quick, slow


def _said(report: Report) -> tuple[object, ...]:
    """All that a report says; which codes share an entry of what was blocked is no part of it."""
    blocked = sorted((code, block.cause, block.unreadable) for block in report.blocked for code in block.codes)
    return report.findings, report.manual, report.outcomes, report.verdict, blocked


def _reports(data: bytes, **circumstances: Any) -> tuple[object, ...]:
    return tuple(_said(validator.validate_json(data)) for validator in _validators(**circumstances))


def _versions(case: Case) -> Iterator[bytes]:
    for patches in ((case.bad,), (case.bad, case.repair), (case.good,)):
        yield encoded(case.base, *patches)


@pytest.mark.parametrize("case", [case for code in sorted(CODES) for case in cases_of(code)], ids=str)
def test_no_case_of_a_page_is_judged_otherwise(case: Case) -> None:
    """Bad, repaired and good: the same findings, blocked places and counts."""
    for data in _versions(case):
        quick, slow = _reports(data, as_of=case.as_of, provider=case.provider, province=case.province)
        assert quick == slow


def _elsewhere(base: str) -> Iterator[tuple[Case, bytes]]:
    """The cases that are written for other applications, put on this one where it has the place for it."""
    for case in (case for code in sorted(CODES) for case in cases_of(code) if case.base != base):
        for patch in (case.bad, case.good):
            with suppress(KeyError, IndexError, TypeError, ValueError, AssertionError):
                yield case, encoded(base, patch)


@pytest.mark.parametrize("base", sorted(BASES))
def test_no_case_is_judged_otherwise_on_another_application(base: str) -> None:
    """A slip of one nature, province or kind of service meets all the others."""
    compared = 0
    for case, data in _elsewhere(base):
        quick, slow = _reports(data, as_of=case.as_of, provider=case.provider, province=case.province)
        assert quick == slow, str(case)
        compared += 1
    assert compared > 200


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.glob("*.json"))])
@pytest.mark.parametrize("as_of", [AS_OF, None])
def test_no_example_is_judged_otherwise(name: str, as_of: Any) -> None:
    """With a day and without."""
    quick, slow = _reports((EXAMPLES / name).read_bytes(), as_of=as_of)
    assert quick == slow


@pytest.mark.parametrize("name", [path.name for path in sorted(ACCEPTANCE.glob("right*.jsonl"))])
def test_no_application_of_the_acceptance_is_judged_otherwise(name: str) -> None:
    """Right applications of all natures and provinces."""
    for line in (ACCEPTANCE / name).read_bytes().splitlines():
        quick, slow = _reports(line, as_of=AS_OF)
        assert quick == slow, json.loads(line)["id"]


@given(slips=SLIPS)
def test_no_slip_is_judged_otherwise(slips: dict[str, Any]) -> None:
    """Whatever stands where."""
    data = json.dumps(_slipped(slips), ensure_ascii=True).encode()
    quick, slow = _reports(data, as_of=AS_OF)
    assert quick == slow


def _leaves(value: Any, at: str = "") -> Iterator[str]:
    """The pointers of all texts below a value."""
    if isinstance(value, str):
        yield at
        return
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in members:
        yield from _leaves(item, f"{at}/{key}")


@pytest.mark.parametrize("base", sorted(BASES))
@pytest.mark.parametrize(
    "filler", ["待补充", "无", "测试数据", "待补充。", "-", "***", "000", "😀", "  ", "x", "周 示例\u200b"]
)
def test_no_filler_is_judged_otherwise(base: str, filler: str) -> None:
    """What clerks and spreadsheets leave in a field, in every field."""
    for pointer in _leaves(load(base)):
        quick, slow = _reports(encoded(base, {pointer: filler}), as_of=AS_OF)
        assert quick == slow, pointer


@pytest.mark.parametrize("glance", GLANCES, ids=lambda glance: glance.looks_right.__name__)
def test_every_glance_is_of_use(glance: Glance) -> None:
    """It spares something on a right application, and answers for articles that there are."""
    application = Application.model_validate_json((EXAMPLES / "enterprise-zhejiang-aliyun.json").read_bytes())
    ctx = Context(application, Validator(as_of=AS_OF).circumstances, Survey(application))
    judged = [vars(node) for node, _, _ in ctx.visits if glance.each in (type(node), Root)]
    assert any(glance.looks_right(values, ctx) for values in judged)
    assert glance.answers_for & CODES
