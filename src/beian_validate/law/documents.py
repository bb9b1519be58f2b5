"""Which documents the rows of a province ask of one application, and for whom.

Every function judges one field of the vocabulary: it reads the row and says which document, about which part of
the application. What the application does not tell asks for nothing; a document that is due only under a
condition nobody can read off the application is marked as conditional.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from beian_validate.law.filing import SOLE_TRADER, Filing
from beian_validate.law.pre_approvals import words_in, words_in_scope
from beian_validate.law.provinces import Requirement
from beian_validate.schema.open_vocabulary import MaterialKind, material_kind
from beian_validate.schema.vocabulary import Nature, OrderType

TRADING = ("商贸", "贸易")
PRE_APPROVAL = (MaterialKind.PRE_APPROVAL_DOCUMENT, MaterialKind.INDUSTRY_LICENCE)


class Asked(NamedTuple):
    """A document that is asked for.

    Parameters:
        kinds: any of these will do.
        about: pointer of the part whose document it is.
        names: what the province calls it, where it has a name of its own.
        conditional: whether it is due depends on what the application does not tell.
    """

    kinds: tuple[str, ...]
    about: str = "/sponsor"
    names: tuple[str, ...] = ()
    conditional: bool = False


Judge = Callable[[Filing, Any], Iterator[Asked]]


def asked_by(row: Requirement, filing: Filing) -> Iterator[Asked]:
    """The documents that one row asks of the application; none where the row is no demand for a document."""
    judge = JUDGES.get(row.field)
    if judge is not None and row.kind == "document":
        yield from judge(filing, row.value)


def _letter_of_the_sponsor(filing: Filing, _: Any) -> Iterator[Asked]:
    if filing.is_represented_by(filing.application.sponsor.person_in_charge) is False:
        yield Asked((MaterialKind.AUTHORIZATION_LETTER,), "/sponsor/person_in_charge")


def _letter_of_the_service(filing: Filing, value: Any) -> Iterator[Asked]:
    in_charge = filing.application.sponsor.person_in_charge
    for pointer, service in filing.services():
        person = service.person_in_charge
        if value == "if_not_subject_in_charge":
            is_due = bool(person.name and in_charge.name) and person.name != in_charge.name
        else:
            is_due = filing.is_represented_by(person) is False
        if is_due:
            yield Asked((MaterialKind.AUTHORIZATION_LETTER,), f"{pointer}/person_in_charge")


def _minor(filing: Filing, value: Any) -> Iterator[Asked]:
    ages, alternatives = value["ages"], _known(value.get("or", ()))
    for pointer, person in filing.persons():
        age = filing.age_of(person)
        if age is None or not min(ages) <= age <= max(ages):
            continue
        for kind in _known(value["documents"]):
            yield Asked((kind, *alternatives), pointer)


def _young_adult(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, person in filing.persons():
        age = filing.age_of(person)
        if age is not None and age < value["below_age"]:
            yield Asked(_known(value["documents"]), pointer)


def _residence(filing: Filing, value: Any) -> Iterator[Asked]:
    if "when" in value:  # a special card of one city, or a card from elsewhere with an address of the province
        yield Asked(_known(value["accept"]), conditional=True)
    elif filing.is_from_elsewhere(filing.application.sponsor.certificate):
        yield Asked(_known(value["accept"]))


def _permit_of_persons(filing: Filing, value: Any) -> Iterator[Asked]:
    is_trading = any(word in filing.application.sponsor.name for word in TRADING)
    if "scope" in value and filing.nature != SOLE_TRADER and not is_trading:
        return
    for pointer, person in filing.persons():
        if filing.is_from_elsewhere(person.certificate):
            yield Asked(_known(value["accept"]), pointer)


def _photo(filing: Filing, _: Any) -> Iterator[Asked]:
    person = filing.application.sponsor.person_in_charge
    if filing.is_represented_by(person) and filing.is_from_elsewhere(person.certificate):
        yield Asked((MaterialKind.VERIFICATION_PHOTO,), "/sponsor/person_in_charge")


def _commitment(filing: Filing, value: Any) -> Iterator[Asked]:
    other = "单位" if filing.is_individual else "个人"
    names: dict[str, tuple[str, ...]] = {}
    for name in value["name"]:
        kind = material_kind(name)
        if other not in name:
            names[kind] = (*names.get(kind, ()), name)
    for kind, called in names.items():
        yield Asked(tuple(dict.fromkeys((kind, MaterialKind.COMMITMENT_LETTER))), names=called)


def _video(_filing: Filing, _value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.COMMITMENT_VIDEO,))


def _plan(filing: Filing, value: Any) -> Iterator[Asked]:
    if value["counts"] == "previously_filed_sites":
        yield Asked((MaterialKind.SITE_PLAN,), conditional=True)
    elif _reaches(_count(filing, value["counts"]), value):
        for kind in (MaterialKind.SITE_PLAN, *_known(value.get("also", ()))):
            yield Asked((kind,))


def _statement(filing: Filing, value: Any) -> Iterator[Asked]:
    if _reaches(_count(filing, value["counts"]), value):
        yield Asked((MaterialKind.DOMAIN_OWNERSHIP_STATEMENT,))


def _resources(filing: Filing, value: Any) -> Iterator[Asked]:
    if len(filing.application.websites) > value["when_count_gt"]:
        yield Asked((MaterialKind.RESOURCE_STATEMENT,))


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
        yield from (Asked((kind,), conditional=True) for kind in _known(value["foreign_parent"]))
    elif representative and representative.name:
        for pointer, domain in filing.domains():
            if domain.holder.name == representative.name:
                yield Asked(proofs, pointer)


def _staffing_office(_: Filing, value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.EDITORIAL_OFFICE_APPROVAL,), names=(value["name"],))


def _party_building(filing: Filing, value: Any) -> Iterator[Asked]:
    is_change = filing.order == OrderType.CHANGE and "change_with_domain" in value["order_types"]
    if filing.order in value["order_types"] or is_change:
        yield Asked((MaterialKind.PARTY_BUILDING_CONFIRMATION,), conditional=is_change)


def _name_change(_filing: Filing, _value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.NAME_CHANGE_LETTER,), conditional=True)


def _pledge(filing: Filing, value: Any) -> Iterator[Asked]:
    declared = any(service.pre_approvals for _, service in filing.services())
    if value["allowed"] and not declared and _has_telling_words(filing, value.get("trigger_words", ())):
        yield Asked((MaterialKind.NO_PRE_APPROVAL_PLEDGE, *PRE_APPROVAL), conditional=True)


def _has_telling_words(filing: Filing, words: tuple[str, ...]) -> bool:
    texts = _texts(filing, ("subject_name", "website_name"))
    if words:
        return any(word in text for word in words for text in texts)
    return any(map(words_in, texts)) or bool(words_in_scope(filing.application.sponsor.business_scope))


def _training(filing: Filing, value: Any) -> Iterator[Asked]:
    if _is_triggered(filing, value):
        by_remark = value.get("template", "").startswith("remark")
        yield Asked((MaterialKind.NO_TUTORING_PLEDGE, *PRE_APPROVAL), conditional=by_remark)


def _finance(filing: Filing, value: Any) -> Iterator[Asked]:
    if _is_triggered(filing, value):
        pledge = (MaterialKind.FINANCE_PLEDGE,) if value["pledge_allowed"] else ()
        yield Asked((MaterialKind.FINANCE_APPROVAL, MaterialKind.PRE_APPROVAL_DOCUMENT, *pledge))


def _licence(filing: Filing, value: Any) -> Iterator[Asked]:
    named = value["document"] if isinstance(value["document"], list) else [value["document"]]
    if "trigger_words" in value:
        is_due = _is_triggered(filing, value)
    else:
        is_due = value.get("subject") == "law_firm" and filing.nature == Nature.LAW_PRACTICE
    if is_due:
        yield Asked(PRE_APPROVAL, names=tuple(named), conditional=True)


def _profession(_: Filing, value: Any) -> Iterator[Asked]:
    yield Asked((MaterialKind.PROFESSIONAL_LICENCE,), names=(value["document"],), conditional=True)


def _commerce(filing: Filing, value: Any) -> Iterator[Asked]:
    if _is_triggered(filing, value):
        yield Asked((MaterialKind.ECOMMERCE_STATEMENT,), conditional=True)


def _words_in_names(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, service in filing.services():
        if any(word in service.name for word in value):
            yield Asked(PRE_APPROVAL, pointer)


def _words_in_domains(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, domain in filing.domains():
        if any(word in domain.name.casefold() for word in value):
            yield Asked(PRE_APPROVAL, pointer, conditional=True)


def _topic(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, service in filing.services():
        if any(word in service.name + service.description for word in value["approval"]):
            yield Asked(PRE_APPROVAL, pointer, conditional=True)


def _is_triggered(filing: Filing, value: Mapping[str, Any]) -> bool:
    texts = _texts(filing, value.get("trigger_in", ("subject_name", "website_name")))
    return any(word in text for word in value["trigger_words"] for text in texts)


def _texts(filing: Filing, places: tuple[str, ...]) -> tuple[str, ...]:
    sponsor, services = filing.application.sponsor, [service for _, service in filing.services()]
    known = {
        "subject_name": (sponsor.name,),
        "business_scope": (sponsor.business_scope,),
        "website_name": tuple(service.name for service in services),
        "remark": (sponsor.remark, *(service.remark for service in services)),
        "service_content": tuple(service.description for service in services),
    }
    return tuple(text for place in places for text in known.get(place, ()))


def _known(words: Any) -> tuple[str, ...]:
    """Those words that are kinds of material; others, such as a remark, are no documents."""
    return tuple(MaterialKind(word) for word in words if word in frozenset(MaterialKind))


JUDGES: Mapping[str, Judge] = {
    "document.commitment_letter": _commitment,
    "document.commitment_video": _video,
    "document.domain_ownership_statement": _statement,
    "document.ecommerce_statement": _commerce,
    "document.editorial_office_approval": _staffing_office,
    "document.finance_approval": _finance,
    "document.industry_licence": _licence,
    "document.name_change_letter": _name_change,
    "document.no_preapproval_pledge": _pledge,
    "document.not_offcampus_training_pledge": _training,
    "document.party_building_confirmation": _party_building,
    "document.resource_statement": _resources,
    "document.website_construction_plan": _plan,
    "domain.certificate": _domain_certificate,
    "domain.holder_proof": _holder,
    "domain.label_preapproval_words": _words_in_domains,
    "individual.professional_licence": _profession,
    "individual.residence_proof": _residence,
    "responsible_person.id_photo_in_hand": _photo,
    "responsible_person.minor_proof": _minor,
    "responsible_person.residence_permit_if_nonlocal_id": _permit_of_persons,
    "responsible_person.young_adult_proof": _young_adult,
    "site_in_charge.authorization_letter": _letter_of_the_service,
    "subject_in_charge.authorization_letter": _letter_of_the_sponsor,
    "website.name.preapproval_words": _words_in_names,
    "website.topic": _topic,
}
"""What looks at an application for each field that asks for documents."""
