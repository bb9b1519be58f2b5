"""What is asked in a province: one small table each, merged with the nationwide one.

Every row is what an access provider says an authority wants. A province's row stands before the nationwide row
on the same field; where both set a limit, the stricter holds. What is read by no rule, and why, stands in
`province_fields.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from beian_validate.finding import Citation, Severity, Wording
from beian_validate.law.row import TableRow, table_row
from beian_validate.tables import table
from beian_validate.tables.bibliography import source

NATIONWIDE = "nationwide"
NATIONWIDE_CODE = "00/"
ORGANISATION, INDIVIDUAL = "organisation", "individual"
_FOLDER = files("beian_validate") / "tables" / "provinces"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of a province: what is asked, of whom, for which orders, and on whose account.

    Parameters:
        row: identifier (`44/min-age`), severity, sources and dates.
        province: the province whose row it is.
        field: the name of the vocabulary, such as `responsible_person.min_age`.
        kind: prohibit, require, limit, document or advise.
        value: what is asked; its shape belongs to the field.
        natures: slugs of the natures it concerns, `individual_business` for sole traders; empty means all.
        orders: the types of order it concerns; empty means all.
        contested: entries of the bibliography that say otherwise.
    """

    row: TableRow
    province: Wording
    field: str
    kind: str
    value: Any
    natures: frozenset[str]
    orders: frozenset[str]
    contested: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """How grave a finding is that this row decides."""
        return self.row.severity

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Whose account it is."""
        return self.row.sources

    @property
    def is_nationwide(self) -> bool:
        """Whether the row stands in the table for all provinces."""
        return self.row.id.startswith(NATIONWIDE_CODE)

    @property
    def account(self) -> Wording:
        """Whose account it is, from when, and who says otherwise."""
        return Wording(*(_account(self, lang) for lang in ("zh", "en")))

    def concerns(self, nature: str, order: str, as_of: date | None) -> bool:
        """Whether the row speaks about such a sponsor and order on that day."""
        if self.orders and order not in self.orders:
            return False
        is_meant = not self.natures or nature in self.natures
        is_meant |= ORGANISATION in self.natures and nature not in ("", INDIVIDUAL)
        return is_meant and self.row.in_force(as_of)

    def at_most(self, severity: Severity) -> "Requirement":
        """The same row where what the application shows is no proof: not graver than that."""
        if severity.reaches(self.severity):
            return self
        return replace(self, row=replace(self.row, severity=severity))


@lru_cache(maxsize=4096)
def requirements(
    province: str, nature: str, order: str, as_of: date | None, fields: frozenset[str]
) -> tuple[Requirement, ...]:
    """The rows on some fields that hold for one kind of sponsor and order, merged.

    Parameters:
        province: two digits; the nationwide rows stand in for a province without a table.
        nature: slug of the nature, `individual_business` for a sole trader, empty when unknown.
        order: slug of the type of order.
        as_of: the day, or None for what holds still.
        fields: names of the vocabulary.
    """
    own, common = (
        [row for row in rows(name) if row.field in fields and row.concerns(nature, order, as_of)]
        for name in (province, NATIONWIDE)
    )
    return merged(own, common)


def merged(own: Iterable[Requirement], common: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """A province's rows with those nationwide rows that it does not replace."""
    kept = list(own)
    for row in common:
        rivals = [known for known in kept if known.field == row.field and _overlap(known.natures, row.natures)]
        if all(_is_stricter(row, rival) for rival in rivals):
            kept = [known for known in kept if known not in rivals] + [row]
    return tuple(kept)


def _overlap(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether there is a sponsor whom both sets of natures mean."""
    if not some or not others or some & others:
        return True
    return any(ORGANISATION in one and other - {INDIVIDUAL} for one, other in ((some, others), (others, some)))


def _is_stricter(row: Requirement, rival: Requirement) -> bool:
    limits = row.value, rival.value
    if not (row.kind == rival.kind == "limit" and all(type(limit) is int for limit in limits)):
        return False
    return bool(limits[0] < limits[1] if row.field.endswith("_max") else limits[0] > limits[1])


def rows(province: str) -> tuple[Requirement, ...]:
    """All rows of one province that a program could check; none where there is no table.

    Parameters:
        province: two digits, or `nationwide`.
    """
    return _part(province, "rows")


def by_hand(province: str) -> tuple[Requirement, ...]:
    """The rows of one province that only a person can check.

    Parameters:
        province: two digits, or `nationwide`.
    """
    return _part(province, "by_hand")


@cache
def _part(province: str, part: str) -> tuple[Requirement, ...]:
    name = file_names().get(province)
    if name is None:
        return ()
    content = table(f"provinces/{name}")
    head = content["province"]
    return tuple(_requirement(entry, head) for entry in content.get(part, ()))


@cache
def file_names() -> Mapping[str, str]:
    """The name of every table, such as `44-guangdong`, by the two digits of its province."""
    names = sorted(entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir() if entry.name.endswith(".toml"))
    return {name if name == NATIONWIDE else name[:2]: name for name in names}


@cache
def province_name(province: str) -> Wording:
    """The name of a province in both languages; the digits themselves where there is no table."""
    if province not in file_names():
        return Wording(province, province)
    head = table(f"provinces/{file_names()[province]}")["province"]
    return Wording(head["name"], head["name_en"])


def _requirement(entry: Mapping[str, Any], head: Mapping[str, Any]) -> Requirement:
    return Requirement(
        row=table_row({**entry, "id": f"{head['code']}/{entry['id']}"}),
        province=Wording(head["name"], head["name_en"]),
        field=entry["field"],
        kind=entry["kind"],
        value=entry["value"],
        natures=frozenset(entry.get("applies_to", ())),
        orders=frozenset(entry.get("order_types", ())),
        contested=tuple(entry.get("contested", ())),
    )


def _account(requirement: Requirement, lang: str) -> str:
    comma = "、" if lang == "zh" else ", "
    said = comma.join(dict.fromkeys(source(cited.id).publisher(lang) for cited in requirement.sources))
    period = _period(requirement.row.as_of, lang)
    text = f"{said}（{period}）" if lang == "zh" else f"{said} ({period})"
    if not requirement.contested:
        return text
    others = comma.join(f"{source(name).publisher(lang)} {source(name).as_of}" for name in requirement.contested)
    return f"{text}；说法不同的有：{others}" if lang == "zh" else f"{text}; others differ: {others}"


def _period(as_of: str, lang: str) -> str:
    """The day or period of an account in words: `2021-07/2023-08`, `2023-08/` and `~2023` are open to both sides."""
    is_zh = lang == "zh"
    if as_of.startswith("~"):
        return f"约{as_of[1:]}" if is_zh else f"about {as_of[1:]}"
    begin, slash, end = as_of.partition("/")
    if not slash:
        return as_of
    if not end:
        return f"{begin}以后" if is_zh else f"after {begin}"
    return f"{begin}至{end}" if is_zh else f"{begin} to {end}"
