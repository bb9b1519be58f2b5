"""CER020 to CER059: the numbers of certificates."""

from beian_validate.checks import credit_code, organisation_code, personal_document, resident_id
from beian_validate.checks.problem import Problem
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.party import Certificate
from beian_validate.schema.service import DomainHolder

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
ABOUT_CREDIT_CODES = frozenset({"forbidden-letter", "lower-case", "check-character", "uncomplemented-remainder", "spreadsheet-damage"})

CODE, OLD_CODE, IDENTITY, PERMITS = cite("gb-32100"), cite("gb-11714"), cite("gb-11643"), cite("wechat-icp-api")
NUMBER = ("type", "number")
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@rule("CER020", "credit-code-length", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("length",))
@rule("CER021", "old-registration-number", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("old-registration-number",))
@rule("CER022", "organisation-code-as-credit-code", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("organisation-code",))
@rule("CER023", "identity-number-as-credit-code", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("resident-id",))
@rule("CER024", "credit-code-forbidden-letter", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("forbidden-letter",))
@rule("CER025", "credit-code-lower-case", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("lower-case",))
@rule("CER026", "credit-code-character", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("other-character",))
@rule("CER027", "credit-code-check-character", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("check-character",))
@rule("CER028", "credit-code-uncomplemented", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("uncomplemented-remainder",))
@rule("CER029", "credit-code-spreadsheet-damage", each=Certificate, needs=NUMBER, severity=ERROR, source=CODE, kinds=("spreadsheet-damage",))
@rule(
    "CER030", "credit-code-unknown-prefix", each=Certificate, needs=NUMBER, severity=ADVICE, source=CODE,
    kinds=("unknown-department", "unknown-category"),
)  # fmt: skip
@rule("CER031", "credit-code-unknown-division", each=Certificate, needs=NUMBER, severity=ADVICE, source=CODE, kinds=("unknown-division",))
@rule("CER032", "credit-code-organisation-digit", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("organisation-digit",))
@rule("CER033", "credit-code-separators", each=Certificate, needs=NUMBER, severity=WARNING, source=CODE, kinds=("separators",))
def credit_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """A credit code has 18 characters, a right check character and known parts."""
    kind, number = certificate.type, certificate.number
    if kind in PERSONAL_CERTIFICATES or kind in FREE_NUMBER or kind == CertificateType.ORGANISATION_CODE_CERTIFICATE:
        return
    if ctx.parents and isinstance(ctx.parents[0], DomainHolder):
        return  # compared with the sponsor's, which is judged
    problems = ctx.once(credit_code.problems, number)
    if problems and kind not in CREDIT_CODE_ONLY:
        problems = tuple(p for p in problems if len(number) == 18 and p.kind in ABOUT_CREDIT_CODES)
    yield from hits_of("number", _typed_cleanly(problems, number))


@rule("CER040", "organisation-code-form", each=Certificate, needs=NUMBER, severity=WARNING, source=OLD_CODE)
def organisation_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """An organisation code has eight characters and a check character."""
    if certificate.type != CertificateType.ORGANISATION_CODE_CERTIFICATE:
        return
    kinds = {problem.kind for problem in organisation_code.problems(certificate.number)}
    if kinds - {"full-width", "separators", "credit-code"}:
        yield hit("number", length=len(certificate.number))


@rule("CER041", "identity-number-length", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("length",))
@rule("CER042", "identity-number-of-15-digits", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("old-15-digits",))
@rule("CER043", "identity-number-lower-case", each=Certificate, needs=NUMBER, severity=WARNING, source=IDENTITY, kinds=("lower-case",))
@rule("CER044", "identity-number-character", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("other-character",))
@rule("CER045", "identity-number-date", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("date",))
@rule("CER046", "identity-number-check-character", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("check-character",))
@rule("CER047", "identity-number-spreadsheet-damage", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("spreadsheet-damage",))
@rule("CER048", "identity-number-unknown-division", each=Certificate, needs=NUMBER, severity=ADVICE, source=IDENTITY, kinds=("unknown-division",))
@rule("CER049", "credit-code-as-identity-number", each=Certificate, needs=NUMBER, severity=ERROR, source=IDENTITY, kinds=("credit-code",))
@rule("CER050", "identity-number-separators", each=Certificate, needs=NUMBER, severity=WARNING, source=IDENTITY, kinds=("separators",))
@rule("CER051", "number-of-another-document", each=Certificate, needs=NUMBER, severity=WARNING, source=PERMITS, kinds=("other-document",))
@rule("CER052", "document-number-form", each=Certificate, needs=NUMBER, severity=WARNING, source=PERMITS, kinds=("shape",))
def personal_number_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """The number of a person's document has the form, the date and the check character of that document."""
    kind, number = certificate.type, certificate.number
    if kind not in PERSONAL_CERTIFICATES or kind is None:
        return
    if ctx.parents and isinstance(ctx.parents[0], DomainHolder):
        return
    problems = _typed_cleanly(ctx.once(personal_document.problems, str(kind), number), number)
    yield from hits_of("number", _lenient(problems) if kind not in _STRICT else problems)
    if kind == CertificateType.RESIDENT_ID_CARD and resident_id.is_residence_permit(number):
        yield hit("number", "other-document", looks_like=_permit(number))


_STRICT = frozenset(
    {
        CertificateType.RESIDENT_ID_CARD,
        CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT,
        CertificateType.TAIWAN_RESIDENCE_PERMIT,
        CertificateType.PERMANENT_RESIDENT_CARD,
    }
)


def _lenient(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Passports and permits of which the forms are not all known: whatever is odd is a matter of form."""
    return (Problem("shape"),) if problems else ()


def _permit(number: str) -> CertificateType:
    is_taiwan = number.startswith("83")
    return CertificateType.TAIWAN_RESIDENCE_PERMIT if is_taiwan else CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT


def _typed_cleanly(problems: tuple[Problem, ...], number: str) -> tuple[Problem, ...]:
    """Without the slips of typing that the TXT chapter reports: wide characters and blanks."""
    if not problems or (number.isascii() and " " not in number):
        return problems
    return tuple(problem for problem in problems if problem.kind not in ("full-width", "separators"))


@rule("CER053", "born-in-the-future", each=Certificate, needs=("type", "number", "@as_of"), severity=ERROR, source=IDENTITY)
def holder_is_born(certificate: Certificate, ctx: Context) -> Hits:
    """The birthday in an identity number is past."""
    if certificate.type in _STRICT and ctx.as_of and resident_id.born_after(certificate.number, ctx.as_of):
        yield hit("number")
