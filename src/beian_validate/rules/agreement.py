"""CON030 to CON036: the persons of an application compared with each other."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from beian_validate.checks import resident_id
from beian_validate.checks.phone import MOBILE_LENGTH, dialled
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.typed_number import plain
from beian_validate.context import Context
from beian_validate.finding import Pointer, Severity
from beian_validate.rule import Hit, Hits, cite, hit, rule
from beian_validate.rules.names import folded
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person
from beian_validate.schema.vocabulary import Nature

ERROR, WARNING = Severity.ERROR, Severity.WARNING
SAME_PERSON = (cite("inspur-refusals"), cite("huawei-materials"))
REPRESENTATIVE_PATH = "sponsor.legal_representative"


class Part(NamedTuple):
    """A person and the part played."""

    path: str
    person: Person


def persons(application: Application) -> list[Part]:
    """All persons of an application that are named, in the order of the form."""
    sponsor = application.sponsor
    parts = [Part("sponsor.person_in_charge", sponsor.person_in_charge)]
    if sponsor.legal_representative is not None:
        parts.append(Part(REPRESENTATIVE_PATH, sponsor.legal_representative))
    parts += [
        Part(f"websites.{i}.person_in_charge", site.person_in_charge) for i, site in enumerate(application.websites)
    ]
    parts += [Part(f"apps.{i}.person_in_charge", app.person_in_charge) for i, app in enumerate(application.apps)]
    return [part for part in parts if part.person.name and not is_placeholder(part.person.name)]


article = partial(rule, each=Application, source=SAME_PERSON)


@article("CON030", "one-number-two-names", severity=ERROR, kinds=("names",))
@article("CON031", "one-name-two-numbers", severity=WARNING, kinds=("numbers",))
@article("CON032", "one-person-two-mobiles", severity=ERROR, kinds=("mobiles",))
@article("CON033", "two-persons-one-mobile", severity=ERROR, kinds=("mobile",))
@article("CON034", "two-persons-one-email", severity=ERROR, kinds=("email",))
@article("CON035", "one-person-two-emails", severity=WARNING, kinds=("emails",))
@article("CON036", "one-certificate-two-validities", severity=WARNING, kinds=("validities",))
def persons_agree_with_each_other(application: Application, ctx: Context) -> Hits:
    """The same person is given with the same data everywhere, different persons with different data."""
    parts = persons(application)
    if len({_data(part) for part in parts}) < 2:
        return
    yield from _odd_ones(parts, "name", "names", by=_number, value=_own_name(ctx))
    yield from _odd_ones(parts, "certificate.number", "numbers", by=_name, value=_credible_number)
    yield from _odd_ones(parts, "certificate.valid_to", "validities", by=_identity, value=_validity)
    in_charge = [part for part in parts if part.path != REPRESENTATIVE_PATH]
    yield from _odd_ones(in_charge, "mobile", "mobiles", by=_identity, value=_whole_mobile)
    yield from _odd_ones(in_charge, "email", "emails", by=_identity, value=_email)
    if ctx.sponsor.nature == Nature.INDIVIDUAL:
        return  # there nobody else can be in charge, as PER020 tells
    yield from _shared(in_charge, "mobile", value=_mobile)
    yield from _shared(in_charge, "email", value=_email)


Key = Callable[[Part], str]
"""What of a person is compared; empty where there is nothing to compare."""


def _data(part: Part) -> tuple[str, ...]:
    person, certificate = part.person, part.person.certificate
    known = (person.name, certificate.number, str(certificate.valid_to or ""))
    return known if part.path == REPRESENTATIVE_PATH else (*known, person.mobile, person.email)


def _odd_ones(parts: list[Part], field: str, kind: str, *, by: Key, value: Key) -> Hits:
    """Of parts that are the same by one thing, those that differ from most in another; of two, the later one."""
    groups: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        if by(part) and value(part):
            groups[by(part)].append(part)
    for group in groups.values():
        (usual, _), *others = Counter(map(value, group)).most_common()
        if others:
            known = next(part for part in group if value(part) == usual)
            yield from (_contradiction(part, field, kind, known) for part in group if value(part) != usual)


def _shared(parts: list[Part], field: str, *, value: Key) -> Hits:
    """What two different persons cannot have in common."""
    known: dict[str, Part] = {}
    for part in parts:
        other = known.setdefault(value(part), part) if value(part) else part
        if _name(other) != _name(part) and (not _number(part) or _number(other) != _number(part)):
            yield _contradiction(part, field, field, other)


def _contradiction(part: Part, field: str, kind: str, other: Part) -> Hit:
    return hit(f"{part.path}.{field}", kind, other=Pointer(f"/{other.path.replace('.', '/')}"))


def _own_name(ctx: Context) -> Key:
    """The name, but for an individual's own number, of which PER020 and SPN046 tell."""
    is_individual = ctx.sponsor.nature == Nature.INDIVIDUAL and not is_mixed_up(ctx.sponsor)
    own = plain(ctx.sponsor.certificate.number) if is_individual else ""
    return lambda part: "" if own and own == _number(part) else _name(part)


def _name(part: Part) -> str:
    return folded(part.person.name)


def _number(part: Part) -> str:
    number = part.person.certificate.number
    return "" if is_placeholder(number) else plain(number)


def _credible_number(part: Part) -> str:
    """The number, unless its own form tells already that it is miscopied."""
    certificate = part.person.certificate
    is_card = certificate.type == CertificateType.RESIDENT_ID_CARD
    is_wrong = is_placeholder(certificate.number) or (is_card and resident_id.birth_date(certificate.number) is None)
    return "" if is_wrong else _number(part)


def _identity(part: Part) -> str:
    """Name and number together: the person without a doubt."""
    return f"{_name(part)} {_number(part)}" if _number(part) else ""


def _validity(part: Part) -> str:
    return str(part.person.certificate.valid_to or "")


def _mobile(part: Part) -> str:
    return "" if is_placeholder(part.person.mobile) else dialled(part.person.mobile)


def _whole_mobile(part: Part) -> str:
    """The mobile if it is written in full; other slips are told where they stand."""
    mobile = _mobile(part)
    return mobile if mobile.isdecimal() and len(mobile) == MOBILE_LENGTH else ""


def _email(part: Part) -> str:
    email = part.person.email
    return "" if is_placeholder(email) else folded(email)
