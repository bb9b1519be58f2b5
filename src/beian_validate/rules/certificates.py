"""CER001 to CER013, CER062 to CER064: certificates, whose they may be, how long they are valid."""

from datetime import date
from functools import lru_cache, partial

from beian_validate.checks.credit_code import CATEGORIES, is_right
from beian_validate.checks.provinces import PROVINCES, province_code
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.provincial import decided_by_row, demands
from beian_validate.rules.slips import is_divisions_slip, is_mixed_up
from beian_validate.schema.certificates import OFFICIAL_CODES, PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Certificate, Person, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature
from beian_validate.situation import of_individuals, of_organisations

SURE = frozenset(nature for nature in Nature if nature.code is not None and nature.code <= 6)
"""Natures whose certificates several sources agree on."""
UNIFIED = CertificateType.UNIFIED_CODE_CERTIFICATE
ALSO_SEEN = frozenset(
    {
        (Nature.SOCIAL_ORGANISATION, UNIFIED),
        (Nature.DEFENCE, UNIFIED),
        (Nature.PRIVATE_NON_ENTERPRISE, UNIFIED),
        (Nature.FOUNDATION, UNIFIED),
        (Nature.LAW_PRACTICE, UNIFIED),
        (Nature.JUDICIAL_APPRAISAL, UNIFIED),
        (Nature.RELIGIOUS_BODY, CertificateType.SOCIAL_ORGANISATION_CERTIFICATE),
    }
)
"""Pairs that public filing data show although the code table does not."""
NAMED_SO = {
    "有限公司": "91", "有限责任公司": "91", "股份公司": "91", "专业合作社": "93", "律师事务所": "31",
    "人民政府": "11", "人民法院": "11", "人民检察院": "11",
}  # fmt: skip
"""How names end of which the law says what they are, and how the credit codes of such bodies begin."""
MARGIN_MONTHS = 3
NATIONAL_REGISTRY = "100000"
ORGANISATIONS_VALIDITY = "certificate.remaining_validity_min_months"
PERSONS_VALIDITY = "responsible_person.id_validity_min_months"

FORM = (cite("wechat-icp-api"), cite("miit-form-2023"))
GUIDE = cite("huawei-refusals")
UCLOUD, PAPERS = cite("ucloud-limits"), cite("tencent-materials")
FOR_TRAVEL = frozenset(
    {
        CertificateType.PASSPORT,
        CertificateType.HONG_KONG_MACAO_TRAVEL_PERMIT,
        CertificateType.TAIWAN_TRAVEL_PERMIT,
    }
)
DOCUMENTS = frozenset(
    {"responsible_person.id_document_type", "individual.nationality", "individual.household_registration"}
)
"""Fields by which a province says itself which documents it takes of an individual …"""
FROM_ELSEWHERE = ("local_id_or_residence_proof", "no_local_requirement")
"""… and values that are about identity cards alone."""


article = partial(rule, each=Sponsor, needs=("nature", "certificate.type"), source=FORM)


@article("CER001", "certificate-not-of-nature", severity=Severity.ERROR, kinds=("sure",))
@article("CER002", "certificate-unusual-for-nature", severity=Severity.WARNING, kinds=("unsure",))
def certificate_belongs_to_the_nature(sponsor: Sponsor, ctx: Context) -> Hits:
    """The certificate is of a kind that belongs to the nature of the sponsor."""
    nature, kind = sponsor.nature, sponsor.certificate.type
    if nature is None or kind is None or kind in OFFICIAL_CODES[nature] or (nature, kind) in ALSO_SEEN:
        return
    certainty = "sure" if is_mixed_up(sponsor) or nature in SURE else "unsure"
    yield hit("certificate.type", certainty, nature=nature, type=kind, allowed=tuple(OFFICIAL_CODES[nature]))


@rule(
    "CER003", "not-a-persons-certificate", each=Person, needs=("certificate.type",),
    severity=Severity.ERROR, source=FORM,
)  # fmt: skip
def person_shows_a_persons_certificate(person: Person, ctx: Context) -> Hits:
    """A person in charge is identified by a document of a natural person."""
    if person.certificate.type not in PERSONAL_CERTIFICATES:
        yield hit("certificate.type", type=person.certificate.type, allowed=tuple(sorted(PERSONAL_CERTIFICATES)))


@rule(
    "CER004", "credit-code-of-another-nature", each=Sponsor, needs=("nature", "certificate.number"),
    severity=Severity.WARNING, source=cite("gb-32100"), when=of_organisations,
)  # fmt: skip
def credit_code_fits_the_nature(sponsor: Sponsor, ctx: Context) -> Hits:
    """The first two characters of the credit code say the same nature as the application."""
    number = sponsor.certificate.number
    is_code = sponsor.certificate.type not in PERSONAL_CERTIFICATES and is_right(number)
    category = CATEGORIES.get(number[:2]) if is_code else None
    if category and category.natures and sponsor.nature not in category.natures:
        natures = tuple(Nature[slug.upper()] for slug in category.natures)
        yield hit(
            "nature", nature=sponsor.nature, natures=natures,
            prefix=category.prefix, meaning=category.zh, meaning_en=category.en,
        )  # fmt: skip


@rule(
    "CER062", "credit-code-of-another-body", each=Sponsor, needs=("name", "nature", "certificate.number"),
    severity=Severity.WARNING, source=cite("gb-32100"), when=of_organisations,
)  # fmt: skip
def credit_code_fits_the_name(sponsor: Sponsor, ctx: Context) -> Hits:
    """What kind of body the name says is what the first two characters of the credit code say."""
    number, ending = sponsor.certificate.number, next(filter(sponsor.name.endswith, NAMED_SO), "")
    category = CATEGORIES.get(number[:2]) if ending and not number.startswith(NAMED_SO[ending]) else None
    # Another nature is told by CER004.
    if category and sponsor.nature in category.natures and is_right(number):
        yield hit(
            "certificate.number",
            ending=ending, prefix=category.prefix, meaning=category.zh, meaning_en=category.en,
        )  # fmt: skip


@rule(
    "CER005", "credit-code-of-another-province", each=Sponsor, needs=("certificate.number", "@province"),
    severity=Severity.WARNING, source=cite("gb-32100"),
)  # fmt: skip
def credit_code_is_of_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """The organisation was registered in the province in which it files."""
    number = sponsor.certificate.number
    if sponsor.certificate.type in PERSONAL_CERTIFICATES or number[2:8] == NATIONAL_REGISTRY or not is_right(number):
        return
    registered = province_code(number[2:4])
    if registered and registered != ctx.province and not is_divisions_slip(sponsor, ctx):
        there, here = PROVINCES[registered].name, PROVINCES[ctx.province].name
        yield hit(
            "certificate.number", registered=registered, registered_in=there, province=ctx.province, filed_in=here
        )  # fmt: skip


article = partial(rule, each=Sponsor, needs=("certificate.type",), when=of_individuals)


@article("CER063", "travel-document-with-ucloud", severity=Severity.WARNING, source=UCLOUD, kinds=("refused",))
@article(
    "CER064", "travel-document-of-an-individual", severity=Severity.ADVICE, source=(UCLOUD, PAPERS), kinds=("other",)
)
def individual_shows_where_he_lives(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual from abroad, Hong Kong, Macao or Taiwan files by a document of residence in the mainland."""
    if sponsor.certificate.type not in FOR_TRAVEL:
        return
    if ctx.situation.provider == "ucloud":
        yield hit("certificate.type", "refused", type=sponsor.certificate.type)
    elif all(row.value in FROM_ELSEWHERE for row in demands(ctx.situation, DOCUMENTS)):
        yield hit("certificate.type", "other", type=sponsor.certificate.type)


article = partial(rule, each=Certificate, needs=("@as_of",), if_given=("valid_to",), source=GUIDE)


@article("CER010", "certificate-expired", severity=Severity.ERROR, kinds=("expired",))
@article("CER011", "certificate-expires-soon", severity=Severity.WARNING, kinds=("soon",))
def certificate_is_valid_for_some_time(certificate: Certificate, ctx: Context) -> Hits:
    """A certificate is valid on the day of filing and for three months more."""
    end = certificate.valid_to
    if end is None or end == LONG_TERM or ctx.as_of is None or end > ctx.once(months_after, ctx.as_of, MARGIN_MONTHS):
        return
    if is_reversed(certificate) or (ctx.parents and isinstance(ctx.parents[0], DomainHolder)):
        return  # told by CER012, or the registrar's copy: the sponsor's own is judged
    if end < ctx.as_of:
        yield hit("valid_to", "expired", valid_to=end, as_of=ctx.as_of)
    else:
        soon = hit("valid_to", "soon", valid_to=end, as_of=ctx.as_of, months=MARGIN_MONTHS)
        # To the day some accounts still accept it: only what is shorter breaks a row for certain.
        is_shorter = end < ctx.once(months_after, ctx.as_of, MARGIN_MONTHS)
        yield decided_by_row(soon, ctx, _validity(ctx)) if is_shorter else soon


def _validity(ctx: Context) -> str:
    """The field on how long a certificate must be valid: an organisation's own, or that of somebody in charge."""
    is_sponsors = bool(ctx.parents) and isinstance(ctx.parents[0], Sponsor) and not ctx.situation.is_individual
    return ORGANISATIONS_VALIDITY if is_sponsors else PERSONS_VALIDITY


@rule(
    "CER012", "certificate-ends-before-it-begins", each=Certificate, if_given=("valid_from", "valid_to"),
    severity=Severity.ERROR, source=FORM,
)  # fmt: skip
def certificate_begins_before_it_ends(certificate: Certificate, ctx: Context) -> Hits:
    """The first day of validity comes before the last."""
    if is_reversed(certificate):
        yield hit("valid_to", valid_from=certificate.valid_from, valid_to=certificate.valid_to)


@rule(
    "CER013", "certificate-not-yet-valid", each=Certificate, needs=("@as_of",), if_given=("valid_from",),
    severity=Severity.ERROR, source=GUIDE,
)  # fmt: skip
def certificate_is_valid_already(certificate: Certificate, ctx: Context) -> Hits:
    """A certificate is valid from a day that is past."""
    begin = certificate.valid_from
    if begin is not None and ctx.as_of is not None and begin > ctx.as_of and not is_reversed(certificate):
        yield hit("valid_from", valid_from=begin, as_of=ctx.as_of)


def is_reversed(certificate: Certificate) -> bool:
    """Whether the two days stand the wrong way round, so that nothing else can be told from them."""
    begin, end = certificate.valid_from, certificate.valid_to
    return begin is not None and end is not None and end != LONG_TERM and end <= begin


@lru_cache(maxsize=1024)
def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return date.max
