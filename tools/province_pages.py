"""The page of a province for people: everything that holds there, with its sources and dates."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rule_pages import NOTE, SEVERITIES, escaped

from beian_validate.law.provinces import NATIONWIDE, Requirement, file_names, province_name
from beian_validate.report.province import all_rows, codes_of
from beian_validate.rules.asked import asked, concerned, reason_words, unread
from beian_validate.tables.bibliography import source

INTRODUCTION = (
    "以下是各接入商对管局要求的说法，不是管局发布的文件；说法不一的，两边都列出。"
    "\n\nThis is what access providers say the authority wants, not a publication of the authority itself; "
    "where accounts differ, both are named."
)


def province_pages(folder: Path) -> Mapping[Path, str]:
    """The list of provinces and one page for each.

    Parameters:
        folder: where the pages go.
    """
    pages = {folder / f"{name}.md": _page(code) for code, name in file_names().items() if code != NATIONWIDE}
    return {folder / "README.md": _contents(), **pages}


def _contents() -> str:
    lines = [
        NOTE,
        "",
        "# 各省要求 Provinces",
        "",
        INTRODUCTION,
        "",
        "| 代码 Code | 省份 Province | 条数 Rows |",
        "| --- | --- | --- |",
    ]
    for code, name in file_names().items():
        if code != NATIONWIDE:
            words = province_name(code)
            lines.append(f"| {code} | [{words} {words.en}]({name}.md) | {len(all_rows(code))} |")
    return "\n".join(lines) + "\n"


def _page(code: str) -> str:
    words = province_name(code)
    rows = all_rows(code)
    lines = [NOTE, "", f"# {words} {words.en}", "", INTRODUCTION]
    for heading, is_checked in (
        ("由程序检查 Checked by the program", True),
        ("材料及由人核对 Documents and manual checks", False),
    ):
        lines += [
            "",
            f"## {heading}",
            "",
            "| 要求 What is asked | 对象 Whom | 级别 Severity | 规则 Rules | 依据 Source |",
        ]
        lines += ["| --- | --- | --- | --- | --- |", *(_line(row) for row in rows if bool(codes_of(row)) == is_checked)]
    return "\n".join([*lines, "", "## 出处 Sources", "", *_sources(rows)]) + "\n"


def _line(row: Requirement) -> str:
    both = [asked(row), *((concerned(row, "zh"), concerned(row, "en")) if row.natures or row.orders else ("", ""))]
    links = ", ".join(f"[{code}](../{code}.md)" for code in codes_of(row))
    reason = "" if links else f"{reason_words(unread(row))}<br>{reason_words(unread(row)).en}"
    cells = (
        f"{escaped(both[0])}<br>{escaped(asked(row).en)}",
        "<br>".join(text for text in both[1:] if text),
        SEVERITIES[row.severity.value],
        links or reason,
        f"{row.account}<br>{row.account.en}",
    )
    return f"| {' | '.join(cells)} |"


def _sources(rows: tuple[Requirement, ...]) -> Iterator[str]:
    names = {cited.id for row in rows for cited in row.sources} | {name for row in rows for name in row.contested}
    for name in sorted(names):
        entry = source(name)
        titles = f"{entry.title('zh')} {entry.title('en')}"
        yield f"- {escaped(titles)} — {entry.publisher('en')}, {entry.as_of}: {escaped(entry.where)}"
