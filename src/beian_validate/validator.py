"""Validate applications: one, any part of one, or a stream of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from beian_validate import document
from beian_validate.context import Context
from beian_validate.document import Unreadable
from beian_validate.engine import Plan
from beian_validate.finding import Finding, Fix, Operation, Place, Safety
from beian_validate.glances import GLANCES
from beian_validate.judgement import Run, numbered
from beian_validate.plugins import plugins as load_plugins
from beian_validate.profile import Ruleset, circumstances, selectors
from beian_validate.result import Outcomes, Report
from beian_validate.rules import all_rules, system
from beian_validate.schema.application import Application
from beian_validate.schema.node import Node, Privacy
from beian_validate.shape import Misfit, shape
from beian_validate.tree import Survey, extra, field_at

Input = Node | Mapping[str, Any] | bytes | str


class Validator:
    """Rules selected and bound once; validates any number of applications, from any number of threads.

    Parameters:
        as_of: the day of judgement. Without one, rules about dates do not apply: the library has no clock.
        provider: access provider for applications that name none.
        province: province for sponsors without a division code; name, 2 or 6 digits.
        select, ignore: rules by code (`SPN003`), family (`SPN`) or name (`half-width-brackets`).
        plugins: names of installed plugins whose rules are judged as well.
        show_values: put personal values into findings unmasked.

    Raises:
        ConfigError: a selector or province that does not exist; names the nearest valid one.
        TypeError: a value of the wrong type.
    """

    def __init__(
        self,
        *,
        as_of: date | None = None,
        provider: str = "",
        province: str = "",
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
        plugins: Iterable[str] | str | None = None,
        show_values: bool = False,
    ) -> None:
        self.circumstances = circumstances(as_of, provider or "", province or "")
        self.ruleset = Ruleset(selectors(select, "select"), selectors(ignore, "ignore"))
        self.plugins = selectors(plugins, "plugins")
        self.show_values = show_values
        self._bind()

    def _bind(self) -> None:
        loaded = load_plugins(self.plugins)
        rules = self.ruleset.of((*all_rules(), *(rule for plugin in loaded for rule in plugin.rules)))
        self._told = tuple(plugin.told() for plugin in loaded)
        self._plan = Plan((rule for rule in rules if rule.in_force(self.circumstances.as_of)), GLANCES)
        self._codes = frozenset(rule.code for rule in rules)

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in vars(self).items() if not key.startswith("_")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._bind()

    def validate(self, application: object) -> Report:
        """Validate an application, any node of one, or the values of an application as plain Python data.

        Never raises for bad data: whatever cannot be read is a finding.
        """
        if isinstance(application, Node):
            return self._run(application, Survey(application))
        if isinstance(application, bytes | bytearray):
            return self.validate_json(bytes(application))
        return self._shaped(application, {})

    def validate_json(self, data: bytes | str) -> Report:
        """Validate one application given as JSON; findings carry line and column.

        Raises:
            TypeError: `data` is neither bytes nor str.
        """
        raw = data if isinstance(data, bytes) else _encoded(data)
        try:
            application = Application.model_validate_json(raw)
        except ValidationError:
            return self._carefully(raw)
        survey = Survey(application)
        if raw.count(b":") != survey.given and raw.count(b'":') != survey.given:
            return self._carefully(raw)  # as many keys as fields were set, or some were given twice
        report = self._run(application, survey)
        pointers = [finding.pointer for finding in (*report.findings, *report.manual)]
        return located(report, document.places(raw, pointers)) if pointers else report

    def validate_source(self, source: document.Source) -> Report:
        """Validate a value that a loader has read, with the places of its parts."""
        report = self._shaped(source.value, dict(source.duplicates), source.damaged)
        return located(report, source.places, dict(source.duplicates))

    def unreadable(self, error: Unreadable) -> Report:
        """The report on an input that cannot be read at all."""
        rule = system.UNREADABLE[error.kind]
        finding = Finding(rule.code, rule.name, rule.severity, "", dict(error.facts), rule.sources, place=error.place)
        return Report(numbered([finding]), Outcomes(failed=1), as_of=self.circumstances.as_of, is_readable=False)

    def _carefully(self, raw: bytes) -> Report:
        try:
            return self.validate_source(document.read(document.decode(raw)))
        except Unreadable as error:
            return self.unreadable(error)

    def _shaped(self, value: object, duplicates: Mapping[str, Place], damaged: tuple[str, ...] = ()) -> Report:
        shaped = shape(value, Application)
        twice = tuple(Misfit("duplicate-key", pointer, {}) for pointer in duplicates)
        lost = tuple(Misfit("number-lost-digits", pointer, {}) for pointer in damaged)
        misfits, unreadable = shaped.misfits + twice + lost, shaped.unreadable | frozenset(damaged)
        report = self._run(shaped.node, Survey(shaped.node), misfits, unreadable, shaped.dropped)
        return rewritten(report, shaped.meant) if shaped.meant else report

    def _run(
        self,
        root: Node,
        survey: Survey,
        misfits: tuple[Misfit, ...] = (),
        unreadable: frozenset[str] = frozenset(),
        dropped: Mapping[str, tuple[int, ...]] | None = None,
    ) -> Report:
        ctx = Context(root, self.circumstances, survey)
        tally = self._plan.run(ctx, unreadable)
        report = Run(self._plan, root, ctx, tally, misfits, unreadable, dropped or {}, self.show_values).report()
        return replace(report, plugins=self._told) if self._told else report


def _encoded(data: object) -> bytes:
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass")
    if isinstance(data, bytearray):
        return bytes(data)
    raise TypeError(f"validate_json takes bytes or str, not {type(data).__name__}")


def rewritten(report: Report, meant: Mapping[str, str]) -> Report:
    """The report with a safe fix wherever a value was read although it has the wrong shape."""

    def mended(finding: Finding) -> Finding:
        if finding.code not in system.READ_ALL_THE_SAME or finding.pointer not in meant:
            return finding
        info = field_at(Application, finding.pointer)
        is_private = info is None or extra(info)["x-privacy"] != Privacy.PUBLIC
        step = Operation("replace", finding.pointer, meant[finding.pointer], is_private)
        return replace(finding, fix=Fix(Safety.SAFE, (step,)))

    return replace(report, findings=tuple(map(mended, report.findings)))


def located(report: Report, places: Mapping[str, Place], exact: Mapping[str, Place] | None = None) -> Report:
    """The report with the place of every finding in its file."""

    def placed(finding: Finding) -> Finding:
        at_key = (exact or {}).get(finding.pointer) if finding.code == system.DUPLICATE_KEY.code else None
        return replace(finding, place=at_key or document.nearest(places, finding.pointer))

    return replace(report, findings=tuple(map(placed, report.findings)), manual=tuple(map(placed, report.manual)))


def validate(
    application: object,
    *,
    as_of: date | None = None,
    provider: str = "",
    province: str = "",
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
) -> Report:
    """Validate an application, any node of one, or plain Python data; see `Validator` for the parameters."""
    return _validator(as_of, provider, province, select, ignore).validate(application)


def validate_json(
    data: bytes | str,
    *,
    as_of: date | None = None,
    provider: str = "",
    province: str = "",
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
) -> Report:
    """Validate one application given as JSON; see `Validator` for the parameters."""
    return _validator(as_of, provider, province, select, ignore).validate_json(data)


def _validator(
    as_of: date | None,
    provider: str,
    province: str,
    select: Iterable[str] | str | None,
    ignore: Iterable[str] | str | None,
) -> Validator:
    return Validator(as_of=as_of, provider=provider, province=province, select=select, ignore=ignore)


def validate_many(
    applications: Iterable[Input],
    *,
    as_of: date | None = None,
    provider: str = "",
    province: str = "",
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    workers: int = 1,
) -> Iterator[Report]:
    """Validate a stream of applications (nodes, plain data or JSON bytes), in order, holding only a few at a time.

    Parameters:
        workers: processes; 1 works in this one.

    Raises:
        ConfigError: `workers` is below 1.
    """
    from beian_validate.batch import stream

    return stream(_validator(as_of, provider, province, select, ignore), applications, workers)
