"""Templates to fill in: a workbook with drop-down lists, or an empty application in YAML or JSON."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from beian_validate.errors import extra as package
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.node import Node
from beian_validate.schema.term import Term
from beian_validate.schema.website import Website
from beian_validate.shape import terms_of
from beian_validate.tree import extra, field_at, holds_many, labels, node_type

ROWS = 1000
"""Rows of a sheet for which the drop-down lists hold."""

_FLAGS = ("是", "否")
_NAMES = {
    "zh": {"main": "申请", "websites": "网站", "apps": "APP", "options": "选项", "notes": "说明"},
    "en": {"main": "Filings", "websites": "Websites", "apps": "Apps", "options": "Options", "notes": "Notes"},
}
_NOTES = {
    "zh": (
        "一行一份申请；网站和 APP 写在各自的表里，用“申请编号”对应。",
        "所有单元格都是文本格式：号码照原样输入，不要改成数值，否则末尾数字会丢失。",
        "日期写作 YYYY-MM-DD；一格可写多项的，用顿号分开。",
        "填好后运行 beian-validate check，结果会指出表、行、列。",
    ),
    "en": (
        "One application a row; websites and apps stand on their own sheets and give the identifier of theirs.",
        "All cells are text: type numbers as they are and leave the format alone, or their last digits are lost.",
        "Dates are YYYY-MM-DD; where a cell takes several items, put commas between them.",
        "When it is filled in, run beian-validate check; the findings name sheet, row and column.",
    ),
}


class Column(NamedTuple):
    """One column of the workbook: its field, its header, the note on it and the options to choose from."""

    pointer: str
    header: str
    note: str
    options: tuple[str, ...]
    many: bool


def workbook(lang: str = "zh") -> bytes:
    """The workbook: a sheet of applications, one of websites, one of apps, the options and notes.

    Raises:
        ConfigError: the extra `xlsx` is not installed.
    """
    buffer = io.BytesIO()
    names = _NAMES[lang]
    identifier = columns(Application, lang)[0]
    sheets = {
        names["main"]: columns(Application, lang),
        names["websites"]: (identifier, *columns(Website, lang)),
        names["apps"]: (identifier, *columns(App, lang)),
    }
    with package("xlsxwriter", "xlsx").Workbook(buffer, {"in_memory": True}) as book:
        text = book.add_format({"num_format": 49})  # by its number: every spreadsheet knows it as text
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"})
        filled = [(book.add_worksheet(name), several) for name, several in sheets.items()]
        lists = _options(book.add_worksheet(names["options"]), names["options"], sheets.values())
        notes = book.add_worksheet(names["notes"])
        notes.set_column(0, 0, 100)
        notes.write_column(0, 0, _NOTES[lang])
        for sheet, several in filled:
            sheet.freeze_panes(1, 1)
            for position, column in enumerate(several):
                _column(sheet, position, column, text, head, lists)
    return buffer.getvalue()


def columns(kind: type[Node], lang: str) -> tuple[Column, ...]:
    """The columns for a node and what is below it, the first item of every list; websites and apps stand apart."""
    return tuple(_described(kind, pointer, lang) for pointer in _leaves(kind))


def empty(kind: type[Node] = Application) -> dict[str, Any]:
    """An application with every field, none of them filled in."""
    value: dict[str, Any] = {}
    for name in kind.model_fields:
        below, many = node_type(kind, name), holds_many(kind, name)
        inside: Any = empty(below) if below else ""
        value[name] = ([inside] if below else []) if many else inside
    return value


def as_json() -> str:
    """An empty application in JSON."""
    return json.dumps(empty(), ensure_ascii=False, indent=2) + "\n"


def as_yaml(lang: str = "zh") -> str:
    """An empty application in YAML, with the label of every field and what to write into it."""
    return "\n".join(_yaml(Application, lang, "")) + "\n"


def _yaml(kind: type[Node], lang: str, indent: str) -> Iterator[str]:
    for name in kind.model_fields:
        below, many = node_type(kind, name), holds_many(kind, name)
        comment = f"  # {_title(kind, name, lang)}"
        if below is None:
            yield f"{indent}{name}: {'[]' if many else chr(34) * 2}{comment}"
            continue
        yield f"{indent}{name}:{comment}"
        lines = list(_yaml(below, lang, indent + ("    " if many else "  ")))
        if many:
            lines[0] = f"{indent}  - {lines[0].lstrip()}"
        yield from lines


def _title(kind: type[Node], name: str, lang: str) -> str:
    column = _described(kind, f"/{name}", lang)
    choices = " | ".join(column.options)
    return ": ".join(part for part in (column.header, column.note, choices) if part)


def _leaves(kind: type[Node], pointer: str = "") -> Iterator[str]:
    for name in kind.model_fields:
        below = node_type(kind, name)
        if below is None:
            yield f"{pointer}/{name}"
        elif kind is not Application or below not in (Website, App):
            yield from _leaves(below, f"{pointer}/{name}" + ("/0" if holds_many(kind, name) else ""))


def _described(kind: type[Node], pointer: str, lang: str) -> Column:
    info = field_at(kind, pointer)
    if info is None:
        raise LookupError(pointer)
    hint = extra(info)["x-description-en"] if lang == "en" else info.description
    options = tuple(_written(term) for term in terms_of(info.annotation))
    is_flag = "bool" in str(info.annotation)
    header = ".".join(labels(kind, pointer, lang))
    return Column(pointer, header, str(hint or ""), _FLAGS if is_flag else options, isinstance(info.default, tuple))


def _written(term: Term) -> str:
    """The official label, or the slug where two terms share the label."""
    try:
        return term.zh if type(term)(term.zh) is term else term.value
    except ValueError:
        return term.value


def _options(sheet: Any, name: str, sheets: Any) -> Mapping[tuple[str, ...], str]:
    """Write every list of options once; the range it stands in, by the options."""
    ranges: dict[tuple[str, ...], str] = {}
    for several in sheets:
        for column in several:
            if column.options and column.options not in ranges:
                position = len(ranges)
                sheet.write_column(0, position, column.options)
                letters = _letters(position)
                ranges[column.options] = f"='{name}'!${letters}$1:${letters}${len(column.options)}"
    return ranges


def _letters(position: int) -> str:
    return chr(ord("A") + position) if position < 26 else _letters(position // 26 - 1) + _letters(position % 26)


def _column(
    sheet: Any, position: int, column: Column, text: Any, head: Any, lists: Mapping[tuple[str, ...], str]
) -> None:
    sheet.set_column(position, position, 18, text)
    sheet.write_string(0, position, column.header, head)
    notes: Sequence[str] = [part for part in (column.note, column.pointer) if part]
    sheet.write_comment(0, position, "\n".join(notes))
    if column.options:
        rule = {"validate": "list", "source": lists[column.options], "show_error": not column.many}
        sheet.data_validation(1, position, ROWS, position, rule)
