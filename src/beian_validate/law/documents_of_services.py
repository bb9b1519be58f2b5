"""Letters, plans and certificates: what the rows of a province ask for whole orders, websites and domains."""

from collections.abc import Iterator, Mapping
from typing import Any

from beian_validate.law.filing import Filing
from beian_validate.law.papers import Asked, Judges, known
from beian_validate.schema.material_names import material_kind
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.vocabulary import OrderType

LETTER = MaterialKind.COMMITMENT_LETTER
IDENTITY = (MaterialKind.IDENTITY_DOCUMENT, MaterialKind.PERSON_CERTIFICATE)
"""The sponsor's certificate of an individual."""


def _commitment(filing: Filing, value: Any) -> Iterator[Asked]:
    other = "单位" if filing.is_individual else "个人"
    names: dict[str, tuple[str, ...]] = {}
    for name in value["name"]:
        kind = material_kind(name)
        if other not in name:
            names[kind] = (*names.get(kind, ()), name)
    listed = {material.kind for material in filing.application.materials}
    is_by_name = LETTER in names or not listed.isdisjoint(names)
    for index, (kind, called) in enumerate(names.items()):
        # Who lists one letter under its general name means one of the papers; which, nobody can tell.
        instead = () if is_by_name or index else (LETTER,)
        yield Asked((kind, *instead), names=called, near=() if is_by_name else (LETTER,))


def _video(_filing: Filing, _value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.COMMITMENT_VIDEO,))


def _plan(filing: Filing, value: Any) -> Iterator[Asked]:
    if value["counts"] == "previously_filed_sites":
        yield Asked((MaterialKind.SITE_PLAN,), conditional=True)
    elif _reaches(_count(filing, value["counts"]), value):
        yield Asked((MaterialKind.SITE_PLAN,))
        # What goes with the plan is often sent by post.
        for kind in known(value.get("also", ())):
            is_own = kind == MaterialKind.SPONSOR_CERTIFICATE and filing.is_individual
            yield Asked(IDENTITY if is_own else (kind,), near=(MaterialKind.SITE_PLAN,))


def _statement(filing: Filing, value: Any) -> Iterator[Asked]:
    if _reaches(_count(filing, value["counts"]), value):
        yield Asked((MaterialKind.DOMAIN_OWNERSHIP_STATEMENT, MaterialKind.STATEMENT))


def _resources(filing: Filing, value: Any) -> Iterator[Asked]:
    instances = {service.access.instance_id for _, service in filing.services() if service.access.instance_id}
    if len(instances) > value["when_count_gt"]:
        yield Asked((MaterialKind.RESOURCE_STATEMENT, MaterialKind.STATEMENT))


def _domain_certificate(filing: Filing, value: Any) -> Iterator[Asked]:
    domains = tuple(filing.domains())
    if value["required"] == "always" or _reaches(len(domains), value):
        yield from (Asked((MaterialKind.DOMAIN_CERTIFICATE,), pointer) for pointer, _ in domains)


def _count(filing: Filing, what: str) -> int:
    return len(filing.application.websites) if what == "sites" else sum(1 for _ in filing.domains())


def _reaches(count: int, value: Mapping[str, Any]) -> bool:
    return bool(count >= value["count"] if value["comparator"] == "ge" else count > value["count"])


def _holder(filing: Filing, value: Any) -> Iterator[Asked]:
    proofs = (MaterialKind.DOMAIN_HOLDER_PROOF, MaterialKind.DOMAIN_USE_AUTHORISATION)
    representative = filing.application.sponsor.legal_representative
    if "foreign_parent" in value:
        yield from (Asked((kind,), conditional=True) for kind in known(value["foreign_parent"]))
    elif representative and representative.name:
        for pointer, domain in filing.domains():
            if domain.holder.name == representative.name != filing.application.sponsor.name:
                yield Asked(proofs, pointer)


def _staffing_office(_: Filing, value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.EDITORIAL_OFFICE_APPROVAL,), names=(value["name"],))


def _party_building(filing: Filing, value: Any) -> Iterator[Asked]:
    is_change = filing.order == OrderType.CHANGE and "change_with_domain" in value["order_types"]
    if filing.order in value["order_types"] or is_change:
        yield Asked((MaterialKind.PARTY_BUILDING_CONFIRMATION,), conditional=is_change)


def _name_change(_filing: Filing, _value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.NAME_CHANGE_LETTER,), conditional=True)


JUDGES: Judges = {
    "document.commitment_letter": _commitment,
    "document.commitment_video": _video,
    "document.domain_ownership_statement": _statement,
    "document.editorial_office_approval": _staffing_office,
    "document.name_change_letter": _name_change,
    "document.party_building_confirmation": _party_building,
    "document.resource_statement": _resources,
    "document.website_construction_plan": _plan,
    "domain.certificate": _domain_certificate,
    "domain.holder_proof": _holder,
}
