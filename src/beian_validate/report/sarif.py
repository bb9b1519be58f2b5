"""SARIF 2.1.0: for code scanning and editors."""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from beian_validate import __version__
from beian_validate.finding import Finding, Severity
from beian_validate.pages import Page, page
from beian_validate.report.parts import Entry, encodable, entries, field, is_about_the_tool, steps
from beian_validate.result import RULESET, Report, summary

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
LOCALES: Mapping[str, str] = {"zh": "zh-CN", "en": "en-US"}


def render(reports: Sequence[Report], lang: str) -> str:
    """One run over all applications."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports, lang)]}
    return encodable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _run(reports: Sequence[Report], lang: str) -> dict[str, Any]:
    found = list(entries(reports))
    samples = {entry.finding.code: entry.finding for entry in reversed(found)}
    order = {code: index for index, code in enumerate(sorted(samples))}
    as_of = next((report.as_of for report in reports if report.as_of), None)
    return {
        "tool": {"driver": _driver([samples[code] for code in order], lang)},
        "language": LOCALES[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": all(map(_was_judged, reports))}],
        "results": [_result(entry, order[entry.finding.code], lang) for entry in found],
        "properties": {"ruleset": RULESET, "as_of": as_of.isoformat() if as_of else None, "summary": summary(reports)},
    }


def _was_judged(report: Report) -> bool:
    return report.is_readable and not report.outcomes.crashed


def _driver(samples: Sequence[Finding], lang: str) -> dict[str, Any]:
    return {
        "name": "beian-validate",
        "version": __version__,
        "semanticVersion": __version__,
        "language": LOCALES[lang],
        "rules": [_rule(finding, lang) for finding in samples],
    }


def _rule(finding: Finding, lang: str) -> dict[str, Any]:
    """The metadata of a rule; its help is in both languages, that of the reader first."""
    words, languages = page(finding.code), (lang, "zh" if lang == "en" else "en")
    return {
        "id": str(finding.code),
        "name": "".join(part.capitalize() for part in finding.name.split("-")),
        "shortDescription": {"text": words.title(lang)},
        "fullDescription": {"text": words.why(lang)},
        "help": {
            "text": "\n\n".join(_help(words, finding, each) for each in languages),
            "markdown": "\n\n".join(f"### {_help(words, finding, each)}" for each in languages),
        },
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"tags": ["ICP", finding.code.family], "docs": finding.docs},
    }


def _help(words: Page, finding: Finding, lang: str) -> str:
    told = [f"{number}. {step}" for number, step in enumerate(words.remedy(lang, {}, finding.sources), 1)]
    return f"{words.title(lang)}\n\n{words.why(lang)}\n\n" + "\n".join(told)


def _result(entry: Entry, rule: int, lang: str) -> dict[str, Any]:
    report, finding, manual = entry
    result: dict[str, Any] = {
        "ruleId": str(finding.code),
        "ruleIndex": rule,
        "kind": "review" if manual else "fail",
        "level": "none" if manual else LEVELS[finding.severity],
        "message": {"text": f"{finding.message(lang)}\n\n{steps(finding, lang)}"},
        "locations": [_location(report, finding, lang)],
        "partialFingerprints": {"rulePointer/v1": _fingerprint(report, finding)},
        "properties": {"application": report.id, "index": report.index, "about_the_tool": is_about_the_tool(finding)},
    }
    if finding.fix:
        result["properties"]["fix"] = finding.fix.to_dict()
    if finding.waived:
        result["suppressions"] = [_suppression(finding.waived)]
    return result


def _fingerprint(report: Report, finding: Finding) -> str:
    """The finding's own; of the applications in one file, each has a position besides."""
    return f"{finding.fingerprint}:{report.index}" if report.index else finding.fingerprint


def _suppression(waived: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": "external",
        "justification": waived.get("reason", ""),
        "properties": dict(waived),
    }


def _location(report: Report, finding: Finding, lang: str) -> dict[str, Any]:
    name = finding.pointer.rpartition("/")[2]
    logical = {
        "name": name,
        "fullyQualifiedName": finding.pointer,
        "decoratedName": field(finding, lang),
        "kind": "element" if name.isdigit() else "member",
    }
    location: dict[str, Any] = {"logicalLocations": [logical]}
    if report.source not in ("", "-"):
        location["physicalLocation"] = _physical(report.source, finding)
    return location


def _physical(source: str, finding: Finding) -> dict[str, Any]:
    """File, line and column; a cell of a workbook is no line, it goes into the properties."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(source)}}
    place = finding.place
    if place.sheet is not None:
        physical["properties"] = {"sheet": place.sheet, "row": place.line, "column": place.column}
    elif place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return physical


def _uri(source: str) -> str:
    """A path as a URI: relative as it was given, absolute with its scheme."""
    path = PurePath(source)
    written = quote(path.as_posix(), errors="replace")
    return f"file://{written}" if path.is_absolute() else written
