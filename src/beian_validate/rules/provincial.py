"""How the province chapters read their rows: nothing here knows a province by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from beian_validate.checks.statement import has
from beian_validate.context import Context
from beian_validate.finding import Severity, Value
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.rule import Hit, Hits, Proposal, cite, hit, rule
from beian_validate.rules.asked import unread
from beian_validate.rules.names import same_but_spelling
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Person, Sponsor
from beian_validate.schema.website import Website
from beian_validate.situation import Situation, When

Judge = Callable[[Any, Requirement, Context], Hits]
Judges = Mapping[str, Judge]
"""What looks at a node for each field of the vocabulary."""

PROVINCE = ("@province",)
PROVINCE_AND_DAY = ("@province", "@as_of")
ACCOUNTS = (cite("tencent-provinces"), cite("huawei-bureaus"), cite("jd-provinces"))
of_province = partial(rule, needs=PROVINCE, severity=Severity.WARNING, source=ACCOUNTS)
of_province_and_day = partial(of_province, needs=PROVINCE_AND_DAY)
RESIDENT = (None, CertificateType.RESIDENT_ID_CARD)


def judged(node: object, ctx: Context, judges: Judges, fields: frozenset[str]) -> Hits:
    """What the judges say about a node, for those fields on which the province has a row."""
    for row in demands(ctx.situation, fields):
        yield from judges[row.field](node, row, ctx)


@lru_cache(maxsize=4096)
def demands(situation: Situation, fields: frozenset[str]) -> tuple[Requirement, ...]:
    """The rows on some fields that concern such filings, and that a rule can judge."""
    rows = requirements(situation.province, situation.party, situation.order, situation.as_of, fields)
    return tuple(row for row in rows if not unread(row))


def asks(fields: frozenset[str]) -> When:
    """Whether the province has anything to say about some fields of such filings."""

    def has_rows(situation: Situation) -> bool:
        return bool(demands(situation, fields))

    return has_rows


def told(field: str, kind: str, row: Requirement, fix: Proposal | None = None, **facts: Value) -> Hit:
    """A hit that a row decides, with the province and whose account it is."""
    return hit(field, kind, fix, row, province=row.province, account=row.account, **facts)


def decided_by_row(found: Hit, ctx: Context, field: str, agrees: Callable[[Requirement], bool] | None = None) -> Hit:
    """A hit of a general article, decided by the province's own row on the same field where it has one.

    Severity and sources are then the row's, and the message says whose demand it is. For articles that are
    warnings in general: what is an error everywhere needs no row.

    Parameters:
        field: the name of the vocabulary.
        agrees: whether a row asks what the application breaks; without it any row does.
    """
    for row in demands(ctx.situation, frozenset({field})):
        if not row.is_nationwide and (agrees is None or agrees(row)):
            return replace(found, row=row, params={**found.params, "province": row.province, "account": row.account})
    return found


def is_represented(sponsor: Sponsor) -> bool | None:
    """Whether the legal representative is in charge of the filing; None when the application does not say."""
    person, representative = sponsor.person_in_charge, sponsor.legal_representative
    if person.is_legal_representative:
        return True
    if representative and representative.name and person.name:
        return same_but_spelling(representative.name, person.name)
    return person.is_legal_representative


def operator(sponsor: Sponsor) -> str:
    """The name of the person who runs a sole trader's business."""
    representative = sponsor.legal_representative
    return (representative.name if representative else "") or sponsor.person_in_charge.name


def is_somebody_else(one: Person, other: Person) -> bool:
    """Whether two persons are named, and differently."""
    return bool(one.name and other.name) and not same_but_spelling(one.name, other.name)


def mentions(text: str, row: Requirement) -> bool:
    """Whether a remark has something of every group of words that a row asks for."""
    return count_of_mentions(text, row) == len(row.value["mentions"])


def count_of_mentions(text: str, row: Requirement) -> int:
    """Of how many of the groups of words that a row asks for a remark has something."""
    return sum(any(has(text, item) for item in group) for group in row.value["mentions"])


def remarks(ctx: Context) -> str:
    """All that the applicant has written into the remarks."""
    return "\n".join((ctx.sponsor.remark, *(service.remark for service in services(ctx.application))))


def services(application: Application | None) -> tuple[Website | App, ...]:
    """The websites and apps of an application; none when only a part is validated."""
    return (*application.websites, *application.apps) if application else ()
