"""PER and CON: persons compared with the sponsor and with each other."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from beian_validate.checks.person_name import problems as name_problems
from beian_validate.checks.phone import MOBILE_LENGTH
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import same_but_spelling
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website

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


@rule(
    "PER020", "individual-is-not-in-charge", each=IN_CHARGE, needs=OWN_NAMES,
    severity=ERROR, source=INDIVIDUAL, kinds=("name",),
)  # fmt: skip
@rule(
    "PER021", "individual-has-another-number", each=IN_CHARGE, needs=OWN_NAMES,
    severity=ERROR, source=INDIVIDUAL, kinds=("number",),
)  # fmt: skip
def individual_is_in_charge(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """An individual sponsor is the person in charge, of the filing and of every service."""
    if ctx.sponsor.nature != Nature.INDIVIDUAL:
        return
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


def persons(application: Application) -> tuple[Part, ...]:
    """All persons of an application that are filled in, in the order of the form."""
    return tuple(part for part in _parts(application) if part.person.name or part.person.certificate.number)


def _parts(application: Application) -> Iterator[Part]:
    yield Part("sponsor.person_in_charge", application.sponsor.person_in_charge)
    if application.sponsor.legal_representative is not None:
        yield Part(REPRESENTATIVE_PATH, application.sponsor.legal_representative)
    for index, website in enumerate(application.websites):
        yield Part(f"websites.{index}.person_in_charge", website.person_in_charge)
    for index, app in enumerate(application.apps):
        yield Part(f"apps.{index}.person_in_charge", app.person_in_charge)


@rule("CON030", "one-number-two-names", each=Application, severity=ERROR, source=SAME_PERSON, kinds=("names",))
@rule("CON031", "one-name-two-numbers", each=Application, severity=WARNING, source=SAME_PERSON, kinds=("numbers",))
@rule("CON032", "one-person-two-mobiles", each=Application, severity=WARNING, source=SAME_PERSON, kinds=("mobiles",))
@rule("CON033", "two-persons-one-mobile", each=Application, severity=ERROR, source=SAME_PERSON, kinds=("mobile",))
@rule("CON034", "two-persons-one-email", each=Application, severity=WARNING, source=SAME_PERSON, kinds=("email",))
def persons_agree_with_each_other(application: Application, ctx: Context) -> Hits:
    """The same person is given with the same data everywhere, different persons with different data."""
    everyone = ctx.once(persons, application)
    if len({(p.name, p.certificate.number, p.mobile, p.email) for _, p in everyone}) < 2:
        return
    told: set[tuple[str, str]] = set()
    for (where, first), (path, second) in combinations(everyone, 2):
        is_in_charge = REPRESENTATIVE_PATH not in (where, path)
        for field, kind in _differences(first, second):
            if (path, kind) not in told and (is_in_charge or kind not in OF_PERSONS_IN_CHARGE):
                told.add((path, kind))
                yield hit(f"{path}.{field}", kind, other=f"/{where.replace('.', '/')}")


def _differences(one: Person, other: Person) -> Iterator[tuple[str, str]]:
    same_number = _same(one.certificate.number, other.certificate.number)
    same_name = _same(one.name, other.name)
    if same_number and one.name and other.name and not same_name:
        yield "name", "names"
    elif same_name and one.certificate.number and other.certificate.number and not same_number:
        yield "certificate.number", "numbers"
    elif same_name and _is_whole(one.mobile) and _is_whole(other.mobile) and not _same(one.mobile, other.mobile):
        yield "mobile", "mobiles"
    elif one.name and other.name and not same_name:
        if _same(one.mobile, other.mobile):
            yield "mobile", "mobile"
        if _same(one.email, other.email):
            yield "email", "email"


def _is_whole(mobile: str) -> bool:
    """Whether a mobile is written in full; other slips are told where they stand."""
    return mobile.isdecimal() and len(mobile) == MOBILE_LENGTH


def _same(one: str, other: str) -> bool:
    return bool(one) and same_but_spelling(one, other)


@rule("PER023", "person-name-length", each=Person, needs=("name",), severity=WARNING, source=NAME, kinds=("length",))
@rule("PER024", "person-name-digits", each=Person, needs=("name",), severity=ERROR, source=NAME, kinds=("digits",))
@rule(
    "PER025", "person-named-like-organisation", each=Person, needs=("name",),
    severity=ERROR, source=NAME, kinds=("organisation-word",),
)  # fmt: skip
@rule(
    "PER026", "person-name-character", each=Person, needs=("name",),
    severity=WARNING, source=NAME, kinds=("odd-character",),
)  # fmt: skip
@rule("PER027", "person-name-title", each=Person, needs=("name",), severity=WARNING, source=NAME, kinds=("title",))
@rule("PER028", "person-name-dot", each=Person, needs=("name",), severity=ADVICE, source=NAME, kinds=("middle-dot",))
def person_has_a_persons_name(person: Person, ctx: Context) -> Hits:
    """A person is named as on the identity document: no title, no digits, no organisation."""
    is_foreign = person.certificate.type not in (None, CertificateType.RESIDENT_ID_CARD)
    yield from hits_of("name", name_problems(person.name, foreign=is_foreign))
