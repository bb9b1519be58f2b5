"""What must be filled in: by nature, kind of order and service."""

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import Node
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.vocabulary import Nature, OrderType
from beian_validate.schema.website import Website

FORM = (cite("miit-form-2023"), cite("wechat-icp-api"))
SITE_FORM = (cite("miit-form-2023"), cite("miit-xml-v3"))
LANGUAGE = (cite("miit-form-2023"), cite("douyin-icp-api"))
INVESTOR = (cite("miit-form-2023"), cite("inspur-filing-form"))
NUMBER = (cite("inspur-filing-form"), cite("miit-form-2023"))
EMERGENCY = (cite("miit-form-2023"), cite("ucloud-filing-guide"), cite("inspur-refusals"))
REPRESENTATIVE = (cite("wechat-icp-api"), cite("beijing-idc-form"))
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
ON_FILE = frozenset({OrderType.NEW_WEBSITE, OrderType.ACCESS, OrderType.CHANGE})
"""Orders of a sponsor that has a filing already."""
WITHOUT_ADDRESS = frozenset(
    {
        CertificateType.PASSPORT,
        CertificateType.TAIWAN_TRAVEL_PERMIT,
        CertificateType.HONG_KONG_MACAO_TRAVEL_PERMIT,
        CertificateType.PERMANENT_RESIDENT_CARD,
        CertificateType.MILITARY_UNIT_DESIGNATION,
    }
)
"""Certificates on which no address is printed."""


@rule("SPN001", "sponsor-name-missing", each=Sponsor, severity=ERROR, source=FORM, kinds=("name",))
@rule("SPN002", "nature-missing", each=Sponsor, severity=ERROR, source=FORM, kinds=("nature",))
@rule(
    "SPN007", "certificate-type-missing", each=Sponsor, severity=ERROR, source=FORM,
    kinds=("certificate.type",),
)  # fmt: skip
@rule(
    "SPN008", "certificate-number-missing", each=Sponsor, severity=ERROR, source=FORM,
    kinds=("certificate.number",),
)  # fmt: skip
@rule(
    "SPN009", "certificate-address-missing", each=Sponsor, severity=WARNING, source=FORM,
    kinds=("certificate.address",),
)  # fmt: skip
@rule("SPN010", "division-missing", each=Sponsor, severity=ERROR, source=FORM, kinds=("division_code",))
@rule("SPN011", "address-missing", each=Sponsor, severity=ERROR, source=FORM, kinds=("address",))
@rule("SPN012", "investor-missing", each=Sponsor, severity=ADVICE, source=INVESTOR, kinds=("investor",))
def sponsor_is_complete(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor has a name, a nature, a certificate and an address."""
    certificate = sponsor.certificate
    address = certificate.type if certificate.type in WITHOUT_ADDRESS else certificate.address
    yield from _missing(
        ("name", sponsor.name),
        ("nature", sponsor.nature),
        ("certificate.type", certificate.type),
        ("certificate.number", certificate.number),
        ("certificate.address", address),
        ("division_code", sponsor.division_code),
        ("address", sponsor.address),
        ("investor", sponsor.investor),
    )


@rule("SPN013", "filing-number-missing", each=Application, severity=ERROR, source=NUMBER)
def filed_sponsor_gives_its_number(application: Application, ctx: Context) -> Hits:
    """An order for a sponsor that has filed before names its filing number."""
    if ctx.order in ON_FILE and not application.sponsor.filing_number.strip():
        yield hit("sponsor.filing_number", order=ctx.order)


@rule("SPN014", "nothing-to-file", each=Application, severity=ERROR, source=FORM)
def something_is_filed(application: Application, ctx: Context) -> Hits:
    """An application files at least one website or app, unless it changes a filing."""
    if not application.websites and not application.apps and ctx.order != OrderType.CHANGE:
        yield hit("websites")


@rule("PER001", "person-in-charge-missing", each=Sponsor, severity=ERROR, source=FORM)
def sponsor_has_a_person_in_charge(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor names the person in charge."""
    if _is_blank(sponsor.person_in_charge):
        yield hit("person_in_charge")


@rule("PER002", "service-person-in-charge-missing", each=SERVICES, severity=WARNING, source=FORM)
def service_has_a_person_in_charge(service: Website | App, ctx: Context) -> Hits:
    """Every website and app names its person in charge."""
    if _is_blank(service.person_in_charge):
        yield hit("person_in_charge")


@rule("PER003", "person-name-missing", each=Person, severity=ERROR, source=FORM, kinds=("name",))
@rule(
    "PER004", "person-certificate-type-missing", each=Person, severity=WARNING, source=FORM,
    kinds=("certificate.type",),
)  # fmt: skip
@rule(
    "PER005", "person-certificate-number-missing", each=Person, severity=ERROR, source=FORM,
    kinds=("certificate.number",),
)  # fmt: skip
@rule("PER006", "mobile-missing", each=Person, severity=ERROR, source=FORM, kinds=("mobile",))
@rule(
    "PER007", "emergency-phone-missing", each=Person, severity=WARNING, source=EMERGENCY,
    kinds=("emergency_phone",),
)  # fmt: skip
@rule("PER008", "email-missing", each=Person, severity=WARNING, source=FORM, kinds=("email",))
def person_is_complete(person: Person, ctx: Context) -> Hits:
    """A person in charge is named, identified and can be reached; a legal representative is named and identified."""
    if _is_blank(person):
        return
    identified = (
        ("name", person.name),
        ("certificate.type", person.certificate.type),
        ("certificate.number", person.certificate.number),
    )
    if ctx.pointer.endswith("legal_representative"):
        yield from _missing(*identified)
        return
    yield from _missing(
        *identified, ("mobile", person.mobile), ("emergency_phone", person.emergency_phone), ("email", person.email)
    )


@rule(
    "PER009", "legal-representative-missing", each=Sponsor, needs=("nature",), severity=WARNING,
    source=REPRESENTATIVE, kinds=("missing",),
)  # fmt: skip
@rule(
    "PER010", "legal-representative-unknown", each=Sponsor, needs=("nature",), severity=ADVICE,
    source=REPRESENTATIVE, kinds=("unknown",),
)  # fmt: skip
@rule(
    "PER011", "legal-representative-of-an-individual", each=Sponsor, needs=("nature",), severity=ADVICE,
    source=REPRESENTATIVE, kinds=("superfluous",),
)  # fmt: skip
def organisation_names_its_legal_representative(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation with another person in charge names its legal representative; an individual has none."""
    representative = sponsor.legal_representative
    if sponsor.nature == Nature.INDIVIDUAL:
        if representative is not None and not _is_blank(representative) and representative.name != sponsor.name:
            yield hit("legal_representative", "superfluous")
        return
    charged = sponsor.person_in_charge
    if _is_blank(charged) or (representative is not None and not _is_blank(representative)):
        return
    if charged.is_legal_representative is False:
        yield hit("legal_representative", "missing")
    elif charged.is_legal_representative is None:
        yield hit("person_in_charge.is_legal_representative", "unknown")


@rule("WEB010", "service-name-missing", each=SERVICES, severity=ERROR, source=FORM, kinds=("name",))
@rule("WEB011", "content-type-missing", each=SERVICES, severity=ERROR, source=FORM, kinds=("content_types",))
@rule(
    "WEB012", "service-type-missing", each=SERVICES, severity=WARNING, source=cite("miit-form-2023"),
    kinds=("service_type",),
)  # fmt: skip
@rule("WEB013", "language-missing", each=SERVICES, severity=WARNING, source=LANGUAGE, kinds=("languages",))
@rule("WEB014", "domain-missing", each=SERVICES, severity=ERROR, source=SITE_FORM, kinds=("domains",))
def service_is_complete(service: Website | App, ctx: Context) -> Hits:
    """A website has a name, a content, a type, a language and a domain."""
    fields = (
        ("name", service.name),
        ("content_types", service.content_types),
        ("service_type", service.service_type),
        ("languages", service.languages),
    )
    domains = (("domains", service.domains),) if isinstance(service, Website) else ()
    yield from _missing(*fields, *domains)


def _missing(*fields: tuple[str, object]) -> Hits:
    for path, value in fields:
        if value is None or value == () or (isinstance(value, str) and not value.strip()):
            yield hit(path, path)


def _is_blank(node: Node) -> bool:
    return node == type(node)()
