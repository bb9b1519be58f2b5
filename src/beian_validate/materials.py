"""The documents of one application: which are needed, for whom, why, in what form, and which are there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from beian_validate.finding import Citation, Severity, Wording
from beian_validate.law.documents import asked_by
from beian_validate.law.filing import Filing, province_of
from beian_validate.law.looks import Look, looks
from beian_validate.law.needs import (
    OWN,
    PERSONAL,
    Need,
    demands,
    identities,
    is_held,
    is_held_elsewhere,
    is_nearly_held,
    listed_kinds,
    needs,
)
from beian_validate.law.provinces import Requirement
from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.tables import table

_LETTERS = frozenset({"document.power_of_attorney_age_max_months"})
_NEVER_ALONE = frozenset({MaterialKind.PERSON_CERTIFICATE, MaterialKind.COMMITMENT_LETTER})
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

    def at_most(self, severity: Severity) -> "Document":
        """The same document where the list is no proof: its absence not graver than that."""
        return self if severity.reaches(self.severity) else replace(self, severity=severity)

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
    filing = Filing(application, as_of, province_of(application.sponsor, province))
    documents = tuple(_document(filing, need) for need in needs(filing))
    return Checklist(filing.province, application.provider or provider, documents, tuple(looks(filing)))


def missing(filing: Filing) -> Iterator[Document]:
    """The documents that are due for certain and not among the materials; no words are made for the others."""
    for need in needs(filing):
        if not need.asked.conditional and not is_held(filing, need.asked):
            yield _document(filing, need)


def is_a_list(filing: Filing) -> bool:
    """Whether the materials are more than a few files that go with the order, which say nothing of the others.

    A person's certificate or a commitment letter is sent along with the sponsor's own document; and that one alone
    is a list only where nothing else identifies the filing: with individuals.
    """
    kinds = listed_kinds(filing)
    if not kinds & OWN:
        return bool(kinds & _NEVER_ALONE)
    return filing.is_individual or bool(kinds - OWN)


def gravest(filing: Filing, document: Document) -> Severity:
    """How grave it can be called that a list of materials lacks a document.

    A list with all identity documents and something else is taken for the whole; then what is missing is as grave
    as the row that asks for it. A commitment letter goes with them: where all identity documents are listed it
    would be listed too. Less than that is no proof.
    """
    kinds = listed_kinds(filing)
    is_more = bool(kinds - PERSONAL) or MaterialKind.COMMITMENT_LETTER in document.kinds
    is_whole = is_more and bool(kinds & OWN) and all(is_held(filing, asked) for asked in identities(filing))
    return Severity.ERROR if is_whole else Severity.WARNING


def shown(filing: Filing) -> Iterator[Document]:
    """The documents due that the application itself calls for, such as by an identity card of another province."""
    for row in demands(filing, shown_fields()):
        for asked in asked_by(row, filing):
            if not asked.conditional and not is_held(filing, asked):
                yield _document(filing, Need(asked, "", row))


@cache
def shown_fields() -> frozenset[str]:
    """The fields of the province tables whose documents an application can call for by itself."""
    return frozenset(field for field, entry in table("materials")["why"].items() if entry.get("shown"))


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
        severity=_severity(filing, need, entry),
        sources=row.sources if row else tuple(Citation(source, need.basic) for source in entry["source"]),
        is_held=is_held(filing, asked),
        is_conditional=asked.conditional,
    )


def _severity(filing: Filing, need: Need, entry: Mapping[str, Any]) -> Severity:
    if is_held_elsewhere(filing, need.asked):
        return Severity.ADVICE
    if need.row is None:
        return Severity(entry["severity"])
    is_certain = not need.asked.conditional and not is_nearly_held(filing, need.asked)
    return (need.row if is_certain else need.row.at_most(Severity.WARNING)).severity


def _reason(entry: Mapping[str, Any], row: Requirement | None) -> Wording:
    if row is None:
        return Wording(entry["zh"], entry["en"])
    account = row.account
    return Wording(
        f"{entry['zh']}（{row.province}，据{account}）",
        f"{entry['en']} ({row.province.en}, according to {account.en})",
    )


def _name(kinds: tuple[MaterialKind, ...], names: tuple[str, ...], lang: str) -> str:
    if names and lang == "zh":
        return "、".join(names)
    joint = " 或 " if lang == "zh" else " or "
    labels = joint.join(kind.label(lang) for kind in kinds)
    return f"{labels} ({', '.join(names)})" if names else labels


def _form(filing: Filing, form: str, kind: MaterialKind) -> Wording:
    entry = table("materials")["forms"][form]
    limit = next((row.value for row in demands(filing, _LETTERS) if kind in _DATED), None)
    if limit is None:
        return Wording(entry["zh"], entry["en"])
    return Wording(f"{entry['zh']}；签署不超过{limit}个月", f"{entry['en']}; not older than {limit} months")
