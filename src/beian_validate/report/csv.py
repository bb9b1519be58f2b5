"""CSV for spreadsheets: a line for each finding, safe to open."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from beian_validate.pages import words
from beian_validate.report.parts import Entry, cited, entries, field, steps, visible
from beian_validate.report.words import HEADINGS, VERDICTS
from beian_validate.result import Report

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "文件", "序号", "申请编号", "结论", "级别", "代码", "问题", "字段", "当前值（已脱敏）", "说明", "修正步骤",
        "依据", "工作表", "行", "列", "JSON 指针", "规则名", "已豁免", "指纹",
    ),
    "en": (
        "file", "index", "application", "verdict", "severity", "code", "title", "field", "value (masked)", "message",
        "remedy", "source", "sheet", "line", "column", "pointer", "rule", "waived", "fingerprint",
    ),
}  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a spreadsheet begins a formula, with the wide ones where the system's language is Chinese or Japanese."""


def render(reports: Sequence[Report], lang: str) -> str:
    """A byte-order mark, without which Excel takes the Chinese for something else, a header and the findings."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS[lang])
    writer.writerows([inert(cell) for cell in cells(entry, lang)] for entry in entries(reports))
    return "\ufeff" + out.getvalue()


def cells(entry: Entry, lang: str) -> Iterator[str]:
    """The facts of a finding in the order of `COLUMNS`."""
    report, finding, _ = entry
    place = finding.place
    yield from (visible(report.source), str(report.index), visible(report.id), VERDICTS[lang][report.verdict])
    yield from (entry.grade(lang), str(finding.code), finding.title(lang), field(finding, lang))
    yield visible(finding.excerpt or "")
    yield from (visible(finding.message(lang)), steps(finding, lang), visible(words(cited(finding, lang), lang)))
    yield from (visible(place.sheet or ""), str(place.line or ""), str(place.column or ""))
    yield from (visible(finding.pointer), finding.name)
    yield f"{HEADINGS[lang]['waived']}: {visible(finding.waived.get('reason', ''))}" if finding.waived else ""
    yield finding.fingerprint


def inert(text: str) -> str:
    """The text as a spreadsheet shows it and never computes it."""
    return f"'{text}" if text.startswith(FORMULA) else text
