"""JUnit: what a build server shows."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from reported import AS_OF, example, hostile_reports, report_of
from syrupy.assertion import SnapshotAssertion

from beian_validate import Application, Report, Validator, render


def _parsed(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render(report, "junit").encode("utf-8"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_document_reads_as_it_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word and every attribute."""
    assert render(example(), "junit", lang=lang) == snapshot


def test_the_counts_are_those_of_the_cases() -> None:
    """Errors fail; a warning is a case that passes with a note."""
    root = _parsed(example())
    (suite,) = root
    assert root.attrib | {"name": ""} == {"name": "", "tests": "6", "failures": "5", "errors": "0", "skipped": "0"}
    assert len(suite.findall("testcase")) == 6
    assert len(suite.findall("testcase/failure")) == 5
    assert len(suite.findall("testcase/system-out")) == 1


def test_a_right_application_passes() -> None:
    """A suite without any case would be taken for one that did not run."""
    report = Validator(as_of=AS_OF, select="SPN003").validate(Application())
    assert report.findings == ()
    (case,) = _parsed(report).iter("testcase")
    assert list(case) == []


def test_what_was_waived_is_skipped() -> None:
    """With the reason that was given."""
    root = _parsed(report_of("agreed", waived=True))
    assert root.attrib["failures"] == "0"
    skipped = root.find("testsuite/testcase/skipped")
    assert skipped is not None
    assert "agreed" in skipped.attrib["message"]


@given(hostile_reports())
@settings(deadline=None)
def test_any_text_leaves_the_document_whole(report: Report) -> None:
    """No input adds an element or makes the document unreadable."""
    root = _parsed(report)
    allowed = {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
    assert {element.tag for element in root.iter()} <= allowed
    assert len(list(root.iter("testcase"))) == 1
