"""HTML: one file that needs nothing else, in both languages, for the screen, the phone and paper."""

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from beian_validate import __version__
from beian_validate.errors import extra
from beian_validate.finding import Finding, Safety, Severity, Verdict
from beian_validate.pages import LANGUAGES, page
from beian_validate.report.parts import cited, entries, field, title, visible, where
from beian_validate.report.words import HEADINGS, INTERFACE, SEVERITIES, VERDICTS
from beian_validate.result import RULESET, Report, summary

_FOLDER = files("beian_validate") / "report" / "templates"
MOST_BARS = 8


class Both(NamedTuple):
    """A text in both languages; the page shows the one that is chosen."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart: how often a code was found, and the share of the longest bar in percent."""

    code: str
    title: Both
    severity: Severity
    count: int
    share: int


def render(reports: Sequence[Report], lang: str) -> str:
    """The page, opened in the given language.

    Raises:
        ConfigError: jinja2 is not installed.
    """
    mark = extra("markupsafe", "html").Markup
    style, script = _asset("report.css"), _asset("report.js")
    policy = _policy(style, script)
    assets = {"policy": policy, "style": mark(style), "script": mark(script)}
    written: str = _template().render(lang=lang, **assets, **_facts(reports))
    return written


@cache
def _template() -> Any:
    """The compiled template; it escapes whatever is printed into it."""
    jinja2 = extra("jinja2", "html")
    environment = jinja2.Environment(
        autoescape=True, finalize=_inert, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_asset("report.html.jinja2"))


def _facts(reports: Sequence[Report]) -> dict[str, Any]:
    found = [entry.finding for entry in entries(reports)]
    return {
        "reports": [_application(number, report) for number, report in enumerate(reports)],
        "files": list(dict.fromkeys(report.source or "-" for report in reports)),
        "codes": {str(f.code): _both(f.title) for f in sorted(found, key=lambda f: f.code)},
        "counts": summary(reports),
        "bars": list(_bars([f for report in reports for f in report.findings if not f.waived])),
        "ring": list(_ring(summary(reports))),
        "words": {key: Both(INTERFACE["zh"][key], INTERFACE["en"][key]) for key in INTERFACE["zh"]},
        "as_of": next((report.as_of for report in reports if report.as_of), None),
        "ruleset": RULESET,
        "version": __version__,
    }


def _application(number: int, report: Report) -> dict[str, Any]:
    return {
        "number": number,
        "title": title(report),
        "file": report.source or "-",
        "verdict": report.verdict.value,
        "verdict_words": _both(lambda lang: VERDICTS[lang][report.verdict]),
        "findings": [_finding(finding, "") for finding in report.findings]
        + [_finding(finding, "manual") for finding in report.manual],
    }


def _finding(finding: Finding, kind: str) -> dict[str, Any]:
    grade = kind or finding.severity.value
    return {
        "code": str(finding.code),
        "grade": grade,
        "grade_words": _both(lambda lang: HEADINGS[lang]["manual"] if kind else SEVERITIES[lang][finding.severity]),
        "title": _both(finding.title),
        "message": _both(finding.message),
        "field": _both(lambda lang: field(finding, lang)),
        "pointer": finding.pointer or "/",
        "place": where(finding.place),
        "excerpt": finding.excerpt or "",
        "remedy": {lang: finding.remedy(lang) for lang in LANGUAGES},
        "why": _both(page(finding.code).why),
        "sources": {lang: cited(finding, lang) for lang in LANGUAGES},
        "docs": finding.docs,
        "is_fixable": finding.fix is not None and finding.fix.safety == Safety.SAFE,
        "waived": finding.waived,
    }


def _both(words: Callable[[str], str]) -> Both:
    return Both(words("zh"), words("en"))


def _bars(findings: Sequence[Finding]) -> Iterator[Bar]:
    """The codes that were found most often."""
    counted = Counter(str(finding.code) for finding in findings)
    first = {str(finding.code): finding for finding in reversed(findings)}
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], first[pair[0]].severity.rank, pair[0]))
    for code, count in ordered[:MOST_BARS]:
        finding = first[code]
        yield Bar(code, _both(finding.title), finding.severity, count, round(100 * count / ordered[0][1]))


def _ring(counts: Mapping[str, int]) -> Iterator[tuple[str, float, float]]:
    """The verdicts as arcs of a ring: name, start and length, in percent of the whole."""
    start = 0.0
    for verdict in Verdict:
        length = 100 * counts[verdict.value] / max(1, counts["applications"])
        yield verdict.value, round(start, 2), round(length, 2)
        start += length


def _policy(style: str, script: str) -> str:
    """What the browser may do with the page: apply this style, run this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8").replace("\r\n", "\n")


def _inert(value: Any) -> Any:
    """What is printed into the page: texts with nothing invisible; jinja2 escapes them afterwards."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else visible(value)
