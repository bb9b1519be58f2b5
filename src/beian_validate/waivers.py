"""Findings that somebody has accepted: by a waiver with a reason and an end, or because they were there before."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from beian_validate import index
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding, Place, Value
from beian_validate.judgement import numbered
from beian_validate.result import Outcomes, Report
from beian_validate.rule import Rule
from beian_validate.rules import system

REQUIRED = ("code", "reason", "approver", "expires")
TARGETS = ("pointer", "fingerprint")
KEYS = (*REQUIRED, *TARGETS, "application")

_ENTRY = re.compile(r"^\s*\[\[\s*waivers\s*\]\]", re.MULTILINE)
_OWN_CODE = re.compile(r"X[A-Z]{2}\d{3}")


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted finding.

    Parameters:
        target: the pointer or the fingerprint of the finding.
        application: identifier of the only application that is meant; all of them when empty.
        expires: the last day on which it counts.
    """

    code: str
    target: str
    application: str
    reason: str
    approver: str
    expires: date
    place: Place

    def fits(self, finding: Finding, report: Report) -> bool:
        """Whether this is the finding that was accepted."""
        is_target = self.target in (finding.pointer, finding.fingerprint)
        return is_target and self.code == finding.code and self.application in ("", report.id)

    def told(self) -> Mapping[str, str]:
        """What a report says of it."""
        return {"by": "waiver", "reason": self.reason, "approver": self.approver, "expires": self.expires.isoformat()}


@dataclass(slots=True)
class Waivers:
    """The waivers of a file, and which of them were used.

    Parameters:
        source: the file, as it was given.
        as_of: the day of judgement.
        entries: those that are complete, expired ones included.
        findings: what is wrong with the others.
    """

    source: str
    as_of: date
    entries: tuple[Waiver, ...] = ()
    findings: tuple[Finding, ...] = ()
    used: set[Waiver] = field(default_factory=set)

    def apply(self, report: Report) -> Report:
        """The report with its accepted findings marked; they no longer count."""
        return replace(report, findings=tuple(self._marked(finding, report) for finding in report.findings))

    def report(self) -> Report | None:
        """What is wrong with the waivers themselves, or None; asked when all applications have been judged."""
        told = [*self.findings]
        for waiver in self.entries:
            if waiver.expires < self.as_of:
                told.append(_told(system.WAIVER_EXPIRED, waiver.place, code=waiver.code, expires=waiver.expires))
            elif waiver not in self.used:
                told.append(_told(system.WAIVER_UNUSED, waiver.place, code=waiver.code))
        if not told:
            return None
        outcomes = Outcomes(failed=len({finding.code for finding in told}))
        return Report(numbered(told), outcomes, source=self.source, as_of=self.as_of)

    def _marked(self, finding: Finding, report: Report) -> Finding:
        for waiver in self.entries:
            if waiver.expires >= self.as_of and waiver.fits(finding, report):
                self.used.add(waiver)
                return replace(finding, waived=waiver.told())
        return finding


def read_waivers(data: bytes, source: str, as_of: date) -> Waivers:
    """The waivers of a TOML file, tables `[[waivers]]` with the keys of `REQUIRED` and one of `TARGETS`.

    Raises:
        ConfigError: the file is no TOML, or holds something else.
    """
    try:
        text = data.decode("utf-8-sig")
        whole = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{source}: not valid TOML: {error}") from None
    rows = whole.get("waivers", [])
    if set(whole) - {"waivers"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{source}: only tables [[waivers]] belong in a file of waivers")
    lines = [text.count("\n", 0, found.start()) + found.group().count("\n") + 1 for found in _ENTRY.finditer(text)]
    places = [Place(line, 1) for line in lines] + [Place()] * len(rows)
    good: list[Waiver] = []
    bad: list[Finding] = []
    for number, (row, place) in enumerate(zip(rows, places, strict=False), 1):
        wrong = _wrong_key(row)
        if wrong:
            bad.append(_told(system.WAIVER_MALFORMED, place, entry=number, key=wrong))
        else:
            good.append(_waiver(row, place))
    return Waivers(source, as_of, tuple(good), tuple(bad))


def _wrong_key(row: Mapping[str, Any]) -> str:
    """The first key that is missing, unknown or of the wrong type, or nothing."""
    for key in REQUIRED:
        if not (_is_day(row.get(key)) if key == "expires" else _is_text(row.get(key))):
            return key
    if index.find(row["code"]) is None and not _OWN_CODE.fullmatch(row["code"]):
        return "code"
    if not any(key in row for key in TARGETS):
        return "pointer"
    return next((key for key in row if key not in KEYS or (key != "expires" and not isinstance(row[key], str))), "")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return isinstance(value, date) and not isinstance(value, datetime)


def _waiver(row: Mapping[str, Any], place: Place) -> Waiver:
    expires = row["expires"]
    entry = index.find(row["code"])
    return Waiver(
        code=entry.code if entry else row["code"],
        target=row["fingerprint"] if "fingerprint" in row else row["pointer"],
        application=row.get("application", ""),
        reason=row["reason"],
        approver=row["approver"],
        expires=date.fromisoformat(expires) if isinstance(expires, str) else expires,
        place=place,
    )


def _told(rule: Rule, place: Place, **params: Value) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, "", params, rule.sources, place=place)


Baseline = Mapping[str, frozenset[str]]
"""The fingerprints of the findings that were there before, by application."""


def read_baseline(data: bytes, source: str) -> Baseline:
    """A baseline as `baseline` has written it.

    Raises:
        ConfigError: the file is none.
    """
    try:
        rows = json.loads(data)["applications"]
        return {str(name): frozenset(map(str, found)) for name, found in rows.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError(f"{source}: not a baseline; --write-baseline writes one") from None


def baseline(reports: Iterable[Report]) -> str:
    """The baseline of some reports: names of files and fingerprints, nothing of an application."""
    rows = {named(report): sorted(f.fingerprint for f in report.findings if not f.waived) for report in reports}
    filled = {name: found for name, found in rows.items() if found}
    return json.dumps({"baseline": 1, "applications": filled}, indent=2, sort_keys=True) + "\n"


def accepted(report: Report, known: Baseline) -> Report:
    """The report with the findings of a baseline marked; they no longer count."""
    before = known.get(named(report), frozenset())
    if not before:
        return report
    marked = (
        replace(f, waived={"by": "baseline"}) if f.fingerprint in before and not f.waived else f
        for f in report.findings
    )
    return replace(report, findings=tuple(marked))


def named(report: Report) -> str:
    """The file and the position of an application, the same on every system."""
    return f"{report.source.replace(chr(92), '/')}#{report.index}"
