"""DOM004 to DOM009, DOM036, DOM042, DOM043, DOM046: the holder of the domain against the sponsor."""

from functools import partial
from typing import Any

from beian_validate.checks.placeholder import is_placeholder
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits, cite, hit, rule, suggest
from beian_validate.rules.names import first_difference, same_but_spelling, same_number, told_elsewhere
from beian_validate.rules.persons import is_misnamed
from beian_validate.rules.provincial import demands
from beian_validate.rules.slips import is_mixed_up
from beian_validate.rules.standing import Standing, is_welcome, refusals, representatives, standing
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.party import Sponsor
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature

NOTICE = cite("miit-2017-264", "1")
NAMES = ("name", "holder.name", "/sponsor/name")
NAME_FORM = frozenset({"domain.holder_name_form"})
ALIKE = frozenset(
    {
        CertificateType.ORGANISATION_CODE_CERTIFICATE,
        CertificateType.UNIFIED_CODE_CERTIFICATE,
        CertificateType.PRIVATE_NON_ENTERPRISE_CERTIFICATE,
        CertificateType.SOCIAL_SERVICE_CERTIFICATE,
        CertificateType.OVERSEAS_CERTIFICATE,
    }
)
"""Certificates that registrars use for several kinds of holder, or that were renamed."""
TOLD_APART = PERSONAL_CERTIFICATES | {
    CertificateType.BUSINESS_LICENCE,
    CertificateType.PUBLIC_INSTITUTION_CERTIFICATE,
    CertificateType.SOCIAL_ORGANISATION_CERTIFICATE,
    CertificateType.FOUNDATION_CERTIFICATE,
    CertificateType.LAW_FIRM_LICENCE,
    CertificateType.RELIGIOUS_VENUE_REGISTRATION,
}
"""Certificates that every registrar has a code of its own for."""


article = partial(rule, each=Domain, needs=NAMES, source=NOTICE, since="2018-01-01")


@article("DOM004", "domain-holder-differs", severity=Severity.ERROR, kinds=("other",))
@article("DOM005", "domain-holder-spelt-differently", severity=Severity.ERROR, kinds=("spelling",))
@article("DOM006", "domain-held-by-representative", severity=Severity.ADVICE, kinds=("representative",))
@article("DOM009", "domain-holder-hidden", severity=Severity.ERROR, kinds=("hidden",))
@article("DOM042", "domain-held-by-insider", severity=Severity.WARNING, kinds=("principal", "proven", "parent"))
@article("DOM043", "domain-holder-in-latin-letters", severity=Severity.WARNING, kinds=("latin",))
def holder_is_the_sponsor(domain: Domain, ctx: Context) -> Hits:
    """A domain must be registered to the sponsor of the filing."""
    holder, sponsor = domain.holder.name.strip(), ctx.sponsor.name.strip()
    if holder == sponsor or told_elsewhere(holder, sponsor) or _is_sponsors_slip(holder, ctx):
        return
    facts: dict[str, Any] = {"domain": domain.name, "holder": holder, "sponsor": sponsor}
    row = _own_name_in_latin(domain, ctx)
    if same_but_spelling(holder, sponsor):
        position = first_difference(holder, sponsor)
        yield hit("holder.name", "spelling", suggest(sponsor), **facts, position=position)
    elif row:
        yield hit("holder.name", "latin", None, row, **facts, province=row.province, account=row.account)
    else:
        yield from _of_another(domain, facts, ctx)


def _of_another(domain: Domain, facts: dict[str, Any], ctx: Context) -> Hits:
    """What is said about a holder that is not the sponsor, unless the province says it or lets it pass."""
    kind = standing(domain, ctx)
    if not refusals(kind, ctx) and not is_welcome(kind, ctx):
        yield hit("holder.name", kind, None, **facts, who=kind.words)


def _is_sponsors_slip(holder: str, ctx: Context) -> bool:
    """Whether it is the sponsor's name that is wrong, which CON010, CON011, SPN001 or SPN046 tells."""
    sponsor, record = ctx.sponsor, ctx.sponsor.registry_record
    if is_placeholder(sponsor.name):
        return True
    if not _is_organisation(sponsor):
        return holder == sponsor.person_in_charge.name and is_misnamed(ctx)
    return record is not None and record.name.strip() == holder


def _is_organisation(sponsor: Sponsor) -> bool:
    return sponsor.nature not in (None, Nature.INDIVIDUAL)


def _own_name_in_latin(domain: Domain, ctx: Context) -> Requirement | None:
    """The row of the province on holders written in Latin letters, if the certificate is the sponsor's own."""
    name, number = domain.holder.name, domain.holder.certificate.number
    if not name.isascii() or not number or not same_but_spelling(number, ctx.sponsor.certificate.number):
        return None
    return next(iter(demands(ctx.situation, NAME_FORM)), None)


article = partial(
    rule, each=Domain,
    needs=("name", "holder.name", "holder.certificate.type", "/sponsor/name", "/sponsor/certificate/type"),
    source=NOTICE, since="2018-01-01",
)  # fmt: skip


@article("DOM007", "domain-certificate-type-differs", severity=Severity.WARNING, kinds=("alike",))
@article("DOM036", "domain-certificate-of-another-class", severity=Severity.ERROR, kinds=("class",))
def holder_has_the_sponsors_certificate(domain: Domain, ctx: Context) -> Hits:
    """The domain is registered with the same kind of certificate as the sponsor files with."""
    held, filed = domain.holder.certificate.type, ctx.sponsor.certificate.type
    if held is None or filed is None or held == filed or is_mixed_up(ctx.sponsor):
        return
    if same_but_spelling(domain.holder.name, ctx.sponsor.name):
        kind = "class" if _are_of_two_classes(held, filed) else "alike"
        yield hit("holder.certificate.type", kind, domain=domain.name, held=held, filed=filed)


def _are_of_two_classes(held: CertificateType, filed: CertificateType) -> bool:
    """Whether two certificates cannot be one document under two names."""
    if (held in PERSONAL_CERTIFICATES) != (filed in PERSONAL_CERTIFICATES):
        return True
    return held in TOLD_APART and filed in TOLD_APART


@rule(
    "DOM008", "domain-certificate-number-differs", each=Domain,
    needs=("name", "holder.name", "holder.certificate.number", "/sponsor/name", "/sponsor/certificate/number"),
    severity=Severity.ERROR, source=NOTICE, since="2018-01-01",
)  # fmt: skip
def holder_has_the_sponsors_number(domain: Domain, ctx: Context) -> Hits:
    """The domain is registered with the same certificate number as the sponsor files with."""
    held, filed = domain.holder.certificate.number, ctx.sponsor.certificate.number
    if same_number(held, filed) or _is_number_told(held, ctx.sponsor):
        return
    if same_but_spelling(domain.holder.name, ctx.sponsor.name):
        position = first_difference(held, filed)
        yield hit("holder.certificate.number", domain=domain.name, held=held, filed=filed, position=position)


@rule(
    "DOM046", "number-of-the-representative-differs", each=Domain,
    needs=("name", "holder.name", "holder.certificate.number", "/sponsor/name"),
    severity=Severity.WARNING, source=NOTICE, since="2018-01-01",
)  # fmt: skip
def representative_holds_with_the_own_number(domain: Domain, ctx: Context) -> Hits:
    """A domain of the legal representative is registered with the number of that person's certificate."""
    held, kind = domain.holder.certificate.number, standing(domain, ctx)
    if domain.holder.name == ctx.sponsor.name or kind != Standing.REPRESENTATIVE or refusals(kind, ctx):
        return
    known = [person.certificate.number for person in representatives(ctx) if person.name == domain.holder.name.strip()]
    given = [number for number in known if number]
    if given and not any(same_number(held, number) for number in given):
        yield hit("holder.certificate.number", domain=domain.name, held=held, position=first_difference(held, given[0]))


def _is_number_told(held: str, sponsor: Sponsor) -> bool:
    """Whether it is the sponsor's number that is wrong, which CON012, CER001 or SPN008 tells."""
    registered = sponsor.registry_record.number if sponsor.registry_record else ""
    is_registered = _is_organisation(sponsor) and bool(registered) and same_number(held, registered)
    return is_registered or is_mixed_up(sponsor) or is_placeholder(sponsor.certificate.number)
