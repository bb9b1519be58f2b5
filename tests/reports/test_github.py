"""Workflow commands: what becomes an annotation of a pull request."""

import re

import pytest
from hypothesis import given, settings
from reported import example, hostile_reports, report_of
from syrupy.assertion import SnapshotAssertion

from beian_validate import Report, render

COMMAND = re.compile(r"::(error|warning|notice|debug)(?: ([^:\r\n]*))?::([^\r\n]*)")


def _commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them: properties and data, no longer escaped."""
    lines = render(report, "github", lang="en").split("\n")
    assert lines.pop() == ""
    assert re.fullmatch(r"\d+ applications?: [\w ,;]+", lines.pop())
    found = [COMMAND.fullmatch(line) for line in lines]
    assert all(found), lines
    return [(m[1], _properties(m[2] or ""), _plain(m[3])) for m in found if m]


def _properties(text: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.split(",") if pair)
    return {name: _plain(value.replace("%3A", ":").replace("%2C", ",")) for name, _, value in pairs}


def _plain(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_commands_read_as_they_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word."""
    assert render(example(), "github", lang=lang) == snapshot


def test_an_annotation_stands_at_its_line() -> None:
    """File, line and column, the code in the title, and the remedy below the message."""
    command, properties, data = _commands(example())[0]
    assert command == "error"
    assert (properties["line"], properties["col"]) == ("6", "13")
    assert properties["title"].startswith("SPN003 ")
    assert "\n1. " in data


def test_severities_have_their_commands() -> None:
    """An error is an error, a warning a warning; what was waived and what a person must look at stops nothing."""
    assert [command for command, _, _ in _commands(example())].count("warning") == 1
    assert _commands(report_of("x", manual=True))[0][0] == "notice"
    assert _commands(report_of("x", waived=True))[0][0] == "debug"


@given(hostile_reports())
@settings(deadline=None)
def test_no_text_becomes_a_command(report: Report) -> None:
    """One command for the one finding, whatever stands in it."""
    ((_, properties, _),) = _commands(report)
    assert set(properties) <= {"file", "title", "line", "col"}
