"""What one province asks, as a table for people: the rows, whom they concern, which rule reads them."""

from collections.abc import Iterator
from typing import Any

from beian_validate.checks.provinces import province_code
from beian_validate.errors import ConfigError, nearest
from beian_validate.law.provinces import (
    NATIONWIDE,
    Requirement,
    by_hand,
    file_names,
    merged,
    province_name,
    rows,
)
from beian_validate.rules.asked import asked, concerned, fields, reason_words, unread

_TITLES = {
    "zh": ("{province}的备案要求", "由程序检查", "材料及由人核对", "依据"),
    "en": ("What {province} asks", "Checked by the program", "Documents, and what a person must check", "source"),
}
_NOTHING = {
    "zh": "{province}对 {code} 没有自己的规定。",
    "en": "{province} has no row that decides {code}.",
}
_DECIDES = {"zh": "{province}对 {code} 的规定：", "en": "What {province} says on {code}:"}


def known_province(text: str) -> str:
    """The two digits of a province that has a table.

    Parameters:
        text: name, 2 or 6 digits.

    Raises:
        ConfigError: there is no such province, or it has no table.
    """
    code = province_code(text) or ""
    if code not in file_names():
        names = [name for known in file_names() for name in (known, province_name(known).en)]
        raise ConfigError(f"no province {text!r}{nearest(text, names)}")
    return code


def province_table(province: str, lang: str) -> str:
    """All that holds in a province, nationwide rows included, as plain text.

    Parameters:
        province: two digits.
        lang: `zh` or `en`.
    """
    title, by_program, others, _ = _TITLES[lang]
    checked = [row for row in all_rows(province) if _is_checked(row)]
    rest = [row for row in all_rows(province) if not _is_checked(row)]
    lines = [title.format(province=province_name(province).label(lang))]
    for heading, part in ((by_program, checked), (others, rest)):
        lines += ["", heading, *(line for row in part for line in _lines(row, lang))]
    return "\n".join(lines) + "\n"


def province_data(province: str) -> list[dict[str, Any]]:
    """The same as data, one dictionary per row."""
    return [
        {
            "id": row.row.id,
            "field": row.field,
            "kind": row.kind,
            "value": row.value,
            "asked": {lang: asked(row).label(lang) for lang in ("zh", "en")},
            "natures": sorted(row.natures),
            "order_types": sorted(row.orders),
            "severity": row.severity.value,
            "rules": list(codes_of(row)),
            "sources": [cited.id for cited in row.sources],
            "contested": list(row.contested),
            "as_of": row.row.as_of,
            "basis": row.row.basis,
        }
        for row in all_rows(province)
    ]


def deciding(province: str, code: str, lang: str) -> str:
    """The rows of a province that a rule reads, or that there are none.

    Parameters:
        province: two digits.
        code: the code of a rule.
        lang: `zh` or `en`.
    """
    read = [row for row in all_rows(province) if code in codes_of(row)]
    words = {"province": province_name(province).label(lang), "code": code}
    if not read:
        return _NOTHING[lang].format(**words) + "\n"
    return "\n".join([_DECIDES[lang].format(**words), *(line for row in read for line in _lines(row, lang))]) + "\n"


def all_rows(province: str) -> tuple[Requirement, ...]:
    """The rows of a province and the nationwide ones that it does not replace, checkable ones first."""
    own = (*rows(province), *by_hand(province))
    return merged(own, (*rows(NATIONWIDE), *by_hand(NATIONWIDE)))


def codes_of(row: Requirement) -> tuple[str, ...]:
    """The codes that look at what a row asks: those it decides, else the general ones."""
    entry = fields()[row.field]
    reason = unread(row)
    if reason not in ("", "general"):
        return ()
    return tuple(entry.get("rules", ()) if not reason else entry.get("general", ()))


def _is_checked(row: Requirement) -> bool:
    return bool(codes_of(row))


def _lines(row: Requirement, lang: str) -> Iterator[str]:
    whom = concerned(row, lang)
    suffix = (f"（{whom}）" if lang == "zh" else f" ({whom})") if whom else ""
    looked_at = ", ".join(codes_of(row)) or reason_words(unread(row)).label(lang)
    yield f"  {row.severity:<7}  {asked(row).label(lang)}{suffix}"
    yield f"           {looked_at} · {row.account.label(lang)}"
