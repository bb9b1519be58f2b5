"""JUnit XML: a suite for each application, a case for each finding."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from beian_validate.finding import Severity
from beian_validate.report.parts import Entry, cited, is_about_the_tool, steps, title, visible, where
from beian_validate.report.words import HEADINGS, SEVERITIES, VERDICTS
from beian_validate.result import Report

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, escaped or not."""


def render(reports: Sequence[Report], lang: str) -> str:
    """Errors fail, warnings and advice pass with a note, what was waived is skipped."""
    root = Element("testsuites", name="beian-validate")
    for report in reports:
        _suite(root, report, lang)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, 0)) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def _suite(root: Element, report: Report, lang: str) -> None:
    suite = SubElement(root, "testsuite", name=_legal(title(report)))
    if report.as_of:
        suite.set("timestamp", f"{report.as_of.isoformat()}T00:00:00")
    for finding in report.findings:
        _case(suite, Entry(report, finding), lang)
    if not report.findings:
        SubElement(suite, "testcase", name=VERDICTS[lang][report.verdict], classname="beian-validate", time="0")
    looks = [f"[{finding.code}] {visible(finding.message(lang))}" for finding in report.manual]
    if looks:
        SubElement(suite, "system-out").text = _legal(f"{HEADINGS[lang]['manual']}\n" + "\n".join(looks))
    suite.set("tests", str(len(suite.findall("testcase"))))
    for name, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{outcome}"))))


def _case(suite: Element, entry: Entry, lang: str) -> None:
    report, finding, _ = entry
    name = f"{finding.code} {finding.title(lang)} {finding.pointer}"
    case = SubElement(
        suite, "testcase", name=_legal(visible(name)), classname=f"beian-validate.{finding.name}", time="0"
    )
    if report.source:
        case.set("file", _legal(visible(report.source)))
    if finding.line and finding.place.sheet is None:
        case.set("line", str(finding.line))
    message = visible(finding.message(lang))
    if finding.waived:
        SubElement(case, "skipped", message=_legal(f"{HEADINGS[lang]['waived']}: {finding.waived.get('reason', '')}"))
    elif is_about_the_tool(finding):
        SubElement(case, "error", type=str(finding.code), message=_legal(message)).text = _details(entry, lang)
    elif finding.severity == Severity.ERROR:
        SubElement(case, "failure", type=str(finding.code), message=_legal(message)).text = _details(entry, lang)
    else:
        grade = SEVERITIES[lang][finding.severity]
        SubElement(case, "system-out").text = _legal(f"{grade}: {message}\n{_details(entry, lang)}")


def _details(entry: Entry, lang: str) -> str:
    """Place, remedy and sources, a line for each."""
    report, finding, _ = entry
    place = ":".join(part for part in (visible(report.source), where(finding.place)) if part)
    told = [f"{HEADINGS[lang]['source']}: {visible(line)}" for line in cited(finding, lang)]
    return _legal("\n".join(["", place, steps(finding, lang), *told, finding.docs, ""]))


def _legal(text: str) -> str:
    """The text without what XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
