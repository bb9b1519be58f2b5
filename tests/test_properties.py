"""Laws that hold for any input."""

import json
from collections import Counter
from datetime import date
from typing import Any

from cases import load as base
from hypothesis import given
from hypothesis import strategies as st

from beian_validate import Validator, render
from beian_validate.schema.application import Application
from beian_validate.tree import field_at

VALIDATOR = Validator(as_of=date(2026, 3, 1))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


def _pointers(value: Any, at: str = "") -> list[str]:
    """The pointers of all values below a value."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [pointer for key, item in members for pointer in (f"{at}/{key}", *_pointers(item, f"{at}/{key}"))]


POINTERS = _pointers(base("enterprise"))
SLIPS = st.dictionaries(
    st.sampled_from(POINTERS), VALUES | st.text("浙江()（） \u200b中国12A", max_size=12), max_size=4
)


def _slipped(slips: dict[str, Any]) -> dict[str, Any]:
    """The good application with some of its values replaced."""
    filing: dict[str, Any] = base("enterprise")
    for pointer, value in slips.items():
        *above, last = pointer.split("/")[1:]
        node: Any = filing
        for part in above:
            node = node[int(part)] if isinstance(node, list) and part.isdigit() and int(part) < len(node) else node
            node = node.get(part, node) if isinstance(node, dict) else node
        if isinstance(node, dict):
            node[last] = value
    return filing


@given(VALUES)
def test_any_json_value_is_answered(value: Any) -> None:
    """Validation never raises for bad data, given as data or as text."""
    assert VALIDATOR.validate(value).verdict in ("ready", "not_ready", "undecided")
    assert VALIDATOR.validate_json(json.dumps(value)).findings


@given(st.binary())
def test_any_bytes_are_answered(data: bytes) -> None:
    """Whatever a file holds, there is a report."""
    assert VALIDATOR.validate_json(data).findings


@given(SLIPS)
def test_the_same_input_gives_the_same_bytes(slips: dict[str, Any]) -> None:
    """No clock, no random order, no state: two runs agree to the byte."""
    text = json.dumps(_slipped(slips))
    fresh = Validator(as_of=date(2026, 3, 1))
    assert render(VALIDATOR.validate_json(text), "json") == render(fresh.validate_json(text), "json")


@given(SLIPS)
def test_every_pointer_leads_somewhere(slips: dict[str, Any]) -> None:
    """A finding points at a field of the form, or at a key that is none."""
    report = VALIDATOR.validate(_slipped(slips))
    for finding in report.findings:
        assert finding.code == "SCH001" or not finding.pointer or field_at(Application, finding.pointer) is not None


@given(SLIPS)
def test_the_order_of_websites_does_not_matter(slips: dict[str, Any]) -> None:
    """The same sites in another order give the same codes."""
    filing = _slipped(slips)
    if not isinstance(filing.get("websites"), list) or not filing["websites"]:
        return
    other = base("enterprise")["websites"][0]
    there, back = [
        {**filing, "websites": sites} for sites in ([*filing["websites"], other], [other, *filing["websites"]])
    ]
    assert Counter(f.code for f in VALIDATOR.validate(there).findings) == Counter(
        f.code for f in VALIDATOR.validate(back).findings
    )


@given(SLIPS)
def test_safe_fixes_leave_nothing_to_fix(slips: dict[str, Any]) -> None:
    """Applying every safe fix, again and again, comes to an end within the depth of the problems."""
    filing = _slipped(slips)
    for _ in range(6):
        fixes = [f.fix for f in VALIDATOR.validate(filing).findings if f.fix and f.fix.safety == "safe"]
        if not fixes:
            return
        for step in (step for fix in fixes for step in fix.patch):
            _write(filing, step.path, step.value)
    assert not [f.code for f in VALIDATOR.validate(filing).findings if f.fix and f.fix.safety == "safe"]


def _write(filing: Any, pointer: str, value: Any) -> None:
    *above, last = pointer.split("/")[1:]
    for part in above:
        filing = filing[int(part)] if isinstance(filing, list) else filing[part]
    filing[int(last) if isinstance(filing, list) else last] = value
