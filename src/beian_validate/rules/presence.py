"""What must be filled in: by nature, kind of order and service."""

from functools import partial

from beian_validate.checks.placeholder import is_placeholder
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.vocabulary import AppKind, Nature, OrderType
from beian_validate.schema.website import Website
from beian_validate.situation import Situation, more_than_a_change, of_filed_sponsors

FORM = (cite("miit-form-2023"), cite("wechat-icp-api"))
ORDER = (cite("tencent-refusals"), cite("huawei-refusals"))
SITE_FORM = (cite("miit-form-2023"), cite("miit-xml-v3"))
LANGUAGE = (cite("miit-form-2023"), cite("douyin-icp-api"))
INVESTOR = (cite("miit-form-2023"), cite("inspur-filing-form"))
NUMBER = (cite("inspur-filing-form"), cite("miit-form-2023"))
EMERGENCY = (cite("miit-form-2023"), cite("ucloud-filing-guide"), cite("inspur-refusals"))
REPRESENTATIVE = (cite("wechat-icp-api"), cite("beijing-idc-form"))
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
TOLD = (AppKind.MINI_PROGRAM, AppKind.QUICK_APP)
"""Kinds of app that have one type of service each, of the same name."""
LONGEST_FILLER = 10
"""Characters; a longer text is no mere filler word."""
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


article = partial(rule, each=Sponsor)


@article("SPN001", "sponsor-name-missing", severity=ERROR, source=FORM, kinds=("name",))
@article("SPN002", "nature-missing", severity=ERROR, source=FORM, kinds=("nature",))
@article("SPN007", "certificate-type-missing", severity=ERROR, source=FORM, kinds=("certificate.type",))
@article("SPN008", "certificate-number-missing", severity=ERROR, source=FORM, kinds=("certificate.number",))
@article("SPN009", "certificate-address-missing", severity=WARNING, source=FORM, kinds=("certificate.address",))
@article("SPN010", "division-missing", severity=ERROR, source=FORM, kinds=("division_code",))
@article("SPN011", "address-missing", severity=ERROR, source=FORM, kinds=("address",))
@article("SPN012", "investor-missing", severity=ADVICE, source=INVESTOR, kinds=("investor",))
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


@rule("SPN013", "filing-number-missing", each=Application, severity=ERROR, source=NUMBER, when=of_filed_sponsors)
def filed_sponsor_gives_its_number(application: Application, ctx: Context) -> Hits:
    """An order for a sponsor that has filed before names its filing number."""
    if _is_empty(application.sponsor.filing_number):
        yield hit("sponsor.filing_number", order=ctx.order)


@rule("SPN017", "sponsor-missing", each=Application, severity=ERROR, source=FORM, when=more_than_a_change)
def somebody_files(application: Application, ctx: Context) -> Hits:
    """An application has a sponsor; what is missing of one that is begun is told field by field."""
    if application.sponsor is Application.model_fields["sponsor"].default:
        yield hit("sponsor")


def _of_first_filings(situation: Situation) -> bool:
    return situation.order == OrderType.NEW_SUBJECT


@rule("SPN018", "filed-already", each=Application, severity=WARNING, source=ORDER, when=_of_first_filings)
def first_filing_has_no_number_yet(application: Application, ctx: Context) -> Hits:
    """A first filing is for a sponsor that has no filing number."""
    if application.order_type is not None and not _is_empty(application.sponsor.filing_number):
        yield hit("order_type")


@rule("SPN014", "nothing-to-file", each=Application, severity=ERROR, source=FORM, when=more_than_a_change)
def something_is_filed(application: Application, ctx: Context) -> Hits:
    """An application files at least one website or app, unless it changes a filing."""
    if not application.websites and not application.apps:
        yield hit("websites")


@rule("PER001", "person-in-charge-missing", each=Sponsor, severity=ERROR, source=FORM)
def sponsor_has_a_person_in_charge(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor names the person in charge."""
    if _is_blank(sponsor.person_in_charge):
        yield hit("person_in_charge")


@rule("PER002", "service-person-in-charge-missing", each=SERVICES, severity=ERROR, source=FORM)
def service_has_a_person_in_charge(service: Website | App, ctx: Context) -> Hits:
    """Every website and app names its person in charge."""
    if _is_blank(service.person_in_charge):
        yield hit("person_in_charge")


article = partial(rule, each=Person)


@article("PER003", "person-name-missing", severity=ERROR, source=FORM, kinds=("name",))
@article("PER004", "person-certificate-type-missing", severity=WARNING, source=FORM, kinds=("certificate.type",))
@article("PER005", "person-certificate-number-missing", severity=ERROR, source=FORM, kinds=("certificate.number",))
@article("PER006", "mobile-missing", severity=ERROR, source=FORM, kinds=("mobile",))
@article("PER007", "emergency-phone-missing", severity=WARNING, source=EMERGENCY, kinds=("emergency_phone",))
@article("PER008", "email-missing", severity=ERROR, source=FORM, kinds=("email",))
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
        is_in_charge = person.name and person.name == ctx.sponsor.person_in_charge.name
        yield from () if is_in_charge else _missing(*identified)
        return
    yield from _missing(
        *identified, ("mobile", person.mobile), ("emergency_phone", person.emergency_phone), ("email", person.email)
    )


@rule("CER006", "validity-not-given", each=Person, needs=("name", "certificate.number"), severity=ADVICE, source=FORM)
def certificate_shows_its_end(person: Person, ctx: Context) -> Hits:
    """The certificate of a person in charge is given with the end of its validity."""
    if person.certificate.valid_to is None and not ctx.pointer.endswith("legal_representative"):
        yield hit("certificate.valid_to")


article = partial(rule, each=Sponsor, needs=("nature",), source=REPRESENTATIVE)


@article("PER009", "legal-representative-missing", severity=WARNING, kinds=("missing",))
@article("PER010", "legal-representative-unknown", severity=ADVICE, kinds=("unknown",))
@article("PER011", "legal-representative-of-an-individual", severity=ADVICE, kinds=("superfluous",))
def organisation_names_its_legal_representative(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation with another person in charge names its legal representative; an individual has none."""
    representative = sponsor.legal_representative
    if is_mixed_up(sponsor):
        return
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


article = partial(rule, each=SERVICES)


@article("WEB010", "service-name-missing", severity=ERROR, source=FORM, kinds=("name",))
@article("WEB011", "content-type-missing", severity=ERROR, source=FORM, kinds=("content_types",))
@article("WEB012", "service-type-missing", severity=ERROR, source=cite("miit-form-2023"), kinds=("service_type",))
@article("WEB013", "language-missing", severity=ERROR, source=LANGUAGE, kinds=("languages",))
@article("WEB014", "domain-missing", severity=ERROR, source=SITE_FORM, kinds=("domains",))
@article("WEB015", "service-type-told-by-kind", severity=ADVICE, source=cite("miit-form-2023"), kinds=("told",))
def service_is_complete(service: Website | App, ctx: Context) -> Hits:
    """A website has a name, a content, a type, a language and a domain."""
    fields = (
        ("name", service.name),
        ("content_types", service.content_types),
        ("languages", service.languages),
    )
    domains = (("domains", service.domains),) if isinstance(service, Website) else ()
    yield from _missing(*fields, *domains)
    if service.service_type is None:
        yield hit("service_type", "told" if isinstance(service, App) and service.kind in TOLD else "service_type")


def _missing(*fields: tuple[str, object]) -> Hits:
    for path, value in fields:
        if value is None or value == () or (isinstance(value, str) and _is_empty(value)):
            yield hit(path, path)


def _is_empty(text: str) -> bool:
    """Whether nothing is said: no text, or a word that stands for none."""
    return not text.strip() or (len(text) <= LONGEST_FILLER and is_placeholder(text))


def _is_blank(person: Person) -> bool:
    """Whether nothing of a person is filled in."""
    return not (person.name or person.certificate.number or person.mobile) and person == Person()
