"""PER030 to PER059: telephones and e-mail of persons."""

from beian_validate.checks import email, phone
from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import same_but_spelling
from beian_validate.schema.party import Person

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
GUIDE = cite("seed-guide")
FORM = cite("miit-form-2023")
SMS = (GUIDE, cite("tencent-refusals"))


@rule("PER030", "mobile-is-a-landline", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("landline",))
@rule("PER031", "mobile-is-a-service-number", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("service-number",))
@rule("PER032", "mobile-length", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("length",))
@rule("PER033", "mobile-digits", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("first-digit", "other-character"))
@rule("PER034", "mobile-abroad", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("foreign",))
@rule("PER035", "several-mobiles", each=Person, needs=("mobile",), severity=WARNING, source=SMS, kinds=("several",))
@rule("PER036", "mobile-masked", each=Person, needs=("mobile",), severity=ERROR, source=SMS, kinds=("masked",))
@rule("PER037", "mobile-country-code", each=Person, needs=("mobile",), severity=WARNING, source=SMS, kinds=("country-code",))
@rule("PER038", "mobile-separators", each=Person, needs=("mobile",), severity=WARNING, source=SMS, kinds=("separators",))
@rule("PER039", "mobile-made-up", each=Person, needs=("mobile",), severity=WARNING, source=SMS, kinds=("placeholder",))
@rule("PER040", "mobile-unknown-segment", each=Person, needs=("mobile",), severity=ADVICE, source=SMS, kinds=("unknown-segment",))
def mobile_can_receive_the_code(person: Person, ctx: Context) -> Hits:
    """Contact 1 is a mainland mobile: the authority's verification code goes there."""
    problems = phone.mobile_problems(person.mobile)
    if problems and (not person.mobile.isascii() or " " in person.mobile):
        problems = tuple(p for p in problems if p.kind not in ("full-width", "separators"))
    yield from hits_of("mobile", problems)


@rule("PER041", "emergency-phone-is-the-mobile", each=Person, needs=("mobile", "emergency_phone"), severity=ERROR, source=FORM)
def emergency_phone_is_another(person: Person, ctx: Context) -> Hits:
    """Contact 2 differs from contact 1."""
    if same_but_spelling(person.mobile, person.emergency_phone):
        yield hit("emergency_phone")


@rule("PER042", "emergency-phone-form", each=Person, needs=("emergency_phone",), severity=WARNING, source=FORM)
def emergency_phone_can_be_called(person: Person, ctx: Context) -> Hits:
    """Contact 2 is a mobile or a landline that can be called."""
    number = person.emergency_phone
    if not number.isascii() or " " in number:
        return
    if not _is_right_mobile(number) and any(p.kind != "unknown-area-code" for p in phone.landline_problems(number)):
        yield hit("emergency_phone")


@rule("PER043", "office-phone-form", each=Person, needs=("office_phone",), severity=WARNING, source=FORM, kinds=("form",))
@rule("PER044", "office-phone-of-another-province", each=Person, needs=("office_phone",), severity=WARNING, source=FORM, kinds=("province",))
def office_phone_is_local(person: Person, ctx: Context) -> Hits:
    """The office phone has area code and number, and the area code is one of the sponsor's province."""
    number = person.office_phone
    if not number.isascii() or " " in number:
        return
    if any(problem.kind != "unknown-area-code" for problem in phone.landline_problems(number)):
        yield hit("office_phone", "form")
        return
    province = AREA_CODES.get(phone.area_code(number) or "")
    if ctx.province and province and ctx.province != province:
        yield hit("office_phone", "province", province=ctx.province)


def _is_right_mobile(number: str) -> bool:
    return all(problem.kind in ("unknown-segment", "placeholder") for problem in phone.mobile_problems(number))


@rule("PER050", "email-shape", each=Person, needs=("email",), severity=ERROR, source=FORM, kinds=("missing-at", "local-part", "domain-part"))
@rule("PER051", "several-emails", each=Person, needs=("email",), severity=WARNING, source=FORM, kinds=("several",))
@rule("PER052", "email-too-long", each=Person, needs=("email",), severity=WARNING, source=FORM, kinds=("length", "long"))
@rule("PER053", "email-punctuation", each=Person, needs=("email",), severity=WARNING, source=FORM, kinds=("trailing-punctuation",))
@rule("PER054", "email-masked", each=Person, needs=("email",), severity=ERROR, source=FORM, kinds=("masked",))
@rule("PER055", "email-typo", each=Person, needs=("email",), severity=ADVICE, source=FORM, kinds=("likely-typo",))
def email_has_the_shape_of_one(person: Person, ctx: Context) -> Hits:
    """The e-mail address is one address that can exist."""
    yield from hits_of("email", email.problems(person.email))
