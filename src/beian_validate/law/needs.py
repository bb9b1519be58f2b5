"""Which documents an application needs, and which of its materials they can be."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from beian_validate.law.documents import JUDGES, asked_by
from beian_validate.law.filing import Filing, at
from beian_validate.law.papers import Asked
from beian_validate.law.pre_approvals import words_in
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.schema.application import Material
from beian_validate.schema.material_names import material_kind
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.party import Person
from beian_validate.tables import table

_FIELDS = frozenset(JUDGES)
_REPRESENTED = frozenset({"subject_in_charge.legal_representative"})
_LETTERS = frozenset({"subject_in_charge.authorization_letter"})
_PLANS = frozenset({"document.website_construction_plan"})
_PLEDGES = frozenset({"document.no_preapproval_pledge"})
_NOBODY_ELSE = ("legal_rep_only",)
_LOOSE = ("", "/sponsor")


class Need(NamedTuple):
    """A document that is asked for, by a row of the province or else by the basic list."""

    asked: Asked
    basic: str
    row: Requirement | None


def needs(filing: Filing) -> tuple[Need, ...]:
    """What the basic list and the province ask, each document of each part once: by the gravest that asks for it."""
    basic: Mapping[str, Any] = table("materials")["basic"]
    found = [
        Need(Asked(tuple(basic[key]["kinds"]), about, conditional=conditional), key, None)
        for key, about, conditional in (*_identities(filing), *_occasions(filing, basic))
    ]
    found += [Need(asked, "", row) for row in demands(filing, _FIELDS) for asked in asked_by(row, filing)]
    known: dict[tuple[tuple[str, ...], str], Need] = {}
    for need in found:
        key = (need.asked.kinds, need.asked.about)
        if key not in known or _is_graver(need, known[key]):
            known[key] = need
    return tuple(known.values())


def _is_graver(one: Need, other: Need) -> bool:
    ranks = [(need.asked.conditional, need.row.severity.rank) for need in (one, other) if need.row]
    return len(ranks) > 1 and ranks[0] < ranks[1]


def identities(filing: Filing) -> tuple[Asked, ...]:
    """The documents that stand in every list: the sponsor's own, and those of the persons in charge."""
    basic = table("materials")["basic"]
    return tuple(Asked(tuple(basic[key]["kinds"]), about) for key, about, _ in _identities(filing))


def _identities(filing: Filing) -> Iterator[tuple[str, str, bool]]:
    if filing.is_individual:
        yield "identity_document", "/sponsor", False
    elif filing.application.sponsor.nature:
        yield "sponsor_certificate", "/sponsor", False
        yield from (("person_certificate", pointer, False) for pointer, _ in filing.persons())


def _occasions(filing: Filing, basic: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    is_somebody_else = filing.is_represented_by(filing.application.sponsor.person_in_charge) is False
    if is_somebody_else and not filing.is_individual and not demands(filing, _LETTERS):
        # Where the province accepts nobody else the letter is of use only if the reviewer makes an exception.
        is_refused = any(row.value in _NOBODY_ELSE for row in demands(filing, _REPRESENTED))
        yield "authorization_letter", "/sponsor/person_in_charge", is_refused
    if not demands(filing, _PLANS) and sum(1 for _ in filing.domains()) > basic["site_plan"]["over"]:
        yield "site_plan", "/sponsor", False
    yield from _pre_approvals(filing)


def _pre_approvals(filing: Filing) -> Iterator[tuple[str, str, bool]]:
    names = [filing.application.sponsor.name]
    for pointer, service in filing.services():
        yield from (("pre_approval_document", f"{pointer}/pre_approvals/{i}", False)
                    for i in range(len(service.pre_approvals)))  # fmt: skip
        names.append("" if service.pre_approvals else service.name)
    if not filing.is_individual and not demands(filing, _PLEDGES) and any(map(words_in, names)):
        yield "no_pre_approval_pledge", "/sponsor", True


def demands(filing: Filing, fields: frozenset[str]) -> tuple[Requirement, ...]:
    """The rows on some fields; where a province has several on one field, all hold."""
    return requirements(filing.province, filing.nature, filing.order, filing.as_of, fields)


def is_held(filing: Filing, asked: Asked) -> bool:
    """Whether one of the materials can be the document."""
    return any(_fits(material, asked, filing) for material in filing.application.materials)


def is_held_elsewhere(filing: Filing, asked: Asked) -> bool:
    """Whether the same person's letter is there for another part: most reviewers take one, some want two."""
    if MaterialKind.AUTHORIZATION_LETTER not in asked.kinds:
        return False
    application = filing.application
    person = at(application, asked.about)
    parts = {material.about for material in application.materials if material.kind in asked.kinds}
    return any(_is_same_person(at(application, about), person) for about in parts)


def is_nearly_held(filing: Filing, asked: Asked) -> bool:
    """Whether a document so close to it is there that nobody can say it is missing."""
    return any(material.kind in asked.near for material in filing.application.materials)


def _fits(material: Material, asked: Asked, filing: Filing) -> bool:
    """Whether a material can be the document: its kind or name, and no other person or part that it belongs to."""
    is_own = MaterialKind.SPONSOR_CERTIFICATE in asked.kinds and _is_own_licence(material, filing)
    if material.kind not in asked.kinds and material.kind not in asked.names and not is_own:
        return False
    about, wanted = material.about, asked.about
    if about == "" or wanted in _LOOSE or about == wanted:
        return True
    if about in _LOOSE and MaterialKind.DOMAIN_CERTIFICATE in asked.kinds:
        return sum(1 for _ in filing.domains()) == 1
    if f"{wanted}/".startswith(f"{about}/") or about.startswith(f"{wanted}/"):
        return True
    if MaterialKind.AUTHORIZATION_LETTER in asked.kinds:
        return False
    return _is_same_person(at(filing.application, about), at(filing.application, wanted))


def _is_same_person(one: object, other: object) -> bool:
    return isinstance(one, Person) and isinstance(other, Person) and bool(one.name) and one.name == other.name


def listed_kinds(filing: Filing) -> frozenset[str]:
    """The kinds of all materials that are listed."""
    materials = filing.application.materials
    kinds = frozenset(material.kind for material in materials if material.kind)
    is_own = any(_is_own_licence(material, filing) for material in materials)
    return kinds | {MaterialKind.SPONSOR_CERTIFICATE} if is_own else kinds


def _is_own_licence(material: Material, filing: Filing) -> bool:
    """Whether a licence is the certificate by which the sponsor itself files, as with law firms and clinics."""
    own = filing.application.sponsor.certificate.type
    return own is not None and material.kind == MaterialKind.INDUSTRY_LICENCE == material_kind(own)


OWN = frozenset({MaterialKind.SPONSOR_CERTIFICATE, MaterialKind.IDENTITY_DOCUMENT})
PERSONAL = OWN | {MaterialKind.PERSON_CERTIFICATE}
