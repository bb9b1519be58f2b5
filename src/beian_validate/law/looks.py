"""What a person must look at before an application is sent: no file can prove it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from beian_validate.finding import Citation, Wording
from beian_validate.law.filing import Filing
from beian_validate.law.provinces import NATIONWIDE, Requirement, by_hand, province_name, rows
from beian_validate.pages import words
from beian_validate.tables import table


@dataclass(frozen=True, slots=True)
class Look:
    """What a person must look at; no file can prove it."""

    key: str
    about: str
    text: Wording
    sources: tuple[Citation, ...]

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The look as JSON."""
        sources = [source.to_dict() for source in self.sources]
        return {"key": self.key, "about": self.about, "text": self.text.label(lang), "sources": sources}


def looks(filing: Filing) -> Iterator[Look]:
    """All that a person must look at for this filing, in the order of the form."""
    entries: Mapping[str, Any] = table("materials")["looks"]
    places = [f"{pointer}/person_in_charge" for pointer, _ in filing.services()]
    for about in places:
        yield _look("live_check", about, entries)
    yield _look("phone", "/sponsor/person_in_charge", entries)
    yield from province_looks(filing.province, filing.nature, filing.order, filing.as_of)


def _look(key: str, about: str, entries: Mapping[str, Any]) -> Look:
    row = entries[key]
    sources = tuple(Citation(source, key) for source in row["source"])
    return Look(key, about, Wording(row["zh"], row["en"]), sources)


@lru_cache(maxsize=4096)
def province_looks(province: str, nature: str, order: str, as_of: date | None) -> tuple[Look, ...]:
    """What the province asks about the site and the messages while the order is reviewed."""
    fields = table("materials")["looks"]["province"]["fields"]
    mine = (*rows(province), *by_hand(province)) or (*rows(NATIONWIDE), *by_hand(NATIONWIDE))
    found = [row for row in mine if row.field in fields and row.concerns(nature, order, as_of)]
    return tuple(
        Look(row.row.id, "", _told(row, province), row.sources)
        for row in sorted(found, key=lambda row: (fields.index(row.field), row.row.id))
        if row.value is not False
    )


def _told(row: Requirement, province: str) -> Wording:
    entry, name = table("province_fields")["fields"][row.field], province_name(province)
    said = ("", "") if row.value is True else tuple(_said(row.value, lang) for lang in ("zh", "en"))
    place = (f"{name}，", f"{name.en}, ") if province else ("", "")
    return Wording(
        f"{entry['zh']}{said[0]}（{place[0]}据{row.account}）",
        f"{entry['en']}{said[1]} ({place[1]}according to {row.account.en})",
    )


def _said(value: object, lang: str) -> str:
    known = table("province_fields")["words"]
    if isinstance(value, str) and value in known:
        value = known[value][lang]
    if isinstance(value, dict):
        return ""
    return ("：" if lang == "zh" else ": ") + words(tuple(value) if isinstance(value, list) else value, lang)
