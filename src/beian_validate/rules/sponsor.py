"""CON: the sponsor against the company registry's record."""

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, suggest
from beian_validate.rules.names import first_difference, same_but_spelling, told_elsewhere
from beian_validate.schema.party import Sponsor

REGISTRY = (cite("seed-guide"), cite("tencent-refusals"))


@rule(
    "CON010", "registry-name-differs", each=Sponsor, needs=("name", "registry_record.name"),
    severity=Severity.ERROR, source=REGISTRY, kinds=("other",),
)  # fmt: skip
@rule(
    "CON011", "registry-name-spelt-differently", each=Sponsor, needs=("name", "registry_record.name"),
    severity=Severity.ERROR, source=REGISTRY, kinds=("spelling",),
)  # fmt: skip
def name_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor is named exactly as the company registry shows it."""
    registered = sponsor.registry_record.name if sponsor.registry_record else ""
    if sponsor.name == registered or told_elsewhere(sponsor.name, registered):
        return
    kind = "spelling" if same_but_spelling(sponsor.name, registered) else "other"
    position = first_difference(sponsor.name, registered)
    fix = suggest(registered) if kind == "spelling" else None
    yield hit("name", kind, fix, sponsor=sponsor.name, registered=registered, position=position)


@rule(
    "CON012", "registry-number-differs", each=Sponsor, needs=("certificate.number", "registry_record.number"),
    severity=Severity.ERROR, source=REGISTRY,
)  # fmt: skip
def number_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The certificate number is the one that the company registry shows."""
    registered = sponsor.registry_record.number if sponsor.registry_record else ""
    if not same_but_spelling(sponsor.certificate.number, registered):
        position = first_difference(sponsor.certificate.number, registered)
        yield hit("certificate.number", number=sponsor.certificate.number, registered=registered, position=position)


@rule(
    "CON013", "registry-address-differs", each=Sponsor, needs=("certificate.address", "registry_record.address"),
    severity=Severity.WARNING, source=REGISTRY,
)  # fmt: skip
def certificate_address_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The address on the certificate is the one that the company registry shows."""
    registered = sponsor.registry_record.address if sponsor.registry_record else ""
    if not same_but_spelling(sponsor.certificate.address, registered):
        yield hit("certificate.address", position=first_difference(sponsor.certificate.address, registered))
