"""The report on one application and how it is made of a run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from beian_validate.context import Context
from beian_validate.engine import Blocked, Found, Plan, Tally, is_within
from beian_validate.finding import Code, Finding, Fix, Operation, Severity, Verdict, fingerprint
from beian_validate.masking import Masker
from beian_validate.rule import Rule
from beian_validate.rules import system
from beian_validate.schema.node import Node
from beian_validate.shape import Misfit, original
from beian_validate.tree import form_order, value_at

SCHEMA_VERSION = "1"
RULESET = "2026.11"


class Outcomes(NamedTuple):
    """How many of the selected rules came to which end; `crashed` above zero leaves the verdict open."""

    passed: int = 0
    failed: int = 0
    blocked: int = 0
    not_applicable: int = 0
    manual: int = 0
    crashed: int = 0

    def to_dict(self) -> dict[str, int]:
        """The counts as JSON."""
        return self._asdict()


@dataclass(frozen=True, init=False)
class Report:
    """What is wrong with one application and whether it may be submitted.

    Parameters:
        findings: in the order of the form.
        manual: what a person must look at; no part of the verdict.
        blocked: which rules could not judge which place, and for want of what.
        source, index: the file and the position in it, from 0.
        plugins: packages and versions whose rules were judged as well.
    """

    findings: tuple[Finding, ...]
    outcomes: Outcomes
    manual: tuple[Finding, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    id: str = ""
    source: str = ""
    index: int = 0
    as_of: date | None = None
    is_readable: bool = True
    plugins: tuple[str, ...] = ()

    def __init__(
        self,
        findings: tuple[Finding, ...],
        outcomes: Outcomes,
        manual: tuple[Finding, ...] = (),
        blocked: tuple[Blocked, ...] = (),
        id: str = "",
        source: str = "",
        index: int = 0,
        as_of: date | None = None,
        is_readable: bool = True,
        plugins: tuple[str, ...] = (),
    ) -> None:
        # One step for all fields: the initialiser of a frozen dataclass takes one for each, and there is a report on
        # every application.
        vars(self).update(
            findings=findings, outcomes=outcomes, manual=manual, blocked=blocked, id=id, source=source, index=index,
            as_of=as_of, is_readable=is_readable, plugins=plugins,
        )  # fmt: skip

    @property
    def verdict(self) -> Verdict:
        """`not_ready` with any unwaived error, `undecided` if something could not be judged, else `ready`."""
        if any(found.severity == Severity.ERROR and not found.waived for found in self.findings):
            return Verdict.NOT_READY
        if self.outcomes.crashed or not self.is_readable or any(block.unreadable for block in self.blocked):
            return Verdict.UNDECIDED
        return Verdict.READY

    def at(self, source: str, index: int) -> "Report":
        """The same report for an application of that file."""
        return replace(self, source=source, index=index)

    def to_element(self, lang: str = "zh") -> dict[str, Any]:
        """The report as one element of `applications` in the JSON report, and as one line of JSONL."""
        return {
            "source": self.source,
            "index": self.index,
            "id": self.id,
            "verdict": self.verdict.value,
            "findings": [found.to_dict(lang) for found in self.findings],
            "outcomes": self.outcomes.to_dict(),
        }

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The JSON report (schema version 1) on this application."""
        return to_dict((self,), lang)


def to_dict(reports: Sequence[Report], lang: str = "zh") -> dict[str, Any]:
    """The JSON report on several applications."""
    as_of = reports[0].as_of if reports else None
    plugins = list(dict.fromkeys(plugin for report in reports for plugin in report.plugins))
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": RULESET,
        **({"plugins": plugins} if plugins else {}),
        "as_of": as_of.isoformat() if as_of else None,
        "summary": summary(reports),
        "applications": [report.to_element(lang) for report in reports],
    }


def summary(reports: Sequence[Report]) -> dict[str, int]:
    """How many applications have which verdict, and how many unwaived findings which severity."""
    verdicts = Counter(report.verdict for report in reports)
    severities = Counter(f.severity for report in reports for f in report.findings if not f.waived)
    return {
        "applications": len(reports),
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "advice": severities[Severity.ADVICE],
    }


class Run(NamedTuple):
    """All that a report is made of."""

    plan: Plan
    root: Node
    ctx: Context
    tally: Tally
    misfits: tuple[Misfit, ...]
    unreadable: frozenset[str]
    dropped: Mapping[str, tuple[int, ...]]
    show_values: bool

    def report(self) -> Report:
        """Make the findings, masked, in the order of the form, and count the outcomes."""
        tally, applicable = self.tally, len(self.tally.applicable)
        identity = self.ctx.application.id if self.ctx.application else ""
        if not (tally.found or tally.blocked or tally.crashed or self.misfits):
            outcomes = Outcomes(passed=applicable, not_applicable=len(self.plan.rules) - applicable)
            return Report((), outcomes, id=identity, as_of=self.ctx.as_of)
        found, manual = self._findings()
        return Report(
            findings=found,
            manual=manual,
            outcomes=self._outcomes({f.code for f in found}, {f.code for f in manual}),
            blocked=tuple(tally.blocked),
            id=identity,
            as_of=self.ctx.as_of,
        )

    def _findings(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        maker = Maker(self.root, self.dropped, self.show_values)
        articles = self.plan.articles
        findings = [
            maker.declared(articles[code], misfit.pointer, misfit.params)
            for misfit in self.misfits
            if (code := system.SHAPES[misfit.kind].code) in articles
        ]
        for crash in self.tally.crashed:
            findings.append(
                maker.declared(system.RULE_CRASHED, crash.pointer, {"rule": crash.code, "error": crash.error})
            )
        made = [(maker.found(found), found.rule.manual) for found in self.tally.found]
        kept = [pair for pair in made if not self._is_about_unreadable(pair[0])]
        findings.extend(finding for finding, is_manual in kept if not is_manual)
        kind = type(self.root)
        return numbered(findings, kind), numbered([finding for finding, is_manual in kept if is_manual], kind)

    def _is_about_unreadable(self, finding: Finding) -> bool:
        """Whether a value was judged that is only blank because it could not be read."""
        is_left_over = finding.pointer in self.dropped and any(
            place.startswith(f"{finding.pointer}/") for place in self.unreadable
        )
        if not is_left_over and not is_within(finding.pointer, self.unreadable):
            return False
        self.tally.blocked.append(Blocked((finding.code,), finding.pointer, finding.pointer, True))
        return True

    def _outcomes(self, failed: set[Code], manual: set[Code]) -> Outcomes:
        tally, rules = self.tally, len(self.plan.rules)
        crashed = {crash.code for crash in tally.crashed}
        blocked = {code for block in tally.blocked for code in block.codes} - failed - manual - crashed
        spoken = failed | manual | blocked | crashed
        return Outcomes(
            passed=len(tally.applicable) - len(spoken & tally.applicable),
            failed=len(failed - crashed),
            blocked=len(blocked),
            not_applicable=rules - len(tally.applicable) - len(spoken - tally.applicable),
            manual=len(manual),
            crashed=len(crashed),
        )


class Maker:
    """Makes findings of hits: absolute pointers, masked facts, patches."""

    def __init__(self, root: Node, dropped: Mapping[str, tuple[int, ...]], show_values: bool) -> None:
        self._root, self._dropped = root, dropped
        self._masker = None if show_values else Masker(root)

    def declared(self, rule: Rule, pointer: str, params: Mapping[str, Any]) -> Finding:
        """A finding about the input or the tool; its facts hold nothing personal."""
        return Finding(rule.code, rule.name, rule.severity, pointer, params, rule.sources)

    def found(self, found: Found) -> Finding:
        """The finding of a rule's hit."""
        rule, base, hit = found
        pointer = hit.field if hit.field[:1] == "/" else "/".join((base, *hit.field.split("."))) if hit.field else base
        masker, value = self._masker, value_at(self._root, pointer)
        show = masker.value if masker else (lambda item: item)
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=hit.row.severity if hit.row else rule.severity,
            pointer=original(pointer, self._dropped),
            params={name: show(item) for name, item in hit.params.items()},
            sources=hit.row.sources if hit.row else rule.sources,
            fix=self._fix(found, pointer),
            excerpt=masker.excerpt(pointer, value) if masker else _plain_excerpt(value),
        )

    def _fix(self, found: Found, pointer: str) -> Fix | None:
        if found.hit.fix is None:
            return None
        steps = []
        for change in found.hit.fix.changes:
            path = (
                pointer
                if not change.path
                else change.path
                if change.path[0] == "/"
                else f"{found.pointer}/{change.path.replace('.', '/')}"
            )
            private = self._masker is not None and self._masker.is_private(path, change.value)
            steps.append(Operation(change.op, original(path, self._dropped), change.value, private))
        return Fix(found.hit.fix.safety, tuple(steps))


def _plain_excerpt(value: object) -> str | None:
    return str(value) if isinstance(value, str | int | date) and value != "" else None


def numbered(findings: Sequence[Finding], kind: type[Node] = Node) -> tuple[Finding, ...]:
    """The findings in the order of the form, each with a fingerprint of its own.

    Parameters:
        kind: type of the validated node.
    """
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for finding in sorted(findings, key=lambda found: _place_on_form(found, kind)):
        ordinal = seen[finding.code, finding.pointer]
        seen[finding.code, finding.pointer] += 1
        named.append(replace(finding, fingerprint=fingerprint(finding.code, finding.pointer, ordinal)))
    return tuple(named)


def _place_on_form(finding: Finding, kind: type[Node]) -> tuple[tuple[int, ...], str, str, list[str]]:
    facts = sorted(map(str, finding.params.items()))
    return form_order(kind, finding.pointer), finding.pointer, finding.code, facts
