"""PER030 to PER059: telephones and e-mail of persons."""

from functools import partial

from beian_validate.checks import email, phone
from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.problem import Problem
from beian_validate.checks.text import clean_identifier
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits, Proposal, cite, hit, hits_of, rule, safe
from beian_validate.rules.provincial import decided_by_row
from beian_validate.rules.slips import is_divisions_slip
from beian_validate.schema.party import Person

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SMS = (cite("seed-guide"), cite("tencent-sms"))
MOBILE = (cite("huawei-materials"), cite("miit-return-codes", "1011"))
SEGMENT = cite("tencent-subject-faq")
EMERGENCY = (cite("inspur-refusals"), cite("tencent-subject-faq"))
LANDLINE = (cite("xrcloud-filing-form"), cite("miit-return-codes", "1010"))
PROVINCE = (cite("tencent-refusals"), cite("huawei-refusals"))
EMAIL = (cite("huawei-materials"), cite("miit-return-codes", "1009"))
EMAIL_LENGTH = (cite("netease-filing-form"), cite("rfc-5321"))
FOR_THE_CODE = frozenset({"landline", "foreign"})
"""Slips that matter only to who receives the code; a legal representative does not as such."""
VIRTUAL = ("162", "165", "167", "170", "171")
"""Segments of virtual operators that some forms refuse."""


article = partial(rule, each=Person, if_given=("mobile",))


@article("PER030", "mobile-is-a-landline", severity=ERROR, source=SMS, kinds=("landline",))
@article("PER031", "mobile-is-a-service-number", severity=ERROR, source=SMS, kinds=("service-number",))
@article("PER032", "mobile-length", severity=ERROR, source=MOBILE, kinds=("length",))
@article("PER033", "mobile-digits", severity=ERROR, source=MOBILE, kinds=("first-digit", "other-character"))
@article("PER034", "mobile-abroad", severity=ERROR, source=SMS, kinds=("foreign",))
@article("PER035", "several-mobiles", severity=ERROR, source=MOBILE, kinds=("several",))
@article("PER036", "mobile-masked", severity=ERROR, source=MOBILE, kinds=("masked",))
@article("PER037", "mobile-country-code", severity=WARNING, source=MOBILE, kinds=("country-code",))
@article("PER038", "mobile-separators", severity=WARNING, source=MOBILE, kinds=("separators",))
@article("PER039", "mobile-made-up", severity=ADVICE, source=MOBILE, kinds=("placeholder",))
@article("PER040", "mobile-unknown-segment", severity=ADVICE, source=SEGMENT, kinds=("unknown-segment",))
@article("PER045", "mobile-virtual-segment", severity=ADVICE, source=SEGMENT, kinds=("virtual-segment",))
def mobile_can_receive_the_code(person: Person, ctx: Context) -> Hits:
    """Contact 1 is a mainland mobile: the authority's verification code goes there."""
    problems = phone.mobile_problems(person.mobile)
    if problems and is_placeholder(person.mobile):
        return
    if problems:
        yield from hits_of("mobile", _of_this_chapter(problems, person.mobile, ctx))
    elif person.mobile.startswith(VIRTUAL):
        yield hit("mobile", "virtual-segment")


def _of_this_chapter(problems: tuple[Problem, ...], number: str, ctx: Context) -> tuple[Problem, ...]:
    """Without what the chapter on text tells, and what does not matter for a legal representative."""
    tidy = _tidy(number)
    left = {problem.kind for problem in phone.mobile_problems(tidy)} if tidy else set()
    if ctx.pointer.endswith("legal_representative"):
        left -= FOR_THE_CODE
    return tuple(problem for problem in problems if problem.kind in left)


@rule(
    "PER041", "emergency-phone-is-the-mobile", each=Person, if_given=("mobile", "emergency_phone"),
    severity=ERROR, source=EMERGENCY,
)  # fmt: skip
def emergency_phone_is_another(person: Person, ctx: Context) -> Hits:
    """Contact 2 differs from contact 1."""
    if _is_the_mobile(person):
        yield decided_by_row(hit("emergency_phone"), ctx, "phone.emergency_differs_from_mobile", _allows_the_same)


def _allows_the_same(row: Requirement) -> bool:
    """Whether a province lets both contacts be one number."""
    return row.value is False


def _is_the_mobile(person: Person) -> bool:
    is_told = is_placeholder(person.mobile) or is_placeholder(person.emergency_phone)
    return not is_told and phone.dialled(person.mobile) == phone.dialled(person.emergency_phone)


article = partial(rule, each=Person, if_given=("emergency_phone",), severity=WARNING, source=EMERGENCY)


@article("PER042", "emergency-phone-form", kinds=("form",))
@article("PER046", "emergency-phone-typing", kinds=("typing",))
def emergency_phone_can_be_called(person: Person, ctx: Context) -> Hits:
    """Contact 2 is a mobile or a landline that can be called."""
    problem = _slip(_tidy(person.emergency_phone))
    if problem is None or is_placeholder(person.emergency_phone):
        return
    if problem.fix is None:
        yield hit("emergency_phone", "form")
    elif not (person.mobile and _is_the_mobile(person)):
        yield hit("emergency_phone", "typing", _repair(problem))


article = partial(rule, each=Person, if_given=("office_phone",), severity=WARNING)


@article("PER043", "office-phone-form", source=LANDLINE, kinds=("form",))
@article("PER044", "office-phone-of-another-province", source=PROVINCE, kinds=("province",))
def office_phone_is_local(person: Person, ctx: Context) -> Hits:
    """The office phone has area code and number, and the area code is one of the sponsor's province."""
    number = _tidy(person.office_phone)
    problem = _slip(number)
    if problem:
        yield hit("office_phone", "form", fix=_repair(problem))
        return
    province = AREA_CODES.get(phone.area_code(number) or "")
    if ctx.province and province and ctx.province != province and not is_divisions_slip(ctx.sponsor, ctx):
        yield hit("office_phone", "province")


def _tidy(number: str) -> str:
    """The number without blanks, wide and invisible characters, which have rules of their own."""
    is_plain = number.isascii() and number.isprintable() and " " not in number
    return number if is_plain else clean_identifier(number)


def _slip(number: str) -> Problem | None:
    problems = phone.landline_problems(number) if number else ()
    return next((problem for problem in problems if problem.kind != "unknown-area-code"), None)


def _repair(problem: Problem) -> Proposal | None:
    return None if problem.fix is None else safe(problem.fix)


article = partial(rule, each=Person, if_given=("email",))


@article("PER050", "email-shape", severity=ERROR, source=EMAIL, kinds=("missing-at", "local-part", "domain-part"))
@article("PER051", "several-emails", severity=WARNING, source=EMAIL, kinds=("several",))
@article("PER052", "email-too-long", severity=WARNING, source=EMAIL_LENGTH, kinds=("length", "long"))
@article("PER053", "email-punctuation", severity=WARNING, source=EMAIL, kinds=("trailing-punctuation",))
@article("PER054", "email-masked", severity=ERROR, source=EMAIL, kinds=("masked",))
@article("PER055", "email-typo", severity=ADVICE, source=EMAIL, kinds=("likely-typo",))
def email_has_the_shape_of_one(person: Person, ctx: Context) -> Hits:
    """The e-mail address is one address that can exist."""
    problems = email.problems(person.email)
    if problems and not is_placeholder(person.email):
        yield from hits_of("email", problems)
