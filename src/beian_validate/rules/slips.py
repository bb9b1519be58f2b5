"""Which one of several fields is wrong: where these say so, the others are left in peace."""

from beian_validate.checks.address import province_named
from beian_validate.checks.provinces import province_code
from beian_validate.context import Context
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature

ELSEWHERE = frozenset({Nature.INDIVIDUAL, Nature.OVERSEAS_INSTITUTION})
"""Sponsors whose certificate may name another place than the province in which they file."""


def is_mixed_up(sponsor: Sponsor) -> bool:
    """Whether a person's document goes with the nature of an organisation, or the reverse.

    One of the two was chosen wrongly; until it is known which, nothing else that hangs on the nature can be told.
    """
    nature, kind = sponsor.nature, sponsor.certificate.type
    return nature is not None and kind is not None and (kind in PERSONAL_CERTIFICATES) != (nature == Nature.INDIVIDUAL)


def is_divisions_slip(sponsor: Sponsor, ctx: Context) -> bool:
    """Whether both addresses name one province and only the division that was chosen lies in another."""
    is_chosen = sponsor.nature not in ELSEWHERE and province_code(sponsor.division_code) == ctx.province
    if not is_chosen:
        return False
    named = {province_named(text) for text in (sponsor.address, sponsor.certificate.address)}
    return len(named) == 1 and None not in named and ctx.province not in named
