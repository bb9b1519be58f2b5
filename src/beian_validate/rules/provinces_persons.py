"""PRV010 to PRV023: who may be in charge, by province."""

from functools import partial

from beian_validate.checks.address import province_named
from beian_validate.checks.resident_id import age_on, is_male
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.rule import Hits
from beian_validate.rules.provincial import (
    RESIDENT,
    asks,
    demands,
    is_represented,
    is_somebody_else,
    judged,
    of_province,
    of_province_and_day,
    told,
)
from beian_validate.schema.app import App
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.website import Website

FOREIGN = frozenset({CertificateType.PASSPORT, CertificateType.PERMANENT_RESIDENT_CARD})
OF_THE_REGIONS = frozenset(
    {
        CertificateType.HONG_KONG_MACAO_TRAVEL_PERMIT,
        CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT,
        CertificateType.TAIWAN_TRAVEL_PERMIT,
        CertificateType.TAIWAN_RESIDENCE_PERMIT,
    }
)
NATIONALITY = frozenset({"individual.nationality"})
MINORS = frozenset({"responsible_person.minor_proof"})
ABROAD = frozenset({"subject_in_charge.foreign_legal_rep"})


def _representative(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if row.value not in ("legal_rep_only", "legal_rep_preferred") or is_represented(sponsor) is not False:
        return
    representative = sponsor.legal_representative
    if representative and representative.certificate.type not in RESIDENT and _must_authorise(ctx):
        return
    yield told("person_in_charge.name", "preferred" if row.value == "legal_rep_preferred" else "representative", row)


def _must_authorise(ctx: Context) -> bool:
    return any(row.value == "authorize_mainland_id_holder" for row in demands(ctx.situation, ABROAD))


def _foreign_in_charge(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    kind = sponsor.person_in_charge.certificate.type
    if row.value == "authorize_mainland_id_holder" and kind not in RESIDENT:
        # Not every account counts the residents of the regions among the foreigners.
        is_sure = kind not in OF_THE_REGIONS
        yield told(
            "person_in_charge.certificate.type", "foreign", row if is_sure else row.at_most(Severity.WARNING), type=kind
        )


def _operator(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if is_represented(sponsor) is False:
        yield told("person_in_charge.name", "operator", row)


def _household(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    certificate = sponsor.certificate
    if row.value != "local_id_only" or certificate.type is None:
        return
    if certificate.type != CertificateType.RESIDENT_ID_CARD:
        yield from _without_a_card(sponsor, row, ctx)
        return
    lives_in = province_named(certificate.address)
    if lives_in and lives_in != ctx.province:
        yield told("certificate.number", "household", row)
    elif not lives_in and certificate.number[:2] not in ("", ctx.province):
        # Who has moved keeps the number: without the address on the card it proves nothing.
        yield told("certificate.number", "household", row.at_most(Severity.WARNING))


def _without_a_card(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    """Who has no identity card has none of the province; which permits count instead no account tells."""
    is_told = any(other.value == "foreigners_prohibited" for other in demands(ctx.situation, NATIONALITY))
    if sponsor.certificate.type in PERSONAL_CERTIFICATES and not (is_told and sponsor.certificate.type in FOREIGN):
        yield told("certificate.type", "card", row.at_most(Severity.WARNING), type=sponsor.certificate.type)


def _foreigner(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if row.value == "foreigners_prohibited" and sponsor.certificate.type in FOREIGN:
        yield told("certificate.type", "nationality", row, type=sponsor.certificate.type)


SPONSOR = {
    "subject_in_charge.legal_representative": _representative,
    "subject_in_charge.foreign_legal_rep": _foreign_in_charge,
    "individual_business.in_charge": _operator,
    "individual.household_registration": _household,
    "individual.nationality": _foreigner,
}
_SPONSOR = frozenset(SPONSOR)


article = partial(of_province, each=Sponsor, when=asks(_SPONSOR))


@article("PRV010", "representative-must-be-in-charge", kinds=("representative",))
@article("PRV011", "mainland-identity-card-required", kinds=("foreign",))
@article("PRV012", "operator-must-be-in-charge", kinds=("operator",))
@article("PRV013", "individual-of-another-province", kinds=("household",))
@article("PRV021", "individual-without-identity-card", kinds=("card",))
@article("PRV022", "representative-preferred", kinds=("preferred",))
@article("PRV014", "foreign-individual-refused", kinds=("nationality",))
def province_accepts_the_sponsor_and_its_person(sponsor: Sponsor, ctx: Context) -> Hits:
    """The person in charge, or the individual, is one whom the province accepts."""
    return judged(sponsor, ctx, SPONSOR, _SPONSOR)


def _two_persons(service: Website | App, row: Requirement, ctx: Context) -> Hits:
    own, sponsors = service.person_in_charge, ctx.sponsor.person_in_charge
    if own.name and own.name == sponsors.name:
        yield told("person_in_charge.name", "two", row)


def _one_person(service: Website | App, row: Requirement, ctx: Context) -> Hits:
    is_delegated = row.value == "if_subject_in_charge_not_legal_rep" and is_represented(ctx.sponsor) is False
    if is_delegated and is_somebody_else(service.person_in_charge, ctx.sponsor.person_in_charge):
        yield told("person_in_charge.name", "one", row)


def _mainlander(service: Website | App, row: Requirement, ctx: Context) -> Hits:
    representative, kind = ctx.sponsor.legal_representative, service.person_in_charge.certificate.type
    if representative and representative.certificate.type not in RESIDENT and kind not in RESIDENT:
        yield told("person_in_charge.certificate.type", "mainlander", row, type=kind)


SERVICE = {
    "site_in_charge.differs_from_subject_in_charge": _two_persons,
    "site_in_charge.same_as_subject_in_charge": _one_person,
    "site_in_charge.nationality": _mainlander,
}
_SERVICE = frozenset(SERVICE)


article = partial(of_province, each=(Website, App), when=asks(_SERVICE))


@article("PRV015", "two-persons-required", kinds=("two",))
@article("PRV016", "same-person-required", kinds=("one",))
@article("PRV017", "service-needs-a-mainland-person", kinds=("mainlander",))
def province_accepts_the_services_person(service: Website | App, ctx: Context) -> Hits:
    """The person in charge of the service is one whom the province accepts beside that of the sponsor."""
    return judged(service, ctx, SERVICE, _SERVICE)


def _documents(person: Person, row: Requirement, ctx: Context) -> Hits:
    kind = person.certificate.type
    is_refused = kind in row.value.get("refuse", ()) or ("accept" in row.value and kind not in row.value["accept"])
    is_meant = person.certificate.number.startswith(row.value.get("number_starts", ""))
    if kind is not None and is_refused and is_meant and _is_in_charge(ctx):
        yield told("certificate.type", "document", row, type=kind)


def _youngest(person: Person, row: Requirement, ctx: Context) -> Hits:
    is_for_all = isinstance(row.value, int)
    limit = row.value if is_for_all else row.value["students"]
    if row.is_nationwide:
        limit = min((limit, *(min(minors.value["ages"]) for minors in _of_minors(ctx))))
    age = _age(person, ctx) if is_for_all or person.is_student else None
    if age is not None and age < limit:
        yield told("certificate.number", "young" if is_for_all else "student", row, limit=limit)


def _of_minors(ctx: Context) -> tuple[Requirement, ...]:
    """The rows by which the province takes minors who show certain documents."""
    situation = ctx.situation
    return requirements(situation.province, situation.party, situation.order, situation.as_of, MINORS)


def _oldest(person: Person, row: Requirement, ctx: Context) -> Hits:
    age, number = _age(person, ctx), person.certificate.number
    is_the_services = not ctx.pointer.startswith("/sponsor")
    if is_the_services and age is not None and age > row.value["male" if is_male(number) else "female"]:
        yield told("certificate.number", "old", row, male=row.value["male"], female=row.value["female"])


def _age(person: Person, ctx: Context) -> int | None:
    if person.certificate.type not in RESIDENT or ctx.as_of is None or not _is_in_charge(ctx):
        return None
    return ctx.once(age_on, person.certificate.number, ctx.as_of)


def _is_in_charge(ctx: Context) -> bool:
    return not ctx.pointer.endswith("legal_representative")


PERSON = {
    "responsible_person.id_document_type": _documents,
    "responsible_person.min_age": _youngest,
    "responsible_person.max_age": _oldest,
}
_DOCUMENT = frozenset({"responsible_person.id_document_type"})
_AGE = frozenset({"responsible_person.min_age", "responsible_person.max_age"})


article = partial(of_province, each=Person, when=asks(_DOCUMENT))


@article("PRV018", "document-not-accepted", kinds=("document",))
def province_accepts_the_document(person: Person, ctx: Context) -> Hits:
    """The person in charge shows a document that the province accepts."""
    return judged(person, ctx, PERSON, _DOCUMENT)


article = partial(of_province_and_day, each=Person, when=asks(_AGE))


@article("PRV019", "person-in-charge-too-young", kinds=("young",))
@article("PRV023", "student-too-young", kinds=("student",))
@article("PRV020", "person-in-charge-too-old", kinds=("old",))
def province_accepts_the_age(person: Person, ctx: Context) -> Hits:
    """The person in charge has the age that the province asks for."""
    return judged(person, ctx, PERSON, _AGE)
