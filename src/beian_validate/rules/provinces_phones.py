"""PRV070 to PRV072: telephone numbers that may not be shared, by province."""

from collections.abc import Iterator
from functools import partial

from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.agreement import Part, persons
from beian_validate.rules.provincial import asks, demands, is_somebody_else, judged, of_province, told
from beian_validate.schema.application import Application

THIRD = frozenset({"phone.emergency_third_person"})


def _distinct(application: Application, row: Requirement, ctx: Context) -> Hits:
    first = application.sponsor.person_in_charge
    for index, website in enumerate(application.websites):
        other = website.person_in_charge
        numbers = (first.mobile, first.emergency_phone, other.mobile, other.emergency_phone)
        is_told = first.mobile in numbers[1:3] or other.mobile == other.emergency_phone
        if is_told or not all(numbers) or not is_somebody_else(first, other):
            continue
        if len(set(numbers)) < row.value["different_persons"]:
            path = f"websites.{index}.person_in_charge.emergency_phone"
            yield told(path, "distinct", row, count=len(set(numbers)), limit=row.value["different_persons"])


def _third_person(application: Application, row: Requirement, ctx: Context) -> Hits:
    for part, others in _with_others(application, ctx):
        if part.person.emergency_phone in {other.person.mobile for other in others}:
            yield told(f"{part.path}.emergency_phone", "third", row)


def _own(application: Application, row: Requirement, ctx: Context) -> Hits:
    is_told = bool(demands(ctx.situation, THIRD))
    for part, others in _with_others(application, ctx):
        shared = {other.person.emergency_phone for other in others}
        if not is_told:
            shared |= {other.person.mobile for other in others}
        if part.person.emergency_phone in shared:
            yield told(f"{part.path}.emergency_phone", "own", row)


def _with_others(application: Application, ctx: Context) -> Iterator[tuple[Part, list[Part]]]:
    """Every person with an emergency phone, beside all persons of another name."""
    everyone = ctx.once(persons, application)
    for part in everyone:
        if part.person.emergency_phone:
            yield part, [other for other in everyone if is_somebody_else(part.person, other.person)]


APPLICATION = {
    "phone.distinct_count_min": _distinct,
    "phone.emergency_third_person": _third_person,
    "phone.unique_to_person": _own,
}
_APPLICATION = frozenset(APPLICATION)


article = partial(of_province, each=Application, when=asks(_APPLICATION))


@article("PRV070", "too-few-different-phones", kinds=("distinct",))
@article("PRV071", "emergency-phone-of-a-person-in-charge", kinds=("third",))
@article("PRV072", "emergency-phone-shared", kinds=("own",))
def phones_are_as_different_as_the_province_asks(application: Application, ctx: Context) -> Hits:
    """Contact 1 and contact 2 of the persons in charge are as many different numbers as the province asks for."""
    return judged(application, ctx, APPLICATION, _APPLICATION)
