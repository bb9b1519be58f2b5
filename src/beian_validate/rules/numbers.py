"""CER020 to CER059: the numbers of certificates."""

from functools import partial

from beian_validate.checks import credit_code, organisation_code, personal_document, resident_id
from beian_validate.checks.problem import Problem
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.provincial import decided_by_row
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.party import Certificate, Person, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature

CREDIT_CODE_ONLY = frozenset({CertificateType.BUSINESS_LICENCE, CertificateType.UNIFIED_CODE_CERTIFICATE})
"""Certificates that carry a credit code and nothing else since 2015."""
FREE_NUMBER = frozenset(
    {
        CertificateType.MILITARY_UNIT_DESIGNATION,
        CertificateType.MILITARY_PAID_SERVICE_LICENCE,
        CertificateType.OVERSEAS_CERTIFICATE,
        CertificateType.PRIVATE_SCHOOL_LICENCE,
        CertificateType.MEDICAL_LICENCE,
        CertificateType.EMBASSY_SCHOOL_LICENCE,
    }
)
"""Certificates whose numbers follow no rule that could be checked."""
ABOUT_CREDIT_CODES = frozenset(
    {"forbidden-letter", "lower-case", "check-character", "uncomplemented-remainder", "spreadsheet-damage"}
)
"""Problems that only a credit code can have; certificates that may carry another number are told nothing else."""

OLD_CODE, IDENTITY = cite("gb-11714"), cite("gb-11643")
NUMBER = ("type", "number")
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

code_rule = partial(rule, each=Certificate, needs=NUMBER, source=cite("gb-32100"))
identity_rule = partial(rule, each=Certificate, needs=NUMBER, source=IDENTITY)
permit_rule = partial(rule, each=Certificate, needs=NUMBER, source=cite("wechat-icp-api"))


@code_rule("CER020", "credit-code-length", severity=ERROR, kinds=("length",))
@code_rule("CER021", "old-registration-number", severity=WARNING, kinds=("old-registration-number",))
@code_rule("CER022", "organisation-code-as-credit-code", severity=WARNING, kinds=("organisation-code",))
@code_rule("CER023", "identity-number-as-credit-code", severity=ERROR, kinds=("resident-id",))
@code_rule("CER024", "credit-code-forbidden-letter", severity=ERROR, kinds=("forbidden-letter",))
@code_rule("CER025", "credit-code-lower-case", severity=WARNING, kinds=("lower-case",))
@code_rule("CER026", "credit-code-character", severity=ERROR, kinds=("other-character",))
@code_rule("CER027", "credit-code-check-character", severity=ERROR, kinds=("check-character",))
@code_rule("CER028", "credit-code-uncomplemented", severity=WARNING, kinds=("uncomplemented-remainder",))
@code_rule("CER029", "credit-code-spreadsheet-damage", severity=ERROR, kinds=("spreadsheet-damage",))
@code_rule("CER030", "credit-code-unknown-prefix", severity=ADVICE, kinds=("unknown-department", "unknown-category"))
@code_rule("CER031", "credit-code-unknown-division", severity=ADVICE, kinds=("unknown-division",))
@code_rule("CER032", "credit-code-organisation-digit", severity=WARNING, kinds=("organisation-digit",))
@code_rule("CER033", "credit-code-separators", severity=WARNING, kinds=("separators",))
def credit_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """A credit code has 18 characters, a right check character and known parts."""
    kind, number = certificate.type, certificate.number
    if kind in PERSONAL_CERTIFICATES or kind in FREE_NUMBER or kind == CertificateType.ORGANISATION_CODE_CERTIFICATE:
        return
    if _is_judged_elsewhere(certificate, ctx):
        return
    problems = ctx.once(credit_code.problems, number)
    if problems and kind not in CREDIT_CODE_ONLY:
        problems = tuple(p for p in problems if len(number) == 18 and p.kind in ABOUT_CREDIT_CODES)
    for found in hits_of("number", _typed_cleanly(problems, number)):
        is_old = found.kind == "old-registration-number"
        yield decided_by_row(found, ctx, "certificate.latest_required") if is_old else found


@rule("CER040", "organisation-code-form", each=Certificate, needs=NUMBER, severity=WARNING, source=OLD_CODE)
def organisation_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """An organisation code has eight characters and a check character."""
    if certificate.type != CertificateType.ORGANISATION_CODE_CERTIFICATE or _is_judged_elsewhere(certificate, ctx):
        return
    kinds = {problem.kind for problem in organisation_code.problems(certificate.number)}
    if kinds - {"full-width", "separators", "credit-code"}:
        yield hit("number", length=len(certificate.number))


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
@permit_rule("CER051", "number-of-another-document", severity=WARNING, kinds=("other-document",))
@permit_rule("CER052", "document-number-form", severity=WARNING, kinds=("shape",))
def personal_number_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """The number of a person's document has the form, the date and the check character of that document."""
    kind, number = certificate.type, certificate.number
    if kind is None or kind not in PERSONAL_CERTIFICATES or _is_judged_elsewhere(certificate, ctx):
        return
    problems = ctx.once(_personal_problems, kind, number)
    if problems:
        yield from hits_of("number", _typed_cleanly(problems, number))


_STRICT = frozenset(
    {
        CertificateType.RESIDENT_ID_CARD,
        CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT,
        CertificateType.TAIWAN_RESIDENCE_PERMIT,
        CertificateType.PERMANENT_RESIDENT_CARD,
    }
)
OTHER_CARDS = ("8", "9")
"""First digits of residence permits and permanent resident cards; no identity card has them."""
_SURE_OF_ALL = frozenset({"full-width", "separators", "lower-case", "other-document"})


def _is_judged_elsewhere(certificate: Certificate, ctx: Context) -> bool:
    """Whether the number is compared with the sponsor's (DOM008), or the document is the wrong one (CER001, CER003)."""
    owner = ctx.parents[0] if ctx.parents else None
    is_personal = certificate.type in PERSONAL_CERTIFICATES
    if isinstance(owner, Sponsor):
        return owner.nature is not None and is_personal != (owner.nature == Nature.INDIVIDUAL)
    return isinstance(owner, DomainHolder) or (isinstance(owner, Person) and not is_personal)


def _personal_problems(kind: CertificateType, number: str) -> tuple[Problem, ...]:
    problems = personal_document.problems(kind, number)
    is_suspect = kind == CertificateType.RESIDENT_ID_CARD and number.startswith(OTHER_CARDS)
    if is_suspect and resident_id.birth_date(number):
        other = personal_document.looks_like(number)
        if other not in ("", kind):
            typing = tuple(p for p in problems if p.kind != "unknown-division")
            problems = (*typing, Problem("other-document", (("looks_like", other),)))
    return tuple(map(_in_words, problems if kind in _STRICT else _lenient(problems)))


def _lenient(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Passports and permits of which the forms are not all known: what else is odd is a matter of form."""
    sure = tuple(problem for problem in problems if problem.kind in _SURE_OF_ALL)
    return sure if len(sure) == len(problems) else (*sure, Problem("shape"))


def _in_words(problem: Problem) -> Problem:
    """With the document as a term, which has a label in both languages, instead of its slug."""
    if problem.kind != "other-document":
        return problem
    return problem._replace(facts=tuple((name, CertificateType[str(slug).upper()]) for name, slug in problem.facts))


def _typed_cleanly(problems: tuple[Problem, ...], number: str) -> tuple[Problem, ...]:
    """Without the slips of typing that the TXT chapter reports: wide characters and blanks."""
    if not problems or (number.isascii() and " " not in number):
        return problems
    return tuple(problem for problem in problems if problem.kind not in ("full-width", "separators"))


@rule(
    "CER053", "born-in-the-future", each=Certificate, needs=("type", "number", "@as_of"),
    severity=ERROR, source=IDENTITY,
)  # fmt: skip
def holder_is_born(certificate: Certificate, ctx: Context) -> Hits:
    """The birthday in an identity number is past."""
    number = certificate.number
    if certificate.type not in _STRICT or ctx.as_of is None or number[6:10] < str(ctx.as_of.year):
        return
    if resident_id.born_after(number, ctx.as_of) and not _is_judged_elsewhere(certificate, ctx):
        yield hit("number")
