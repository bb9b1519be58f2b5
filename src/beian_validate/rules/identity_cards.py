"""CER058 to CER060: the term of identity cards."""

from datetime import date
from functools import partial

from beian_validate.checks import resident_id
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.certificates import MARGIN_MONTHS, is_reversed, months_after
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Certificate

CARD_YEARS = (5, 10, 20)
LIFELONG_FROM = 45
"""Years of age. A card without an end is issued from 46; a year is left for the time between request and issue."""

ENDLESS = 2090
"""A year from which on the end stands for none, in systems that must have a date."""


article = partial(
    rule, each=Certificate, needs=("type", "number"), if_given=("valid_from", "valid_to"),
    source=cite("resident-card-law", "5"), severity=Severity.WARNING,
)  # fmt: skip


@article("CER058", "card-before-birth", kinds=("born-later",))
@article("CER059", "card-of-no-such-term", kinds=("term",))
@article("CER060", "card-without-end-too-early", kinds=("lifelong",))
def identity_card_has_a_term_of_the_law(certificate: Certificate, ctx: Context) -> Hits:
    """An identity card is issued after birth for five, ten or twenty years, and without an end from the age of 46."""
    begin, end = certificate.valid_from, certificate.valid_to
    if certificate.type != CertificateType.RESIDENT_ID_CARD or begin is None or end is None:
        return
    if is_usual_term(begin, end) and certificate.number[6:10] < str(begin.year):
        return
    age = resident_id.age_on(certificate.number, begin)
    if age is None:
        is_unborn = ctx.as_of is not None and resident_id.born_after(certificate.number, ctx.as_of)
        if resident_id.born_after(certificate.number, begin) and not is_unborn:
            yield hit("valid_from", "born-later", valid_from=begin)
    elif end == LONG_TERM or end.year >= ENDLESS:
        if age < LIFELONG_FROM:
            yield hit("valid_to", "lifelong", valid_from=begin)
    elif not is_reversed(certificate) and not _is_over_soon(end, ctx) and not _is_a_term(begin, end):
        yield hit("valid_to", "term", valid_from=begin, valid_to=end)


def is_usual_term(begin: date, end: date | str) -> bool:
    """Whether a term is at one look what most cards have."""
    if not isinstance(end, date) or (begin.month, begin.day) != (end.month, end.day):
        return False
    return end.year - begin.year in CARD_YEARS


def _is_over_soon(end: date, ctx: Context) -> bool:
    """Whether CER010 or CER011 speak of the end already."""
    return ctx.as_of is not None and end <= ctx.once(months_after, ctx.as_of, MARGIN_MONTHS)


def _is_a_term(begin: date, end: date) -> bool:
    """Whether some whole years lie between two days; a day more or less for the end of February."""
    return any(abs((months_after(begin, years * 12) - end).days) <= 1 for years in CARD_YEARS)
