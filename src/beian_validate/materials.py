"""The documents of one application: which are needed, for whom, why, in what form, and which are there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from beian_validate.checks.provinces import province_code
from beian_validate.finding import Citation, Severity, Wording
from beian_validate.law.documents import JUDGES, Asked, asked_by
from beian_validate.law.filing import Filing, at
from beian_validate.law.provinces import NATIONWIDE, Requirement, by_hand, province_name, requirements, rows
from beian_validate.pages import words
from beian_validate.schema.application import Application, Material
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.party import Person
from beian_validate.tables import table

_FIELDS = frozenset(JUDGES)
_LETTERS = frozenset({"document.power_of_attorney_age_max_months"})
_REPRESENTED = frozenset({"subject_in_charge.legal_representative"})
_NOBODY_ELSE = ("legal_rep_only",)
_LOOSE = ("", "/sponsor")
_DATED = (MaterialKind.AUTHORIZATION_LETTER, MaterialKind.COMMITMENT_LETTER)


@dataclass(frozen=True, slots=True)
class Document:
    """One document that the application needs.

    Parameters:
        kinds: slugs of `MaterialKind`; any of them will do.
        about: pointer of the part whose document it is.
        name: what it is called, in both languages.
        reason: why it is asked for, and on whose account.
        form: original, signed, stamped …
        severity: how grave it is when it is missing.
        sources: whose account it is.
        is_held: the application's materials have it.
        is_conditional: whether it is due depends on what the application does not tell.
    """

    kinds: tuple[str, ...]
    about: str
    name: Wording
    reason: Wording
    form: Wording
    severity: Severity
    sources: tuple[Citation, ...]
    is_held: bool
    is_conditional: bool

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The document as JSON."""
        return {
            "kinds": list(map(str, self.kinds)),
            "about": self.about,
            "name": self.name.label(lang),
            "reason": self.reason.label(lang),
            "form": self.form.label(lang),
            "severity": self.severity.value,
            "sources": [source.to_dict() for source in self.sources],
            "held": self.is_held,
            "conditional": self.is_conditional,
        }


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


@dataclass(frozen=True, slots=True)
class Checklist:
    """The documents of an application in the order of the form, then what a person must look at."""

    province: str
    provider: str
    documents: tuple[Document, ...]
    looks: tuple[Look, ...]

    @property
    def missing(self) -> tuple[Document, ...]:
        """The documents that are due for certain and not among the materials."""
        return tuple(document for document in self.documents if not (document.is_held or document.is_conditional))

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The list as JSON."""
        return {
            "province": self.province,
            "provider": self.provider,
            "documents": [document.to_dict(lang) for document in self.documents],
            "looks": [look.to_dict(lang) for look in self.looks],
        }


def checklist(
    application: Application, *, as_of: date | None = None, provider: str = "", province: str = ""
) -> Checklist:
    """Every document that this application needs, and what a person must look at.

    Parameters:
        application: what is to be filed; nothing of it appears in the list but pointers.
        as_of: the day of judgement; without one no document depends on an age.
        provider: slug of the access provider where the application names none.
        province: two digits, where the sponsor gives no division.
    """
    own = province_code(application.sponsor.division_code) if application.sponsor.division_code else None
    filing = Filing(application, as_of, own or province)
    documents = tuple(_document(filing, need) for need in needs(filing))
    return Checklist(filing.province, application.provider or provider, documents, tuple(_looks(filing)))


def missing(filing: Filing) -> Iterator[Document]:
    """The documents that are due for certain and not among the materials; no words are made for the others."""
    for need in needs(filing):
        if not need.asked.conditional and not _is_held(filing, need.asked):
            yield _document(filing, need)


class Need(NamedTuple):
    """A document that is asked for, by a row of the province or else by the basic list."""

    asked: Asked
    basic: str
    row: Requirement | None


def needs(filing: Filing) -> tuple[Need, ...]:
    """What the basic list and the province ask, each document of each part once."""
    basic: Mapping[str, Any] = table("materials")["basic"]
    found = [
        Need(Asked(tuple(basic[key]["kinds"]), about), key, None)
        for key, about in (*_identities(filing), *_occasions(filing, basic))
    ]
    found += [Need(asked, "", row) for row in _demands(filing, _FIELDS) for asked in asked_by(row, filing)]
    known: dict[tuple[tuple[str, ...], str], Need] = {}
    for need in found:
        known.setdefault((need.asked.kinds, need.asked.about), need)
    return tuple(known.values())


def _identities(filing: Filing) -> Iterator[tuple[str, str]]:
    if filing.is_individual:
        yield "identity_document", "/sponsor"
    elif filing.application.sponsor.nature:
        yield "sponsor_certificate", "/sponsor"
        yield from (("person_certificate", pointer) for pointer, _ in filing.persons())


def _occasions(filing: Filing, basic: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    is_somebody_else = filing.is_represented_by(filing.application.sponsor.person_in_charge) is False
    if is_somebody_else and not filing.is_individual and not _decides_on_letters(filing):
        yield "authorization_letter", "/sponsor/person_in_charge"
    plans = _demands(filing, frozenset({"document.website_construction_plan"}))
    if not plans and sum(1 for _ in filing.domains()) > basic["site_plan"]["over"]:
        yield "site_plan", "/sponsor"
    for pointer, service in filing.services():
        for index in range(len(service.pre_approvals)):
            yield "pre_approval_document", f"{pointer}/pre_approvals/{index}"


def _decides_on_letters(filing: Filing) -> bool:
    """Whether the province itself says about a letter, or accepts nobody but the legal representative."""
    if any(row.value in _NOBODY_ELSE for row in _demands(filing, _REPRESENTED)):
        return True
    return bool(_demands(filing, frozenset({"subject_in_charge.authorization_letter"})))


def _demands(filing: Filing, fields: frozenset[str]) -> tuple[Requirement, ...]:
    """The rows on some fields; where a province has several on one field, all hold."""
    return requirements(filing.province, filing.nature, filing.order, filing.as_of, fields)


def _document(filing: Filing, need: Need) -> Document:
    asked, row = need.asked, need.row
    kinds = tuple(map(MaterialKind, asked.kinds))
    entry: Mapping[str, Any] = table("materials")["why"][row.field] if row else table("materials")["basic"][need.basic]
    return Document(
        kinds=tuple(kind.value for kind in kinds),
        about=asked.about,
        name=Wording(*(_name(kinds, asked.names, lang) for lang in ("zh", "en"))),
        reason=_reason(entry, row),
        form=_form(filing, entry["form"], kinds[0]),
        # A list of files is no proof of what was sent.
        severity=row.at_most(Severity.WARNING).severity if row else Severity(entry["severity"]),
        sources=row.sources if row else tuple(Citation(source, need.basic) for source in entry["source"]),
        is_held=_is_held(filing, asked),
        is_conditional=asked.conditional,
    )


def _reason(entry: Mapping[str, Any], row: Requirement | None) -> Wording:
    if row is None:
        return Wording(entry["zh"], entry["en"])
    account = row.account
    return Wording(
        f"{entry['zh']}（{row.province}，据{account}）",
        f"{entry['en']} ({row.province.en}, according to {account.en})",
    )


def _is_held(filing: Filing, asked: Asked) -> bool:
    return any(_fits(material, asked, filing) for material in filing.application.materials)


def _name(kinds: tuple[MaterialKind, ...], names: tuple[str, ...], lang: str) -> str:
    if names and lang == "zh":
        return "、".join(names)
    joint = " 或 " if lang == "zh" else " or "
    labels = joint.join(kind.label(lang) for kind in kinds)
    return f"{labels} ({', '.join(names)})" if names else labels


def _form(filing: Filing, form: str, kind: MaterialKind) -> Wording:
    entry = table("materials")["forms"][form]
    limit = next((row.value for row in _demands(filing, _LETTERS) if kind in _DATED), None)
    if limit is None:
        return Wording(entry["zh"], entry["en"])
    return Wording(f"{entry['zh']}；签署不超过{limit}个月", f"{entry['en']}; not older than {limit} months")


def _fits(material: Material, asked: Asked, filing: Filing) -> bool:
    """Whether a material can be the document: its kind, and no other person or part that it belongs to."""
    if material.kind not in asked.kinds:
        return False
    about, wanted = material.about, asked.about
    if about == "" or wanted in _LOOSE or about == wanted:
        return True
    if f"{wanted}/".startswith(f"{about}/") or about.startswith(f"{wanted}/"):
        return True
    return _is_same_person(at(filing.application, about), at(filing.application, wanted))


def _is_same_person(one: object, other: object) -> bool:
    return isinstance(one, Person) and isinstance(other, Person) and bool(one.name) and one.name == other.name


def _looks(filing: Filing) -> Iterator[Look]:
    looks: Mapping[str, Any] = table("materials")["looks"]
    places = [f"{pointer}/person_in_charge" for pointer, _ in filing.services()]
    for about in places:
        yield _look("live_check", about, looks)
    yield _look("phone", "/sponsor/person_in_charge", looks)
    yield from province_looks(filing.province, filing.nature, filing.order, filing.as_of)


def _look(key: str, about: str, looks: Mapping[str, Any]) -> Look:
    row = looks[key]
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
