"""CER041 to CER053, CER056, CER057: the numbers of persons' documents."""

from functools import partial

from beian_validate.checks import personal_document, resident_id
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.problem import Problem
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.numbers import NUMBER, is_judged_elsewhere, typed_cleanly
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.party import Certificate

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
IDENTITY = cite("gb-11643")
_STRICT = frozenset({CertificateType.RESIDENT_ID_CARD, CertificateType.PERMANENT_RESIDENT_CARD})
"""Documents whose numbers several sources describe alike."""
_RESIDENCE_PERMITS = frozenset(
    {CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT, CertificateType.TAIWAN_RESIDENCE_PERMIT}
)
_DATED = _STRICT | _RESIDENCE_PERMITS
"""Documents with a birthday in the number."""
OLDEST = 105
"""Years. Nobody older answers for a filing; the year of birth is miscopied."""
OTHER_CARDS = ("8", "9")
"""First digits of residence permits and permanent resident cards; no identity card has them."""
_SURE_OF_ALL = frozenset({"full-width", "separators", "lower-case", "other-document"})
_SURE_OF_18 = frozenset({"spreadsheet-damage", "credit-code"})

identity_rule = partial(rule, each=Certificate, needs=NUMBER, source=IDENTITY)
permit_rule = partial(rule, each=Certificate, needs=NUMBER, source=cite("wechat-icp-api"))


@identity_rule("CER041", "identity-number-length", severity=ERROR, kinds=("length",))
@identity_rule("CER042", "identity-number-of-15-digits", severity=ERROR, kinds=("old-15-digits",))
@identity_rule("CER043", "identity-number-lower-case", severity=WARNING, kinds=("lower-case",))
@identity_rule("CER044", "identity-number-character", severity=ERROR, kinds=("other-character",))
@identity_rule("CER045", "identity-number-date", severity=ERROR, kinds=("date",))
@identity_rule("CER046", "identity-number-check-character", severity=ERROR, kinds=("check-character",))
@identity_rule("CER047", "identity-number-spreadsheet-damage", severity=ERROR, kinds=("spreadsheet-damage",))
@identity_rule("CER048", "identity-number-unknown-division", severity=ADVICE, kinds=("unknown-division",))
@identity_rule("CER049", "credit-code-as-identity-number", severity=ERROR, kinds=("credit-code",))
@identity_rule("CER050", "identity-number-separators", severity=WARNING, kinds=("separators",))
@identity_rule("CER056", "identity-number-first-digit", severity=ERROR, kinds=("first-digit",))
@permit_rule("CER051", "number-of-another-document", severity=WARNING, kinds=("other-document",))
@permit_rule("CER052", "document-number-form", severity=WARNING, kinds=("shape",))
def personal_number_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """The number of a person's document has the form, the date and the check character of that document."""
    kind, number = certificate.type, certificate.number
    if kind is None or kind not in PERSONAL_CERTIFICATES or is_judged_elsewhere(certificate, ctx):
        return
    if is_placeholder(number):
        return
    problems = ctx.once(_personal_problems, kind, number)
    if problems:
        yield from hits_of("number", typed_cleanly(problems, number))


def _personal_problems(kind: CertificateType, number: str) -> tuple[Problem, ...]:
    problems = personal_document.problems(kind, number)
    is_suspect = kind == CertificateType.RESIDENT_ID_CARD and number.startswith(OTHER_CARDS)
    if is_suspect and resident_id.birth_date(number):
        other = personal_document.looks_like(number)
        if other not in ("", kind):
            typing = tuple(p for p in problems if p.kind != "unknown-division")
            problems = (*typing, Problem("other-document", (("looks_like", other),)))
    return tuple(map(_in_words, problems if kind in _STRICT else _lenient(kind, problems)))


def _lenient(kind: CertificateType, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Passports and permits of which the forms are not all known: what else is odd is a matter of form."""
    known = _SURE_OF_ALL | _SURE_OF_18 if kind in _RESIDENCE_PERMITS else _SURE_OF_ALL
    sure = tuple(problem for problem in problems if problem.kind in known)
    return sure if len(sure) == len(problems) else (*sure, Problem("shape"))


def _in_words(problem: Problem) -> Problem:
    """With the document as a term, which has a label in both languages, instead of its slug."""
    if problem.kind != "other-document":
        return problem
    return problem._replace(facts=tuple((name, CertificateType[str(slug).upper()]) for name, slug in problem.facts))


birthday_rule = partial(rule, each=Certificate, needs=("type", "number", "@as_of"), source=IDENTITY)


@birthday_rule("CER053", "born-in-the-future", severity=ERROR, kinds=("future",))
@birthday_rule("CER057", "older-than-anybody", severity=WARNING, kinds=("old",))
def holder_is_born(certificate: Certificate, ctx: Context) -> Hits:
    """The birthday in an identity number is past, and not longer ago than a life."""
    number = certificate.number
    if certificate.type not in _DATED or ctx.as_of is None or is_judged_elsewhere(certificate, ctx):
        return
    if number[6:10] >= str(ctx.as_of.year):
        if resident_id.born_after(number, ctx.as_of):
            yield hit("number", "future")
    elif number[6:8] == "19" and (resident_id.age_on(number, ctx.as_of) or 0) > OLDEST:
        yield hit("number", "old", oldest=OLDEST)
