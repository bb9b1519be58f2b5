"""TIM: deadlines that were missed or come near, and milestones that cannot be right."""

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import NamedTuple

from beian_validate.context import Context
from beian_validate.finding import Citation, Severity
from beian_validate.law.order_terms import OrderTerm, order_term
from beian_validate.law.working_days import after
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.schema.application import Milestones
from beian_validate.situation import of_new_services

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE
BEIJING = timezone(timedelta(hours=8))
ORDER = cite("aliyun-order-cleanup"), cite("tencent-refused-orders"), cite("ucloud-order-cleanup")
SMS = cite("seed-guide", "6"), cite("tencent-sms"), cite("huawei-sms")
PUBLIC_SECURITY = cite("public-security-order-33", "12"), cite("tencent-public-security")

ORDER_REMINDER = 15
STEPS_OF_AN_ORDER = ("provider_reviewed_at", "sms_sent_at", "sms_verified_at")
"""What happens to an order between its creation and the authority; with some providers each begins its term anew."""
SMS_HOURS = 24
PUBLIC_SECURITY_DAYS = 30
PUBLIC_SECURITY_REMINDER = 10
AUTHORITY_WORKING_DAYS = 20

DAYS = ("created_on", "provider_reviewed_at", "sms_sent_at", "sms_verified_at", "sent_to_authority_on", "approved_on",
        "site_opened_on", "public_security_filed_on")  # fmt: skip
SEQUENCES = (
    ("created_on", "provider_reviewed_at", "sms_sent_at", "sms_verified_at", "approved_on"),
    ("created_on", "provider_reviewed_at", "sent_to_authority_on", "approved_on"),
)
"""What happens in this order; the SMS comes before or after the authority has the data, by province."""


@rule(
    "TIM001",
    "order-expired",
    each=Milestones,
    needs=("@as_of", "@provider"),
    severity=WARNING,
    source=ORDER,
    kinds=("expired",),
)
@rule(
    "TIM002",
    "order-expires-soon",
    each=Milestones,
    needs=("@as_of", "@provider"),
    severity=ADVICE,
    source=ORDER,
    kinds=("soon",),
)
def order_is_submitted_in_time(milestones: Milestones, ctx: Context) -> Hits:
    """An order goes to the authority before it lapses."""
    term = order_term(ctx.provider)
    begin = order_begin(term, milestones) if term else None
    if term is None or begin is None or milestones.sent_to_authority_on or milestones.approved_on or ctx.as_of is None:
        return
    (name, since), last = begin, later(begin[1], term.days)
    left = (last - ctx.as_of).days
    if left <= ORDER_REMINDER:
        kind, severity = ("expired", WARNING) if left < 0 else ("soon", ADVICE)
        yield hit(name, kind, row=_OwnAccount(severity, term.sources), days=term.days, since=since, last=last)


class _OwnAccount(NamedTuple):
    """The provider's own account, in place of those of all providers."""

    severity: Severity
    sources: tuple[Citation, ...]


def order_begin(term: OrderTerm, milestones: Milestones) -> tuple[str, date] | None:
    """The milestone from which the term of an order runs, with its day."""
    steps = ((name, day) for name in STEPS_OF_AN_ORDER if (day := day_of(milestones, name)))
    return term.begin(milestones.created_on, steps)


@rule(
    "TIM003",
    "sms-not-verified-in-time",
    each=Milestones,
    needs=("@as_of",),
    severity=WARNING,
    source=SMS,
    kinds=("missed",),
)
@rule(
    "TIM004",
    "sms-waits",
    each=Milestones,
    needs=("@as_of",),
    severity=ADVICE,
    source=SMS,
    kinds=("open",),
)
def sms_is_verified_in_time(milestones: Milestones, ctx: Context) -> Hits:
    """The code of the SMS is entered within 24 hours."""
    if milestones.approved_on or milestones.sms_sent_at is None or ctx.as_of is None:
        return
    last, verified = sms_deadline(milestones.sms_sent_at), milestones.sms_verified_at
    until = last.strftime("%Y-%m-%d %H:%M")
    if verified is None:
        yield hit("sms_sent_at", "missed" if ctx.as_of > last.date() else "open", hours=SMS_HOURS, last=until)
    elif in_beijing(verified) > last:
        yield hit("sms_verified_at", "missed", hours=SMS_HOURS, last=until)


@rule(
    "TIM005",
    "public-security-filing-overdue",
    each=Milestones,
    needs=("@as_of",),
    severity=WARNING,
    source=PUBLIC_SECURITY,
    kinds=("overdue",),
)
@rule(
    "TIM006",
    "public-security-filing-due",
    each=Milestones,
    needs=("@as_of",),
    severity=ADVICE,
    source=PUBLIC_SECURITY,
    kinds=("due",),
)
def public_security_filing_is_made(milestones: Milestones, ctx: Context) -> Hits:
    """The filing with the public security comes within 30 days of opening the site."""
    if milestones.public_security_filed_on or milestones.site_opened_on is None or ctx.as_of is None:
        return
    last = later(milestones.site_opened_on, PUBLIC_SECURITY_DAYS)
    left = (last - ctx.as_of).days
    if left < 0:
        yield hit("site_opened_on", "overdue", days=PUBLIC_SECURITY_DAYS, last=last)
    elif left <= PUBLIC_SECURITY_REMINDER:
        yield hit("site_opened_on", "due", days=PUBLIC_SECURITY_DAYS, last=last)


@rule("TIM007", "milestones-out-of-order", each=Milestones, severity=WARNING, source=cite("seed-guide"))
def milestones_follow_each_other(milestones: Milestones, ctx: Context) -> Hits:
    """No step happened before the one that it follows."""
    if len(milestones.model_fields_set) < 2:
        return
    found = set()
    for sequence in SEQUENCES:
        known = [(name, day) for name in sequence if (day := day_of(milestones, name))]
        found |= {second for (_, day), (second, next_day) in pairwise(known) if next_day < day}
    for name in DAYS:
        if name in found:
            yield hit(name, found=day_of(milestones, name))


@rule(
    "TIM008",
    "milestone-in-the-future",
    each=Milestones,
    needs=("@as_of",),
    severity=WARNING,
    source=cite("beian-validate-schema"),
)
def milestones_have_happened(milestones: Milestones, ctx: Context) -> Hits:
    """What is noted as done lies not after the day of judgement."""
    for name in milestones.model_fields_set:
        day = day_of(milestones, name)
        if day and ctx.as_of and day > ctx.as_of:
            yield hit(name, found=day, as_of=ctx.as_of)


@rule(
    "TIM009",
    "authority-review-overdue",
    each=Milestones,
    needs=("@as_of",),
    severity=ADVICE,
    source=cite("miit-order-33"),
)
def authority_answers_in_time(milestones: Milestones, ctx: Context) -> Hits:
    """The authority answers within 20 working days; only counted where the holidays are announced."""
    if milestones.approved_on or milestones.sent_to_authority_on is None or ctx.as_of is None:
        return
    due = after(milestones.sent_to_authority_on, AUTHORITY_WORKING_DAYS)
    if due.is_known and ctx.as_of > due.day:
        yield hit("sent_to_authority_on", days=AUTHORITY_WORKING_DAYS, last=due.day)


@rule(
    "TIM010",
    "site-opened-before-approval",
    each=Milestones,
    severity=WARNING,
    source=(cite("tencent-refusals"), cite("huawei-refusals")),
    when=of_new_services,
)
def site_opens_after_approval(milestones: Milestones, ctx: Context) -> Hits:
    """A new website opens only when its filing is approved."""
    opened, approved = milestones.site_opened_on, milestones.approved_on
    if opened and (approved is None or opened < approved):
        yield hit("site_opened_on", opened=opened)


def later(day: date, days: int) -> date:
    """The day so many days later, or the last day there is."""
    return day + timedelta(days=days) if (date.max - day).days > days else date.max


def sms_deadline(sent: datetime) -> datetime:
    """Until when the code of an SMS can be entered, in Beijing time."""
    local = in_beijing(sent)
    return local + timedelta(hours=SMS_HOURS) if (date.max - local.date()).days > 1 else local


def in_beijing(moment: datetime) -> datetime:
    """A moment in Beijing time; one without a zone is taken as that."""
    is_movable = moment.tzinfo and date(1, 1, 3) < moment.date() < date(9999, 12, 29)
    return moment.astimezone(BEIJING) if is_movable else moment.replace(tzinfo=BEIJING)


def day_of(milestones: Milestones, name: str) -> date | None:
    """The day of a milestone in Beijing."""
    value = getattr(milestones, name)
    return in_beijing(value).date() if isinstance(value, datetime) else value
