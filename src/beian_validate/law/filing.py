"""One application under its circumstances, as the rows on documents look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from beian_validate.checks.address import province_named
from beian_validate.checks.provinces import province_code
from beian_validate.checks.resident_id import age_on
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Certificate, Person, Sponsor
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature, OrderType
from beian_validate.schema.website import Website

SOLE_TRADER = "individual_business"
RESIDENT = (None, CertificateType.RESIDENT_ID_CARD)


@dataclass(frozen=True)
class Filing:
    """An application with the circumstances that decide about its documents."""

    application: Application
    as_of: date | None
    province: str

    @property
    def nature(self) -> str:
        """The nature as the tables of the provinces call it: sole traders are enterprises whose code begins with 92."""
        sponsor = self.application.sponsor
        is_trader = sponsor.nature == Nature.ENTERPRISE and sponsor.certificate.number[:2] == "92"
        return SOLE_TRADER if is_trader else str(sponsor.nature or "")

    @property
    def order(self) -> OrderType:
        """What the application asks for; a first filing when it does not say."""
        return self.application.order_type or OrderType.NEW_SUBJECT

    @property
    def is_individual(self) -> bool:
        """Whether the sponsor is an individual."""
        return self.application.sponsor.nature == Nature.INDIVIDUAL

    def services(self) -> Iterator[tuple[str, Website | App]]:
        """Websites and apps with their pointers."""
        yield from ((f"/websites/{index}", website) for index, website in enumerate(self.application.websites))
        yield from ((f"/apps/{index}", app) for index, app in enumerate(self.application.apps))

    def domains(self) -> Iterator[tuple[str, Domain]]:
        """All domains with their pointers."""
        for pointer, service in self.services():
            yield from ((f"{pointer}/domains/{index}", domain) for index, domain in enumerate(service.domains))

    def persons(self) -> Iterator[tuple[str, Person]]:
        """Everybody in charge, each person once; who has no name is nobody yet."""
        known: set[str] = set()
        everybody = [("/sponsor/person_in_charge", self.application.sponsor.person_in_charge)]
        everybody += [(f"{pointer}/person_in_charge", service.person_in_charge) for pointer, service in self.services()]
        for pointer, person in everybody:
            name = "".join(person.name.split())
            if name and name not in known:
                known.add(name)
                yield pointer, person

    def is_represented_by(self, person: Person) -> bool | None:
        """Whether a person is the legal representative; None when the application does not say."""
        representative = self.application.sponsor.legal_representative
        if person.is_legal_representative is not None:
            return person.is_legal_representative
        if representative is None or not representative.name or not person.name:
            return None
        return "".join(representative.name.split()) == "".join(person.name.split())

    def is_from_elsewhere(self, certificate: Certificate) -> bool:
        """Whether the identity card is that of another province; the address on it comes before the number."""
        if certificate.type not in RESIDENT or not certificate.number[:2].isdigit():
            return False
        return (province_named(certificate.address) or certificate.number[:2]) != self.province

    def age_of(self, person: Person) -> int | None:
        """The age in full years on the day; None without a day or a resident identity number."""
        if self.as_of is None or person.certificate.type not in RESIDENT:
            return None
        return age_on(person.certificate.number, self.as_of)


def province_of(sponsor: Sponsor, given: str = "") -> str:
    """Two digits of the province of filing: that of the division, else the given one, else that of an address.

    Parameters:
        given: what the caller says, where the division is left empty.
    """
    if sponsor.division_code:
        return province_code(sponsor.division_code) or given
    named = given or province_named(sponsor.address) or province_named(sponsor.certificate.address)
    return named or ""


def at(application: Application, pointer: str) -> object:
    """What stands at a pointer of the application; None where it leads nowhere.

    Parameters:
        pointer: RFC 6901; the empty one is the application itself.
    """
    node: object = application
    steps = pointer.split("/")
    if steps[0]:
        return None
    for step in steps[1:]:
        node = _below(node, step)
    return node


def _below(node: object, step: str) -> object:
    if isinstance(node, tuple):
        is_index = len(step) < 7 and step.isascii() and step.isdigit()
        return node[int(step)] if is_index and int(step) < len(node) else None
    fields = getattr(type(node), "model_fields", ())
    return getattr(node, step) if step in fields else None
