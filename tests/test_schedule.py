"""Deadlines: the working-day calendar, the timeline, the calendar file and the guide."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cases import load
from hypothesis import given
from hypothesis import strategies as st

from beian_validate import Application, Milestones, timeline, validate
from beian_validate.cli import main
from beian_validate.event import Event, State
from beian_validate.guide import guide, step_of, steps
from beian_validate.law.working_days import after, between, calendar, is_known, is_working_day, source_of
from beian_validate.rules.deadlines import BEIJING, in_beijing, later, sms_deadline
from beian_validate.schedule import terms_of
from beian_validate.schema.vocabulary import OrderType
from beian_validate.tables import table
from beian_validate.tables.bibliography import source

AS_OF = date(2026, 3, 2)
EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "enterprise-zhejiang-aliyun.json"
HOLIDAYS = {2022: 11, 2023: 11, 2024: 11, 2025: 13, 2026: 13}
"""Public holidays a year by the regulation, 13 since it was amended for 2025; each costs one working day."""


@pytest.mark.parametrize(("day", "works"), [
    ("2026-02-13", True), ("2026-02-14", True), ("2026-02-15", False), ("2026-02-23", False), ("2026-02-24", True),
    ("2026-02-28", True), ("2026-03-01", False), ("2026-05-09", True), ("2026-10-08", True), ("2026-10-10", True),
    ("2025-01-26", True), ("2025-10-08", False), ("2025-10-11", True), ("2024-02-09", True), ("2024-02-18", True),
    ("2023-01-21", False), ("2023-01-28", True), ("2022-01-29", True), ("2022-12-31", False),
])  # fmt: skip
def test_the_notices_are_followed(day: str, works: bool) -> None:
    """Days off in the week, and weekends worked instead."""
    assert is_working_day(date.fromisoformat(day)) == works


@pytest.mark.parametrize(("year", "holidays"), HOLIDAYS.items())
def test_a_year_has_its_working_days(year: int, holidays: int) -> None:
    """Weekdays of the year, less the public holidays of the regulation: a slip in the table shows here."""
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(365 + (year % 4 == 0)))
    weekdays = sum(day.weekday() < 5 for day in days)
    assert between(date(year - 1, 12, 31), date(year, 12, 31)) == weekdays - holidays


def test_the_calendar_is_whole() -> None:
    """Every known year has its notice; a worked day is a weekend day and no day off."""
    known = calendar()
    assert all(day.weekday() >= 5 for day in known.worked)
    assert not known.worked & known.off
    for year in range(known.known_from.year, known.known_through.year + 1):
        assert source(source_of(date(year, 7, 1))).kind == "law"
    assert source_of(known.known_through + timedelta(days=1)) == ""


@given(st.dates(date(2021, 1, 1), date(2028, 1, 1)), st.integers(0, 60))
def test_counting_forth_and_back_agrees(day: date, count: int) -> None:
    """So many working days after a day there are so many between; the last is one, and it is known only if both are."""
    due = after(day, count)
    assert between(day, due.day) == count
    assert count == 0 or is_working_day(due.day)
    assert due.is_known == (is_known(day) and is_known(due.day))


def test_the_end_of_time_is_reached_quietly() -> None:
    """Dates at the border are cut, never an error."""
    assert after(date.max, 5).day == later(date.max, 45) == date.max
    for moment in (datetime.max.replace(tzinfo=BEIJING), datetime.min.replace(tzinfo=BEIJING)):
        assert sms_deadline(moment) >= in_beijing(moment)


def filing(**milestones: Any) -> Application:
    """The known-good enterprise with these milestones."""
    return Application.model_validate(load("enterprise") | {"milestones": milestones})


def events(application: Application, as_of: date = AS_OF) -> dict[str, Event]:
    """The timeline by key."""
    return {event.key: event for event in timeline(application, as_of).events}


def test_what_is_not_submitted_is_counted_from_today() -> None:
    """Provider and authority follow each other; every day is marked as an estimate."""
    found = events(filing(created_on="2026-02-20"))
    assert (found["order"].state, found["order"].last) == (State.DUE, date(2026, 4, 6))
    assert (found["provider-review"].first, found["provider-review"].last) == (date(2026, 3, 3), date(2026, 3, 3))
    assert (found["to-authority"].last, found["authority-review"].first) == (date(2026, 3, 4), date(2026, 3, 5))
    assert found["authority-review"].last == date(2026, 4, 1)
    assert (found["unblock"].first, found["unblock"].last) == (date(2026, 3, 6), date(2026, 4, 3))
    assert found["public-security"].last == date(2026, 5, 3)
    assert all(found[key].is_estimate for key in ("provider-review", "authority-review", "public-security"))


def test_what_has_happened_is_done() -> None:
    """Later terms run from what is known."""
    found = events(filing(
        created_on="2026-01-05", provider_reviewed_at="2026-01-08T10:00:00", sms_sent_at="2026-01-09T09:00:00",
        sms_verified_at="2026-01-09T10:00:00", sent_to_authority_on="2026-01-09", approved_on="2026-02-02",
        site_opened_on="2026-02-10",
    ))  # fmt: skip
    done = {key for key, event in found.items() if event.state == State.DONE}
    assert done == {"order", "provider-review", "to-authority", "sms", "authority-review", "unblock"}
    assert (found["public-security"].state, found["public-security"].last) == (State.DUE, date(2026, 3, 12))
    assert not any(event.is_estimate for event in found.values())


def test_what_was_missed_is_told() -> None:
    """Order, SMS, authority and public security."""
    assert events(filing(created_on="2026-01-10"))["order"].state == State.MISSED
    sms = events(filing(sms_sent_at="2026-02-27T10:00:00+08:00"))["sms"]
    assert (sms.state, sms.moment) == (State.MISSED, datetime(2026, 2, 28, 10, tzinfo=BEIJING))
    assert events(filing(sms_sent_at="2026-03-02T01:00:00Z"))["sms"].moment == datetime(2026, 3, 3, 9, tzinfo=BEIJING)
    assert events(filing(sent_to_authority_on="2026-01-05"))["authority-review"].state == State.MISSED
    assert events(filing(site_opened_on="2026-01-20"))["public-security"].state == State.MISSED


def test_beyond_the_announced_holidays_it_is_honest() -> None:
    """A term that reaches into a year without a notice says so."""
    found = events(filing(), date(2026, 12, 20))
    assert found["provider-review"].is_known
    assert not found["authority-review"].is_known


@pytest.mark.parametrize("order", OrderType)
def test_it_says_who_verifies(order: OrderType) -> None:
    """For each type of order, in both languages."""
    found = events(filing().model_copy(update={"order_type": order}))["sms"]
    assert "负责人" in found.text("zh")
    assert "person" in found.text("en")


def test_the_footer_follows_the_province() -> None:
    """The number with its serial, but in Guangdong that of the sponsor."""
    individual = Application.model_validate(load("individual"))
    assert "放该网站带序号" in events(filing())["footer"].text("zh")
    assert "不带序号" in events(individual)["footer"].text("zh")
    assert "without a serial" in events(individual)["footer"].text("en")


def test_a_commercial_service_needs_a_licence() -> None:
    """Only then the timeline speaks of it."""
    application = filing()
    site = application.websites[0].model_copy(update={"is_commercial": True})
    assert "licence" in events(application.model_copy(update={"websites": (site,)}))
    assert "licence" not in events(application)


def asked(order: str, **milestones: Any) -> Application:
    """The known-good enterprise with another type of order."""
    return filing(**milestones).model_copy(update={"order_type": OrderType(order)})


@pytest.mark.parametrize("order", ["access", "change"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_live_site_is_not_taken_down(order: str, lang: str, capfd: Any, tmp_path: Path) -> None:
    """Access and change leave a filed site open: no word of keeping it closed or unblocking it."""
    file = tmp_path / "a.json"
    file.write_text(json.dumps(load("enterprise") | {"order_type": order, "milestones": {}}), "utf-8")
    for command in ("timeline", "guide"):
        text = printed(capfd, command, str(file), "--as-of", "2026-03-02", "--lang", lang)
        assert "不要解析" not in text
        assert "Do not point" not in text
        assert {"zh": "照常访问", "en": "may stay online"}[lang] in text
    found = events(asked(order))
    assert "public-security" not in found
    assert ("unblock" in found) == (order == "access")
    assert {"zh": "核对首页底部", "en": "Check that the home page"}[lang] in found["footer"].text(lang)


def test_an_access_filing_ends_with_the_switch() -> None:
    """Only then the domain points to the new provider; what the milestones tell of public security stays."""
    found = events(asked("access", approved_on="2026-02-27"))
    assert "新接入商" in found["unblock"].title("zh")
    assert (found["unblock"].state, found["unblock"].last) == (State.DUE, date(2026, 3, 1))
    assert events(asked("access", site_opened_on="2026-02-20"))["public-security"].state == State.DUE


def test_an_app_shows_its_number_inside() -> None:
    """With the letter of its kind; no home page, and no DNS records where it has no domain."""
    application = Application.model_validate(load("app"))
    found = events(application)
    assert "footer" not in found
    assert "“设置”或“介绍”" in found["app-footer"].text("zh")
    assert "ends with A" in found["app-footer"].text("en")
    assert "unblock" in found
    bare = tuple(app.model_copy(update={"domains": ()}) for app in application.apps)
    assert "unblock" not in events(application.model_copy(update={"apps": bare}))
    both = events(application.model_copy(update={"websites": filing().websites}))
    assert {"footer", "app-footer"} <= set(both)


@pytest.mark.parametrize(
    ("provider", "milestones", "wanted"),
    [
        ("tencent", {"created_on": "2026-01-10", "provider_reviewed_at": "2026-02-25T10:00:00"}, set()),
        ("tencent", {"provider_reviewed_at": "2026-01-14T10:00:00"}, {"TIM001"}),
        ("tencent", {"created_on": "2026-01-10", "sms_sent_at": "2026-01-20T10:00:00",
                     "sms_verified_at": "2026-01-20T11:00:00"}, {"TIM002"}),
        ("ucloud", {"created_on": "2025-08-20", "provider_reviewed_at": "2026-02-25T10:00:00"}, set()),
        ("ucloud", {"created_on": "2025-08-20"}, {"TIM001"}),
        ("aliyun", {"created_on": "2026-01-10", "provider_reviewed_at": "2026-02-25T10:00:00"}, {"TIM001"}),
        ("aliyun", {"provider_reviewed_at": "2026-01-01T10:00:00"}, set()),
    ],
)  # fmt: skip
def test_every_provider_counts_in_its_own_way(provider: str, milestones: dict[str, str], wanted: set[str]) -> None:
    """From the creation, or anew with every step; only the provider's own account is cited."""
    application = filing(**milestones).model_copy(update={"provider": provider})
    findings = validate(application, as_of=date(2026, 3, 1), select="TIM001,TIM002").findings
    assert {str(finding.code) for finding in findings} == wanted
    event = events(application, date(2026, 3, 1)).get("order")
    assert event is None or (event.state == State.MISSED) == (wanted == {"TIM001"})
    for identifier in (*(cited.id for found in findings for cited in found.sources), *(event.sources if event else ())):
        assert identifier.startswith(provider)


def test_no_day_is_invented() -> None:
    """The approval proves the steps before it, not their days."""
    found = events(filing(approved_on="2026-01-15"))
    for key in ("provider-review", "to-authority", "sms"):
        assert (found[key].state, found[key].first, found[key].last) == (State.DONE, None, None)
    assert found["authority-review"].last == date(2026, 1, 15)


def test_what_follows_an_approval_is_counted_from_it() -> None:
    """Where the day of opening is not known; what is past is due, and the words say what it is counted from."""
    found = events(filing(approved_on="2026-01-15"))
    assert (found["unblock"].state, found["unblock"].last) == (State.DUE, date(2026, 1, 17))
    assert found["footer"].state == found["public-security"].state == State.DUE
    assert "按通过日估算" in guide(filing(approved_on="2026-01-15"), as_of=AS_OF, lang="zh")
    assert found["public-security"].to_dict("zh")["counted_from"] == "approval"
    fresh = events(filing(approved_on="2026-03-02"))
    assert fresh["unblock"].state == fresh["public-security"].state == State.EXPECTED
    assert events(filing(approved_on="2026-01-15", public_security_filed_on="2026-02-01"))["public-security"].state == (
        State.DONE
    )


def test_after_a_missed_sms_nothing_is_predicted() -> None:
    """The order came back: submit again; no review is expected before."""
    found = events(filing(provider_reviewed_at="2026-02-25T10:00:00", sms_sent_at="2026-02-27T10:00:00"))
    assert found["sms"].state == State.MISSED
    assert found["resubmit"].state == State.DUE
    assert not {"authority-review", "unblock", "footer", "public-security"} & set(found)
    assert "change" in found


def test_individuals_hear_nothing_of_the_company_register() -> None:
    """A note for organisations is told to them, and where nothing is known."""
    individual = Application.model_validate(load("individual"))
    assert "工商登记库" not in guide(individual, as_of=AS_OF, lang="zh")
    assert "工商登记库" in guide(filing(), as_of=AS_OF, lang="zh")
    assert "工商登记库" in guide(None, as_of=AS_OF, lang="zh")
    assert "工商登记库" in guide(Application(), as_of=AS_OF, lang="zh")


def test_every_statement_has_sources() -> None:
    """Terms, deadlines and notes cite the bibliography and speak both languages."""
    rows = table("steps")
    notes = [note for step in rows["steps"] for note in step.get("notes", ())]
    told = [*rows["providers"].values(), *rows["orders"].values(), *rows["deadlines"].values(), *notes]
    for row in told:
        assert row["sources"]
        for identifier in row["sources"]:
            source(identifier)
    assert len(rows["steps"]) == 8
    assert terms_of("nobody") == terms_of("default")


@pytest.mark.parametrize(
    ("milestones", "wanted"),
    [
        ({"created_on": "2026-01-16"}, {"TIM002"}),
        ({"created_on": "2026-01-15"}, {"TIM002"}),
        ({"created_on": "2026-01-14"}, {"TIM001"}),
        ({"created_on": "2026-01-30"}, {"TIM002"}),
        ({"created_on": "2026-01-31"}, set()),
        ({"sms_sent_at": "2026-02-28T00:30:00+08:00"}, {"TIM004"}),
        ({"sms_sent_at": "2026-02-27T23:30:00+08:00"}, {"TIM003"}),
        ({"sms_sent_at": "2026-02-27T23:30:00+08:00", "approved_on": "2026-02-28"}, set()),
        ({"sent_to_authority_on": "2026-01-30"}, set()),
        ({"sent_to_authority_on": "2026-01-26"}, {"TIM009"}),
        ({"approved_on": "2026-02-28", "sent_to_authority_on": "2026-03-01"}, {"TIM007"}),
        ({"approved_on": "2026-03-02"}, {"TIM008"}),
    ],
)
def test_the_rules_know_their_borders(milestones: dict[str, str], wanted: set[str]) -> None:
    """One day earlier or later changes the finding."""
    report = validate(filing(**milestones), as_of=date(2026, 3, 1), select="TIM")
    assert {str(finding.code) for finding in report.findings} == wanted


def test_an_existing_site_may_be_open() -> None:
    """A site that moves to another provider is open before its access filing is approved."""
    application = filing(site_opened_on="2026-02-25").model_copy(update={"order_type": OrderType.ACCESS})
    assert not validate(application, as_of=date(2026, 3, 1), select="TIM").findings


def test_an_unknown_provider_has_no_order_term() -> None:
    """Nothing is guessed."""
    application = filing(created_on="2020-01-01").model_copy(update={"provider": "jd"})
    assert not validate(application, as_of=AS_OF, select="TIM001,TIM002").findings


def printed(capfd: Any, *arguments: str) -> str:
    """What a command prints; it must succeed."""
    assert main(list(arguments)) == 0
    text: str = capfd.readouterr().out
    return text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_calendar_file_is_one(capfd: Any, lang: str) -> None:
    """CRLF, no line above 75 octets, one entry per deadline ahead."""
    text = printed(capfd, "timeline", str(EXAMPLE), "--as-of", "2026-03-02", "--format", "ics", "--lang", lang)
    lines = text.split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 7
    assert "DTSTART;VALUE=DATE:20260406" in lines


def test_the_timeline_is_printed(capfd: Any) -> None:
    """As text with the day until which holidays are known, and as JSON."""
    base = ("timeline", str(EXAMPLE), "--as-of", "2026-03-02")
    assert "2026-12-31" in printed(capfd, *base, "--lang", "zh")
    data = json.loads(printed(capfd, *base, "--format", "json"))
    assert data["known_through"] == "2026-12-31"
    assert [event["step"] for event in data["events"]] == sorted(event["step"] for event in data["events"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_guide_has_eight_steps(lang: str) -> None:
    """With and without an application, with the provider's own statements only where it is the provider."""
    word = {"zh": "第8步", "en": "Step 8"}[lang]
    assert word in guide(None, as_of=AS_OF, lang=lang)
    assert "0571-26885853" in guide(None, as_of=AS_OF, provider="阿里云", lang=lang)
    assert "0571-26885853" not in guide(None, as_of=AS_OF, provider="huawei", lang=lang)
    assert "0571-26885853" in guide(filing(), as_of=AS_OF, lang=lang)


def test_the_guide_shows_what_is_missing() -> None:
    """Findings stand at the step where the field is filled in."""
    application = Application.model_validate(load("enterprise-all-slips.json"))
    found = {step.number: {str(f.code) for f in step.findings} for step in steps(application, as_of=date(2026, 3, 1))}
    assert "SVC003" in found[1]
    assert {"SPN003", "SPN020"} <= found[2]
    assert {"WEB003", "DOM004", "WEB004"} <= found[3]
    assert "SPN003" in guide(application, as_of=AS_OF)


@pytest.mark.parametrize(
    ("pointer", "step"),
    [("", 1), ("/provider", 1), ("/websites/0/service_number/value", 1), ("/websites/0/name", 3), ("/sponsor/name", 2),
     ("/materials/0/file", 4), ("/milestones/created_on", 8)],
)  # fmt: skip
def test_every_field_belongs_to_a_step(pointer: str, step: int) -> None:
    """The nearest pattern decides."""
    assert step_of(pointer) == step


def test_a_path_that_cannot_be_read_is_told(capfd: Any, tmp_path: Path) -> None:
    """With status 2 and the path, for both commands."""
    broken = tmp_path / "a.json"
    broken.write_text("{")
    for command in ("timeline", "guide"):
        for path in (str(tmp_path / "none.json"), str(broken)):
            assert main([command, path]) == 2
            assert path in capfd.readouterr().err


def test_milestones_stand_alone() -> None:
    """A part of an application can be judged by itself."""
    milestones = Milestones(site_opened_on=date(2026, 1, 1), approved_on=date(2026, 1, 1))
    assert [str(finding.code) for finding in validate(milestones, as_of=AS_OF).findings] == ["TIM005"]


def test_a_step_that_has_not_happened_blocks_nothing() -> None:
    """What lies ahead is no missing value."""
    report = validate(filing(created_on="2026-02-20"), as_of=date(2026, 3, 1), select="TIM")
    assert (report.findings, report.blocked, report.outcomes.blocked) == ((), (), 0)
