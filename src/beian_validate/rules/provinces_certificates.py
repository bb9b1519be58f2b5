"""PRV080 to PRV088: certificates, sole traders and the investor, by province."""

from functools import partial

from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.certificates import MARGIN_MONTHS, months_after
from beian_validate.rules.names import same_but_spelling
from beian_validate.rules.provincial import asks, demands, judged, of_province, of_province_and_day, operator, told
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.situation import Situation

SUPERSEDED = CertificateType.ORGANISATION_CODE_CERTIFICATE
NO_TRADE_NAME = ("{operator}", "{operator}（个体工商户）")
"""What stands on the licence of a sole trader who has no trade name."""


def _type(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    kind, asked = sponsor.certificate.type, row.value
    is_superseded = "accept" in asked and kind == SUPERSEDED and sponsor.nature == Nature.ENTERPRISE
    if is_superseded or kind in asked.get("refuse", ()):
        yield told("certificate.type", "type", row, type=kind)


def _latest(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if sponsor.certificate.type == SUPERSEDED:
        yield told("certificate.type", "latest", row, type=SUPERSEDED)


def _trade_name(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if row.value.get("trade_name_required") and _is_named_after_the_operator(sponsor):
        yield told("name", "trade-name", row)


def _filing_nature(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    is_personal = row.value in ("enterprise_if_trade_name_else_individual", "individual_if_no_trade_name")
    if is_personal and _is_named_after_the_operator(sponsor):
        yield told("nature", "nature", row)


def _name_form(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    expected = row.value["pattern"].format(operator=operator(sponsor))
    if sponsor.name != expected and _is_named_after_the_operator(sponsor):
        yield told("name", "form", row, expected=expected)


def _is_named_after_the_operator(sponsor: Sponsor) -> bool:
    name = operator(sponsor)
    return bool(name) and sponsor.name in {pattern.format(operator=name) for pattern in NO_TRADE_NAME}


def _investor(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    investor, name = sponsor.investor, sponsor.name
    if not investor or not name:
        return
    is_own = same_but_spelling(investor, name)
    representative = operator(sponsor)
    is_head = bool(representative) and same_but_spelling(investor, representative)
    wrong = {
        "full_subject_name": not is_own,
        "superior_unit_full_name": is_own or is_head,
        "own_or_superior_unit_full_name": is_head,
        "legal_representative_name": bool(representative) and not is_head,
    }
    if wrong[row.value]:
        yield told("investor", row.value, row)


KIND = {"certificate.type": _type}
_KIND = frozenset(KIND)
LATEST = {"certificate.latest_required": _latest}
_LATEST = frozenset(LATEST)
SOLE_TRADER = {
    "certificate.seal": _trade_name,
    "individual_business.filing_nature": _filing_nature,
    "individual_business.name_form": _name_form,
}
_SOLE_TRADER = frozenset(SOLE_TRADER)
INVESTOR = {"investor_or_superior.name": _investor}
_INVESTOR = frozenset(INVESTOR)


article = partial(of_province, each=Sponsor, when=asks(_KIND))


@article("PRV080", "certificate-type-refused", kinds=("type",))
def province_accepts_the_certificate(sponsor: Sponsor, ctx: Context) -> Hits:
    """The certificate of the sponsor is of a kind that the province accepts."""
    return judged(sponsor, ctx, KIND, _KIND)


article = partial(of_province, each=Sponsor, when=asks(_LATEST))


@article("PRV081", "latest-certificate-required", kinds=("latest",))
def certificate_is_the_latest(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor shows the certificate of today, where the province asks for it."""
    return judged(sponsor, ctx, LATEST, _LATEST)


article = partial(of_province, each=Sponsor, when=asks(_SOLE_TRADER))


@article("PRV083", "trade-name-required", kinds=("trade-name",))
@article("PRV084", "sole-trader-files-as-individual", kinds=("nature",))
@article("PRV085", "name-of-sole-trader", kinds=("form",))
def province_accepts_the_sole_trader(sponsor: Sponsor, ctx: Context) -> Hits:
    """A sole trader files under the name and the nature that the province accepts."""
    return judged(sponsor, ctx, SOLE_TRADER, _SOLE_TRADER)


article = partial(of_province, each=Sponsor, when=asks(_INVESTOR))


@article("PRV086", "investor-is-not-the-sponsor", kinds=("full_subject_name",))
@article("PRV087", "superior-unit-required", kinds=("superior_unit_full_name", "own_or_superior_unit_full_name"))
@article("PRV088", "investor-is-not-the-representative", kinds=("legal_representative_name",))
def province_accepts_the_investor(sponsor: Sponsor, ctx: Context) -> Hits:
    """The investor of the sponsor is the one that the province asks for."""
    return judged(sponsor, ctx, INVESTOR, _INVESTOR)


def _validity(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    end = sponsor.certificate.valid_to
    if end is None or end == LONG_TERM or ctx.as_of is None:
        return
    # The general margin has an article of its own.
    if months_after(ctx.as_of, MARGIN_MONTHS) < end <= months_after(ctx.as_of, row.value):
        yield told("certificate.valid_to", "validity", row, valid_to=end, months=row.value)


VALIDITY = {"certificate.remaining_validity_min_months": _validity}
_VALIDITY = frozenset(VALIDITY)


def _asks_for_more(situation: Situation) -> bool:
    """Whether the province asks for more than the general margin."""
    return any(row.value > MARGIN_MONTHS for row in demands(situation, _VALIDITY))


article = partial(of_province_and_day, each=Sponsor, when=_asks_for_more)


@article("PRV082", "certificate-valid-too-shortly", kinds=("validity",))
def certificate_is_valid_as_long_as_the_province_asks(sponsor: Sponsor, ctx: Context) -> Hits:
    """The certificate of the sponsor is valid for as many months more as the province asks for."""
    return judged(sponsor, ctx, VALIDITY, _VALIDITY)
