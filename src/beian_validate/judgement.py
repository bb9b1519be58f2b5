"""How the report on one application is made of a run: findings, masked and numbered, and the count of outcomes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from beian_validate.context import Context
from beian_validate.engine import Blocked, Found, Plan, Tally, is_within
from beian_validate.finding import Code, Finding, Fix, Operation, fingerprint
from beian_validate.masking import Masker
from beian_validate.result import Outcomes, Report
from beian_validate.rule import Rule
from beian_validate.rules import system
from beian_validate.schema.node import Node
from beian_validate.shape import Misfit, original
from beian_validate.tree import form_order, value_at


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
        maker = Maker(self.ctx, self.dropped, self.show_values)
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

    def __init__(self, ctx: Context, dropped: Mapping[str, tuple[int, ...]], show_values: bool) -> None:
        self._root, self._dropped = ctx.root, dropped
        self._masker = None if show_values else Masker(ctx.root, ctx.visits)

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
