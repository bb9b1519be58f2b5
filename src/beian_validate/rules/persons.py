"""PER and CON: persons compared with the sponsor and with each other."""

from functools import partial
from typing import NamedTuple

from beian_validate.checks.person_name import problems as name_problems
from beian_validate.checks.phone import MOBILE_LENGTH
from beian_validate.context import Context
from beian_validate.finding import Pointer, Severity
from beian_validate.rule import Hit, Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import folded, same_but_spelling
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
INDIVIDUAL = (cite("ucloud-glossary"), cite("wechat-icp-api"))
REPRESENTATIVE = (cite("huawei-common-faq"), cite("tencent-subject-faq"))
SAME_PERSON = (cite("inspur-refusals"), cite("huawei-materials"))
NAME = (cite("miit-form-2023"), cite("wechat-icp-api"))
IN_CHARGE = (Sponsor, Website, App)
OWN_NAMES = ("person_in_charge.name", "/sponsor/name", "/sponsor/nature")
BOTH_NAMES = ("person_in_charge.name", "legal_representative.name", "person_in_charge.is_legal_representative")
REPRESENTATIVE_PATH = "sponsor.legal_representative"
OF_PERSONS_IN_CHARGE = frozenset({"mobiles", "mobile", "email"})
"""What is asked of persons in charge alone: a legal representative may be reached through the office."""


article = partial(rule, each=IN_CHARGE, needs=OWN_NAMES, source=INDIVIDUAL, severity=ERROR, when=of_individuals)


@article("PER020", "individual-is-not-in-charge", kinds=("name",))
@article("PER021", "individual-has-another-number", kinds=("number",))
def individual_is_in_charge(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """An individual sponsor is the person in charge, of the filing and of every service."""
    person, own = node.person_in_charge, ctx.sponsor.certificate.number
    if not same_but_spelling(person.name, ctx.sponsor.name):
        yield hit("person_in_charge.name", "name")
    elif own and person.certificate.number and not same_but_spelling(person.certificate.number, own):
        yield hit("person_in_charge.certificate.number", "number")


@rule(
    "PER022", "representative-is-somebody-else", each=Sponsor, needs=BOTH_NAMES,
    severity=ERROR, source=REPRESENTATIVE,
)  # fmt: skip
def representative_in_charge_is_the_representative(sponsor: Sponsor, ctx: Context) -> Hits:
    """A person in charge who is said to be the legal representative has the representative's name."""
    representative, person = sponsor.legal_representative, sponsor.person_in_charge
    if person.is_legal_representative and representative and not same_but_spelling(person.name, representative.name):
        yield hit("person_in_charge.name")


class Part(NamedTuple):
    """A person and the part played."""

    path: str
    person: Person


def persons(application: Application) -> list[Part]:
    """All persons of an application that are filled in, in the order of the form."""
    sponsor = application.sponsor
    parts = [Part("sponsor.person_in_charge", sponsor.person_in_charge)]
    if sponsor.legal_representative is not None:
        parts.append(Part(REPRESENTATIVE_PATH, sponsor.legal_representative))
    parts += [
        Part(f"websites.{i}.person_in_charge", site.person_in_charge) for i, site in enumerate(application.websites)
    ]
    parts += [Part(f"apps.{i}.person_in_charge", app.person_in_charge) for i, app in enumerate(application.apps)]
    return [part for part in parts if part.person.name]


article = partial(rule, each=Application, source=SAME_PERSON)


@article("CON030", "one-number-two-names", severity=ERROR, kinds=("names",))
@article("CON031", "one-name-two-numbers", severity=WARNING, kinds=("numbers",))
@article("CON032", "one-person-two-mobiles", severity=WARNING, kinds=("mobiles",))
@article("CON033", "two-persons-one-mobile", severity=ERROR, kinds=("mobile",))
@article("CON034", "two-persons-one-email", severity=WARNING, kinds=("email",))
def persons_agree_with_each_other(application: Application, ctx: Context) -> Hits:
    """The same person is given with the same data everywhere, different persons with different data."""
    known: dict[tuple[str, str], Part] = {}
    seen: set[tuple[str, str, str, str]] = set()
    for part in persons(application):
        person = part.person
        data = (person.name, person.certificate.number, person.mobile, person.email)
        if data in seen or (part.path == REPRESENTATIVE_PATH and data[:2] in {other[:2] for other in seen}):
            continue
        seen.add(data)
        keys = _keys(part)
        if len(seen) > 1:
            yield from _contradictions(part, keys, known)
        for key in keys.items():
            known.setdefault(key, part)


def _keys(part: Part) -> dict[str, str]:
    """By what a person can be known again; a legal representative is no contact."""
    person = part.person
    found = {"name": folded(person.name), "number": folded(person.certificate.number)}
    if part.path != REPRESENTATIVE_PATH:
        found |= {"mobile": folded(person.mobile), "email": folded(person.email)}
    return {field: value for field, value in found.items() if value}


def _contradictions(part: Part, keys: dict[str, str], known: dict[tuple[str, str], Part]) -> Hits:
    """Compare a person with those before who share the number, the name, the mobile or the e-mail address."""
    before = {field: known[field, value] for field, value in keys.items() if (field, value) in known}
    same_number, same_name = before.get("number"), before.get("name")
    if same_number and folded(same_number.person.name) != keys["name"]:
        yield _contradiction(part, "name", "names", same_number)
    elif same_name and _differs(part, same_name, "number"):
        yield _contradiction(part, "certificate.number", "numbers", same_name)
    elif same_name and _differs(part, same_name, "mobile"):
        yield _contradiction(part, "mobile", "mobiles", same_name)
    for field in ("mobile", "email"):
        other = before.get(field)
        if other and not same_number and folded(other.person.name) != keys["name"]:
            yield _contradiction(part, field, field, other)


def _differs(part: Part, other: Part, field: str) -> bool:
    """Whether two persons of one name have different numbers, or different mobiles that are written in full."""
    if field == "number":
        numbers = {folded(p.person.certificate.number) for p in (part, other)} - {""}
        return len(numbers) > 1
    mobiles = [p.person.mobile for p in (part, other) if p.path != REPRESENTATIVE_PATH]
    return len(set(mobiles)) > 1 and all(map(_is_whole, mobiles))


def _contradiction(part: Part, field: str, kind: str, other: Part) -> Hit:
    return hit(f"{part.path}.{field}", kind, other=Pointer(f"/{other.path.replace('.', '/')}"))


def _is_whole(mobile: str) -> bool:
    """Whether a mobile is written in full; other slips are told where they stand."""
    return mobile.isdecimal() and len(mobile) == MOBILE_LENGTH


article = partial(rule, each=Person, needs=("name",), source=NAME)


@article("PER023", "person-name-length", severity=WARNING, kinds=("length",))
@article("PER024", "person-name-digits", severity=ERROR, kinds=("digits",))
@article("PER025", "person-named-like-organisation", severity=ERROR, kinds=("organisation-word",))
@article("PER026", "person-name-character", severity=WARNING, kinds=("odd-character",))
@article("PER027", "person-name-title", severity=WARNING, kinds=("title",))
@article("PER028", "person-name-dot", severity=ADVICE, kinds=("middle-dot",))
def person_has_a_persons_name(person: Person, ctx: Context) -> Hits:
    """A person is named as on the identity document: no title, no digits, no organisation."""
    is_foreign = person.certificate.type not in (None, CertificateType.RESIDENT_ID_CARD)
    yield from hits_of("name", name_problems(person.name, foreign=is_foreign))
