"""Applications that nobody had in view while the rules were written: right ones, and single slips on them.

`right*.jsonl` hold one application a line that a reviewer would let through. A slip in `slips*.json` names one of
them, sets values at pointers (`/-` appends), and says where a finding is due (`/` is anywhere) and whether the
refusal is certain. The second set was written by an examiner who had not seen the code, and so was the ninth, which
is about sponsors and the papers of every nature. A refusal in them that was not heard when it came in is not marked
certain and says so in its note: it guards what is heard, it measures nothing.
The tenth set is an examiner's too, on services, domains and numbers: it holds only slips that are heard.
The eleventh are right applications alone, of an examiner who looked for false alarms.
Certificates are synthetic, with right check characters, or published ones of companies.
"""

import json
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from beian_validate.finding import Finding, Severity
from beian_validate.result import Report
from beian_validate.validator import Validator

HERE = Path(__file__).parent
SETS: dict[str, dict[str, dict[str, Any]]] = {
    name: {
        application["id"]: application for application in map(json.loads, (HERE / name).read_text("utf-8").splitlines())
    }
    for name in ("right.jsonl", "right_second.jsonl", "right_ninth.jsonl", "right_tenth.jsonl", "right_eleventh.jsonl")
}
RIGHT = {name: application for applications in SETS.values() for name, application in applications.items()}
SLIPS: list[dict[str, Any]] = [
    slip
    for name in ("slips.json", "slips_second.json", "slips_ninth.json", "slips_tenth.json")
    for slip in json.loads((HERE / name).read_text("utf-8"))
]
CERTAIN = [slip for slip in SLIPS if slip["certain"]]
VALIDATOR = Validator(as_of=date(2026, 3, 1))
HEARD = (Severity.ERROR, Severity.WARNING)
MOST_WARNINGS = {
    "right.jsonl": 12,
    "right_second.jsonl": 14,
    "right_ninth.jsonl": 3,
    "right_tenth.jsonl": 0,
    "right_eleventh.jsonl": 0,
}
"""How many warnings the right applications of a set may give: provinces differ in what they want in a remark."""


def judge(application: dict[str, Any]) -> Report:
    """The report on one application, read as a file would be."""
    return VALIDATOR.validate_json(json.dumps(application, ensure_ascii=False).encode())


@cache
def found_on_right(name: str) -> frozenset[tuple[str, str]]:
    """Code and pointer of what a right application gives already."""
    return frozenset((str(found.code), found.pointer) for found in judge(RIGHT[name]).findings)


def slipped(slip: dict[str, Any]) -> dict[str, Any]:
    """The right application with the slip."""
    application = deepcopy(RIGHT[slip["base"]])
    for pointer, value in slip["set"].items():
        put(application, pointer.strip("/").split("/"), value)
    return application


def put(node: Any, steps: list[str], value: Any) -> None:
    """Set a value; missing objects are made, and `-` appends."""
    step = steps[0]
    if isinstance(node, list) and step == "-":
        node.append(value)
        return
    key: Any = int(step) if isinstance(node, list) else step
    if len(steps) == 1:
        node[key] = value
    else:
        put(node[key] if isinstance(node, list) else node.setdefault(key, {}), steps[1:], value)


def is_near(pointer: str, at: str) -> bool:
    """Whether one pointer is, or stands above or below, the other."""
    at = at.rstrip("/")
    return pointer == at or pointer.startswith(f"{at}/") or at.startswith(f"{pointer}/")


def heard(slip: dict[str, Any]) -> list[Finding]:
    """The errors and warnings that a slip adds near its place."""
    known = found_on_right(slip["base"])
    return [
        found
        for found in judge(slipped(slip)).findings
        if found.severity in HEARD and (str(found.code), found.pointer) not in known
        if is_near(found.pointer, slip["at"])
    ]


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_right_application_is_let_through(name: str) -> None:
    """No right application gets an error, and no rule crashes on it."""
    report = judge(RIGHT[name])
    assert [(str(f.code), f.pointer) for f in report.findings if f.severity == Severity.ERROR] == []
    assert report.outcomes.crashed == 0
    assert report.verdict == "ready"


@pytest.mark.parametrize("of", SETS)
def test_right_applications_give_few_warnings(of: str) -> None:
    """What is right is hardly ever doubted."""
    warnings = [
        (name, str(found.code)) for name in SETS[of] for found in judge(RIGHT[name]).findings if found.severity in HEARD
    ]
    assert len(warnings) <= MOST_WARNINGS[of], warnings


@pytest.mark.parametrize("slip", CERTAIN, ids=lambda slip: slip["id"])
def test_a_certain_refusal_is_foreseen(slip: dict[str, Any]) -> None:
    """A slip that is certain to be refused gives an error or a warning at its place."""
    assert heard(slip), slip


def test_most_certain_refusals_are_errors() -> None:
    """Where the refusal is certain, the verdict says so in seven cases of eight."""
    errors = [slip for slip in CERTAIN if any(found.severity == Severity.ERROR for found in heard(slip))]
    assert len(errors) >= len(CERTAIN) * 7 / 8


def test_the_set_is_large_enough() -> None:
    """A small set proves little."""
    assert len(RIGHT) >= 200
    assert len(SLIPS) >= 500
    assert len({slip["id"] for slip in SLIPS}) == len(SLIPS)
    assert {slip["base"] for slip in SLIPS} <= set(RIGHT)
