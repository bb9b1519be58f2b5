"""Letters, proofs of age and proofs of residence: what the rows of a province ask of the persons of a filing."""

from collections.abc import Iterator
from typing import Any

from beian_validate.checks.address import province_named
from beian_validate.law.filing import SOLE_TRADER, Filing
from beian_validate.law.papers import Asked, Judges, known
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.open_vocabulary import MaterialKind

TRADING = ("商贸", "贸易")
FOREIGN = frozenset({CertificateType.PASSPORT})


def _authorised(filing: Filing, value: Any) -> Iterator[Asked]:
    if value in ("legal_rep_or_authorized", "legal_rep_or_shareholder_executive_with_proof"):
        yield from _letter_of_the_sponsor(filing, value)
    if value == "legal_rep_or_shareholder_executive_with_proof" and _is_delegated(filing):
        yield Asked((MaterialKind.PROOF_OF_POST, MaterialKind.ARTICLES), "/sponsor/person_in_charge")


def _letter_of_the_sponsor(filing: Filing, _: Any) -> Iterator[Asked]:
    if _is_delegated(filing):
        yield Asked((MaterialKind.AUTHORIZATION_LETTER,), "/sponsor/person_in_charge")


def _is_delegated(filing: Filing) -> bool:
    return filing.is_represented_by(filing.application.sponsor.person_in_charge) is False


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
    ages, alternatives = value["ages"], known(value.get("or", ()))
    for pointer, person in filing.persons():
        age = filing.age_of(person)
        if age is None or not min(ages) <= age <= max(ages):
            continue
        for kind in known(value["documents"]):
            yield Asked((kind, *alternatives), pointer)


def _young_adult(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, person in filing.persons():
        age = filing.age_of(person)
        if age is not None and age < value["below_age"]:
            yield Asked(known(value["documents"]), pointer)


def _residence(filing: Filing, value: Any) -> Iterator[Asked]:
    certificate = filing.application.sponsor.certificate
    if "holding" in value:  # the card of one city is no proof alone
        held = {material.kind for material in filing.application.materials}
        is_due = filing.application.sponsor.division_code.startswith(value["division"]) and value["holding"] in held
    elif value.get("when") == "moved_in":
        number = certificate.number[:2]
        is_due = province_named(certificate.address) == filing.province and number not in ("", filing.province)
    else:
        is_due = True
    if is_due and (filing.is_from_elsewhere(certificate) or value.get("when") == "moved_in"):
        yield Asked(known(value["accept"]))


def _foreigner(filing: Filing, value: Any) -> Iterator[Asked]:
    is_foreign = filing.application.sponsor.certificate.type in FOREIGN
    if value == "foreigners_with_residence_permit_and_passport" and is_foreign:
        yield Asked((MaterialKind.RESIDENCE_PERMIT_OF_FOREIGNER, MaterialKind.RESIDENCE_PERMIT))


def _permit_of_persons(filing: Filing, value: Any) -> Iterator[Asked]:
    is_trading = any(word in filing.application.sponsor.name for word in TRADING)
    if "scope" in value and filing.nature != SOLE_TRADER and not is_trading:
        return
    for pointer, person in filing.persons():
        if filing.is_from_elsewhere(person.certificate):
            yield Asked(known(value["accept"]), pointer)


def _photo(filing: Filing, _: Any) -> Iterator[Asked]:
    person = filing.application.sponsor.person_in_charge
    if filing.is_represented_by(person) and filing.is_from_elsewhere(person.certificate):
        yield Asked((MaterialKind.VERIFICATION_PHOTO,), "/sponsor/person_in_charge")


JUDGES: Judges = {
    "individual.nationality": _foreigner,
    "individual.residence_proof": _residence,
    "responsible_person.id_photo_in_hand": _photo,
    "responsible_person.minor_proof": _minor,
    "responsible_person.residence_permit_if_nonlocal_id": _permit_of_persons,
    "responsible_person.young_adult_proof": _young_adult,
    "site_in_charge.authorization_letter": _letter_of_the_service,
    "subject_in_charge.authorization_letter": _letter_of_the_sponsor,
    "subject_in_charge.legal_representative": _authorised,
}
