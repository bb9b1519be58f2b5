"""CER020 to CER040, CER054, CER055, CER061: the numbers of the certificates of organisations."""

import re
from collections.abc import Mapping
from functools import partial

from beian_validate.checks import credit_code, organisation_code
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.problem import Problem
from beian_validate.checks.typed_number import plain
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import requirements
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.provincial import decided_by_row
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.node import Node
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
    {
        "forbidden-letter", "lower-case", "separators", "check-character", "uncomplemented-remainder",
        "spreadsheet-damage", "resident-id",
    }
)  # fmt: skip
"""Problems that only 18 characters can have; certificates that may carry another number are told no other one."""
OLD_NUMBERS: Mapping[CertificateType, re.Pattern[str]] = {
    CertificateType.PUBLIC_INSTITUTION_CERTIFICATE: re.compile("[0-9]{12}"),
    CertificateType.SOCIAL_ORGANISATION_CERTIFICATE: re.compile("(?!)"),
    CertificateType.PRIVATE_NON_ENTERPRISE_CERTIFICATE: re.compile("(?!)"),
    CertificateType.SOCIAL_SERVICE_CERTIFICATE: re.compile("(?!)"),
    CertificateType.FOUNDATION_CERTIFICATE: re.compile("(?!)"),
    CertificateType.LAW_FIRM_LICENCE: re.compile("[0-9]{17}"),
}
"""Certificates that carry a credit code today, and the bare digits that they carried before.

Besides, all of them had numbers in words (事证第…号, 社证字第…号).
"""
NEARLY_A_CODE = re.compile("[1-9ANY][1-9][0-9]{6}(?:[0-9A-Z]{8,9}|[0-9A-Z]{11})")
"""A credit code with a character or two too few, or one too many."""
RENUMBERED = frozenset(OLD_NUMBERS) - {CertificateType.LAW_FIRM_LICENCE}
"""Of these every certificate was issued again with a credit code by 2018."""
IN_WORDS = re.compile("(?:证|字)[^0-9]{0,12}第?[0-9-]+号?")
FIGURES = re.compile("[0-9]")
"""A number of a certificate has some, whatever its form."""
WRONG_IN_ANY_CASE = frozenset(
    {"length", "resident-id", "forbidden-letter", "other-character", "check-character", "spreadsheet-damage",
     "no-figures"}
)  # fmt: skip
"""Kinds that are errors: with one of these the number can be that of no certificate."""
TYPES = frozenset({"certificate.type", "certificate.latest_required"})
COPIED_WRONGLY = WRONG_IN_ANY_CASE - {"no-figures"}

OLD_CODE = cite("gb-11714")
NUMBER = ("type", "number")
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

code_rule = partial(rule, each=Certificate, needs=NUMBER, source=cite("gb-32100"))
old_code_rule = partial(rule, each=Certificate, needs=NUMBER, source=OLD_CODE)


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
@code_rule("CER034", "number-neither-code-nor-old", severity=WARNING, kinds=("neither",))
@code_rule("CER035", "number-without-figures", severity=ERROR, kinds=("no-figures",))
def credit_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """A credit code has 18 characters, a right check character and known parts."""
    problems = code_problems(certificate, ctx)
    if problems:
        copied = _registered_code(ctx)
        for found in hits_of("number", (_with_fix(problem, copied) for problem in problems)):
            is_old = found.kind == "old-registration-number"
            yield decided_by_row(found, ctx, "certificate.latest_required") if is_old else found


def code_problems(certificate: Certificate, ctx: Context, owner: Node | None = None) -> tuple[Problem, ...]:
    """What is wrong with the number of an organisation's certificate, as far as this chapter tells it.

    Parameters:
        owner: whose certificate it is, where it is not the node being judged.
    """
    kind, number = certificate.type, certificate.number
    if kind in PERSONAL_CERTIFICATES or kind in FREE_NUMBER or kind == CertificateType.ORGANISATION_CODE_CERTIFICATE:
        return ()
    if is_judged_elsewhere(certificate, ctx, owner) or is_placeholder(number):
        return ()
    problems: tuple[Problem, ...] = ctx.once(credit_code.problems, number)
    if problems and kind not in CREDIT_CODE_ONLY:
        problems = _beside_old_numbers(kind, number, problems)
    return typed_cleanly(problems, number)


def _beside_old_numbers(
    kind: CertificateType | None, number: str, problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """What is wrong where the certificate may carry an older number as well."""
    digits, old = plain(number), OLD_NUMBERS.get(kind) if kind else None
    if not FIGURES.search(digits):
        return (Problem("no-figures"),)
    if len(digits) == credit_code.LENGTH:
        return tuple(problem for problem in problems if problem.kind in ABOUT_CREDIT_CODES)
    is_wrong = (
        NEARLY_A_CODE.fullmatch(digits) if old is None else not (old.fullmatch(digits) or IN_WORDS.search(digits))
    )
    return (Problem("neither", (("length", len(digits)),)),) if is_wrong else ()


@code_rule("CER061", "number-from-before-credit-codes", severity=ADVICE)
def number_is_that_of_today(certificate: Certificate, ctx: Context) -> Hits:
    """Institutions and bodies that the civil-affairs authority registers go by their credit code."""
    old = OLD_NUMBERS.get(certificate.type) if certificate.type in RENUMBERED else None
    if old is None or is_judged_elsewhere(certificate, ctx):
        return
    digits = plain(certificate.number)
    if old.fullmatch(digits) or (len(digits) != credit_code.LENGTH and IN_WORDS.search(digits)):
        yield decided_by_row(hit("number"), ctx, "certificate.latest_required")


def _registered_code(ctx: Context) -> str:
    """The number that the company registry shows, where the sponsor's own is judged and that one is right."""
    owner = ctx.parents[0] if ctx.parents else None
    registered = owner.registry_record.number if isinstance(owner, Sponsor) and owner.registry_record else ""
    return registered if credit_code.is_right(registered) else ""


def _with_fix(problem: Problem, registered: str) -> Problem:
    is_open = problem.fix is None and problem.kind in COPIED_WRONGLY
    return problem._replace(fix=registered) if is_open and registered else problem


@old_code_rule("CER040", "organisation-code-form", severity=WARNING, kinds=("form",))
@old_code_rule("CER054", "organisation-code-check-character", severity=WARNING, kinds=("check-character",))
@old_code_rule("CER055", "credit-code-as-organisation-code", severity=ADVICE, kinds=("credit-code",))
def organisation_code_is_right(certificate: Certificate, ctx: Context) -> Hits:
    """An organisation code has eight characters and a check character."""
    number = certificate.number
    if certificate.type != CertificateType.ORGANISATION_CODE_CERTIFICATE or is_placeholder(number):
        return
    if is_judged_elsewhere(certificate, ctx):
        return
    found = {problem.kind: problem for problem in organisation_code.problems(number)}
    if "credit-code" in found and _wants_the_latest(ctx):
        return
    if {"check-character", "credit-code"} & set(found):
        yield from hits_of("number", found.values())
    elif set(found) - {"full-width", "separators"}:
        yield hit("number", "form", length=len(number))


def _wants_the_latest(ctx: Context) -> bool:
    """Whether the province says itself which certificates it takes, in articles of its own."""
    about = ctx.situation
    return bool(requirements(about.province, about.party, about.order, about.as_of, TYPES))


def is_judged_elsewhere(certificate: Certificate, ctx: Context, owner: Node | None = None) -> bool:
    """Whether the number is compared with the sponsor's (DOM008), or the document is the wrong one (CER001, CER003)."""
    owner = owner or (ctx.parents[0] if ctx.parents else None)
    is_personal = certificate.type in PERSONAL_CERTIFICATES
    if isinstance(owner, Sponsor):
        return owner.nature is not None and is_personal != (owner.nature == Nature.INDIVIDUAL)
    return isinstance(owner, DomainHolder) or (isinstance(owner, Person) and not is_personal)


def typed_cleanly(problems: tuple[Problem, ...], number: str) -> tuple[Problem, ...]:
    """Without the slips of typing that the TXT chapter reports: wide characters and blanks."""
    if not problems or (number.isascii() and number.isprintable() and " " not in number):
        return problems
    return tuple(problem for problem in problems if problem.kind not in ("full-width", "separators"))
