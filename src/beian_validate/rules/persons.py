"""PER012 to PER028: persons compared with the sponsor, their names and their age."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from beian_validate.checks.person_name import problems as name_problems
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.typed_number import plain
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Change, Hit, Hits, Proposal, cite, hit, hits_of, rule
from beian_validate.rules.agreement import persons
from beian_validate.rules.names import folded, same_but_spelling, same_number
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
INDIVIDUAL = (cite("ucloud-glossary"), cite("wechat-icp-api"))
REPRESENTATIVE = (cite("huawei-common-faq"), cite("tencent-subject-faq"))
NAME = (cite("miit-form-2023"), cite("wechat-icp-api"))
IN_CHARGE = (Sponsor, Website, App)
OWN_NAMES = ("person_in_charge.name", "/sponsor/name", "/sponsor/nature")


article = partial(rule, each=IN_CHARGE, needs=OWN_NAMES, source=INDIVIDUAL, severity=ERROR, when=of_individuals)


@article("PER020", "individual-is-not-in-charge", kinds=("name",))
@article("PER021", "individual-has-another-number", kinds=("number",))
def individual_is_in_charge(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """An individual sponsor is the person in charge, of the filing and of every service."""
    person, own = node.person_in_charge, ctx.sponsor.certificate.number
    if is_mixed_up(ctx.sponsor) or is_placeholder(person.name) or is_placeholder(ctx.sponsor.name):
        return
    if not same_but_spelling(person.name, ctx.sponsor.name):
        if not is_misnamed(ctx):
            yield hit("person_in_charge.name", "name")
    elif own and person.certificate.number and not same_number(person.certificate.number, own):
        yield hit("person_in_charge.certificate.number", "number")


@rule(
    "SPN046", "individual-named-otherwise", each=Sponsor, needs=("name", "nature"), severity=ERROR, source=INDIVIDUAL,
    when=of_individuals,
)  # fmt: skip
def individual_is_named_as_in_charge(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual is named as sponsor as everywhere else."""
    if is_misnamed(ctx):
        yield hit("name")


def is_misnamed(ctx: Context) -> bool:
    """Whether the slip is in an individual's name as sponsor, because all persons agree and have its number."""
    sponsor = ctx.sponsor
    if ctx.application is None or is_mixed_up(sponsor) or is_placeholder(sponsor.name):
        return False
    found = persons(ctx.application)
    own = plain(sponsor.certificate.number)
    names = {folded(part.person.name) for part in found}
    is_own = bool(own) and {plain(part.person.certificate.number) for part in found} == {own}
    return is_own and len(found) > 1 and len(names) == 1 and folded(sponsor.name) not in names


article = partial(
    rule, each=IN_CHARGE, needs=("person_in_charge.name",), if_given=("person_in_charge.is_legal_representative",),
    source=REPRESENTATIVE,
)  # fmt: skip


@article("PER022", "representative-is-somebody-else", severity=ERROR, kinds=("somebody-else",))
@article("PER016", "representative-not-marked", severity=ADVICE, kinds=("not-marked",))
def representative_in_charge_is_the_representative(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """A person in charge is marked as the legal representative if, and only if, it is the same person."""
    representative, person = _representative(ctx.sponsor), node.person_in_charge
    if representative is None or not representative.name or is_placeholder(person.name):
        return
    one, other = plain(representative.certificate.number), plain(person.certificate.number)
    is_same = same_but_spelling(person.name, representative.name)
    # With the same number it is the same person, and CON030 tells which name is misspelt.
    if person.is_legal_representative and not is_same and (one != other or not one):
        yield hit("person_in_charge.name", "somebody-else")
    elif person.is_legal_representative is False and is_same and (one == other or not (one and other)):
        yield hit("person_in_charge.is_legal_representative", "not-marked")


def _representative(sponsor: Sponsor) -> Person | None:
    """The legal representative as given, or else the person in charge who is marked as such."""
    if sponsor.legal_representative is not None:
        return sponsor.legal_representative
    return sponsor.person_in_charge if sponsor.person_in_charge.is_legal_representative else None


article = partial(rule, each=Person, needs=("name",), source=NAME)


@article("PER012", "person-name-blank", severity=WARNING, kinds=("inner-blank",))
@article("PER013", "person-name-in-latin", severity=WARNING, kinds=("latin",))
@article("PER023", "person-name-length", severity=WARNING, kinds=("length",))
@article("PER024", "person-name-digits", severity=ERROR, kinds=("digits",))
@article("PER025", "person-named-like-organisation", severity=ERROR, kinds=("organisation-word",))
@article("PER026", "person-name-character", severity=WARNING, kinds=("odd-character",))
@article("PER027", "person-name-title", severity=WARNING, kinds=("title",))
@article("PER028", "person-name-dot", severity=ADVICE, kinds=("middle-dot",))
def person_has_a_persons_name(person: Person, ctx: Context) -> Hits:
    """A person is named as on the identity document: no title, no digits, no organisation."""
    kind = person.certificate.type
    is_resident = kind == CertificateType.RESIDENT_ID_CARD
    problems = name_problems(person.name, foreign=not is_resident and kind is not None, resident=is_resident)
    if problems and not is_placeholder(person.name):
        yield from (_everywhere(found, person.name, ctx) for found in hits_of("name", problems))


def _everywhere(found: Hit, name: str, ctx: Context) -> Hit:
    """With the same fix wherever an individual's name stands, so that the places still agree afterwards."""
    if found.fix is None or ctx.sponsor.nature != Nature.INDIVIDUAL or ctx.application is None:
        return found
    value = found.fix.changes[0].value
    named = [Change(value, pointer) for pointer, known in _names(ctx.application) if known == name]
    return replace(found, fix=Proposal(found.fix.safety, (Change(value), *named)))


def _names(application: Application) -> Iterator[tuple[str, str]]:
    """The names of an individual, by pointer."""
    yield from ((f"/{part.path.replace('.', '/')}/name", part.person.name) for part in persons(application))
    yield "/sponsor/name", application.sponsor.name
    yield "/sponsor/investor", application.sponsor.investor
    for index, site in enumerate(application.websites):
        for number, domain in enumerate(site.domains):
            yield f"/websites/{index}/domains/{number}/holder/name", domain.holder.name
