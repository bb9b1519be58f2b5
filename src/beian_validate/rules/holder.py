"""DOM004 to DOM009: the holder of the domain against the sponsor."""

import re
from functools import partial
from typing import Any

from beian_validate.checks.placeholder import is_placeholder
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, suggest
from beian_validate.rules.names import first_difference, same_but_spelling, same_number, told_elsewhere
from beian_validate.rules.persons import is_misnamed
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.party import Sponsor
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature

NOTICE = cite("miit-2017-264", "1")
HIDDEN = re.compile(r"隐私|保密|privacy|private|proxy|redacted|whois|withheld|not disclosed", re.IGNORECASE)
"""Names that registrars show in place of a holder who hides."""
NAMES = ("name", "holder.name", "/sponsor/name")


article = partial(rule, each=Domain, needs=NAMES, source=NOTICE, since="2018-01-01")


@article("DOM004", "domain-holder-differs", severity=Severity.ERROR, kinds=("other",))
@article("DOM005", "domain-holder-spelt-differently", severity=Severity.ERROR, kinds=("spelling",))
@article("DOM006", "domain-held-by-representative", severity=Severity.ADVICE, kinds=("representative",))
@article("DOM009", "domain-holder-hidden", severity=Severity.ERROR, kinds=("hidden",))
def holder_is_the_sponsor(domain: Domain, ctx: Context) -> Hits:
    """A domain must be registered to the sponsor of the filing."""
    holder, sponsor = domain.holder.name, ctx.sponsor.name
    if holder == sponsor or told_elsewhere(holder, sponsor) or _is_sponsors_slip(holder, ctx):
        return
    facts: dict[str, Any] = {"domain": domain.name, "holder": holder, "sponsor": sponsor}
    if same_but_spelling(holder, sponsor):
        position = first_difference(holder, sponsor)
        yield hit("holder.name", "spelling", suggest(sponsor), **facts, position=position)
    else:
        yield hit("holder.name", _who_else(holder, ctx), **facts)


def _is_sponsors_slip(holder: str, ctx: Context) -> bool:
    """Whether it is the sponsor's name that is wrong, which CON010, CON011, SPN001 or SPN046 tells."""
    sponsor, record = ctx.sponsor, ctx.sponsor.registry_record
    if is_placeholder(sponsor.name):
        return True
    if not _is_organisation(sponsor):
        return holder == sponsor.person_in_charge.name and is_misnamed(ctx)
    return record is not None and record.name == holder


def _who_else(holder: str, ctx: Context) -> str:
    """What a holder is that is not the sponsor."""
    if HIDDEN.search(holder):
        return "hidden"
    proven = ctx.application is not None and any(
        m.kind == MaterialKind.DOMAIN_HOLDER_PROOF for m in ctx.application.materials
    )
    return (
        "representative" if _represents(holder, ctx.sponsor) or (proven and _is_organisation(ctx.sponsor)) else "other"
    )


def _is_organisation(sponsor: Sponsor) -> bool:
    return sponsor.nature not in (None, Nature.INDIVIDUAL)


def _represents(name: str, sponsor: Sponsor) -> bool:
    """Whether a name is that of the legal representative of an organisation."""
    if not _is_organisation(sponsor):
        return False
    charged = sponsor.person_in_charge
    names = {charged.name} if charged.is_legal_representative else set()
    return name in names | ({sponsor.legal_representative.name} if sponsor.legal_representative else set())


@rule(
    "DOM007", "domain-certificate-type-differs", each=Domain,
    needs=("name", "holder.name", "holder.certificate.type", "/sponsor/name", "/sponsor/certificate/type"),
    severity=Severity.WARNING, source=NOTICE, since="2018-01-01",
)  # fmt: skip
def holder_has_the_sponsors_certificate(domain: Domain, ctx: Context) -> Hits:
    """The domain is registered with the same kind of certificate as the sponsor files with."""
    held, filed = domain.holder.certificate.type, ctx.sponsor.certificate.type
    if held == filed or is_mixed_up(ctx.sponsor):
        return
    if same_but_spelling(domain.holder.name, ctx.sponsor.name):
        yield hit("holder.certificate.type", domain=domain.name, held=held, filed=filed)


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


def _is_number_told(held: str, sponsor: Sponsor) -> bool:
    """Whether it is the sponsor's number that is wrong, which CON012, CER001 or SPN008 tells."""
    registered = sponsor.registry_record.number if sponsor.registry_record else ""
    is_registered = _is_organisation(sponsor) and bool(registered) and same_number(held, registered)
    return is_registered or is_mixed_up(sponsor) or is_placeholder(sponsor.certificate.number)
