"""Markdown for a pull-request comment: the verdict, a table of counts, and each finding to unfold."""

import re
from collections.abc import Iterator, Mapping, Sequence

from beian_validate.finding import Severity
from beian_validate.report.parts import Entry, cited, field, title, visible, where
from beian_validate.report.words import HEADINGS, SEVERITIES, VERDICTS, tally
from beian_validate.result import Report, summary

MARKS: Mapping[Severity, str] = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.ADVICE: "🔵"}
TITLE: Mapping[str, str] = {"zh": "ICP 备案申请检查", "en": "Check of ICP filings"}
LONGEST = 60_000
"""Characters. GitHub refuses a comment beyond 65536; what does not fit is counted instead."""
CUT: Mapping[str, str] = {
    "zh": "……内容过长，另有 {count} 份申请未列出，完整结果见其他格式的报告。",
    "en": "… too long for a comment: {count} more applications are in the report of another format.",
}
_SPECIAL = re.compile(r"[\\`*_\[\]~|!$]")
_ADDRESS = re.compile(r"(www)\.|(:)//|(mailto|xmpp):", re.IGNORECASE)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def render(reports: Sequence[Report], lang: str) -> str:
    """A comment that fits: later applications are left out rather than the comment refused."""
    parts = [f"## {TITLE[lang]}\n\n{tally(summary(reports), lang)}\n"]
    length = len(parts[0])
    for number, report in enumerate(reports):
        part = "\n".join(_application(report, lang))
        length += len(part) + 1
        if length > LONGEST:
            parts.append(CUT[lang].format(count=len(reports) - number) + "\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _application(report: Report, lang: str) -> Iterator[str]:
    yield f"### {inert(title(report))}: {VERDICTS[lang][report.verdict]}\n"
    for finding in report.findings:
        yield from _finding(Entry(report, finding), lang)
    for finding in report.manual:
        yield f"* {HEADINGS[lang]['manual']} {finding.code}: {inert(finding.message(lang))}\n"


def _finding(entry: Entry, lang: str) -> Iterator[str]:
    """The line that is always seen, and below it what is unfolded."""
    finding = entry.finding
    waived = f" ({HEADINGS[lang]['waived']})" if finding.waived else ""
    grade = f"{MARKS[finding.severity]} {SEVERITIES[lang][finding.severity]}"
    yield f"<details><summary>{grade} <b>{finding.code}</b> {finding.title(lang)}{waived}</summary>\n"
    place = where(finding.place)
    yield f"{inert(field(finding, lang))}{f' ({inert(place)})' if place else ''}\n"
    if finding.excerpt:
        yield f"> {inert(finding.excerpt)}\n"
    yield f"{inert(finding.message(lang))}\n"
    yield from (f"{number}. {inert(step)}" for number, step in enumerate(finding.remedy(lang), 1))
    told = "; ".join(map(inert, cited(finding, lang)))
    yield f"\n<sub>{HEADINGS[lang]['source']}: {told}; {finding.docs}</sub>\n\n</details>\n"


def inert(text: str) -> str:
    """The text as it reads: no markup, no link, no mention of a person or an issue."""
    text = _SPECIAL.sub(r"\\\g<0>", visible(text).translate(_ENTITIES))
    text = _ADDRESS.sub(lambda found: found.group().replace(".", "\\.").replace(":", "\\:"), text)
    return text.replace("@", "@<!-- -->").replace("#", "#<!-- -->")
