"""`check`: validate stored applications and write a report."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from beian_validate.cli import INTERRUPTED, UNUSABLE
from beian_validate.cli.files import complain
from beian_validate.cli.outcome import Outcome
from beian_validate.cli.parser import language
from beian_validate.cli.progress import progress
from beian_validate.cli.settled import day_of, settings_of, validators, value
from beian_validate.cli.sink import Sink
from beian_validate.errors import ConfigError
from beian_validate.finding import Severity
from beian_validate.load import Missing
from beian_validate.pages import page
from beian_validate.result import Report
from beian_validate.settings import Settings
from beian_validate.waivers import Waivers, accepted, baseline, read_baseline, read_waivers
from beian_validate.work import judged

_REASONS = {
    "missing": "no such file or folder",
    "permission": "cannot be opened",
    "unsupported": "not a kind of file that is read; see --help",
    "empty-folder": "no applications in this folder",
}


def run(options: Namespace) -> int:
    """Validate everything, write the report, and say by the exit status what came of it."""
    try:
        settings = settings_of(options)
        outcome = Outcome(Severity(value(options, settings, "fail-on", "error")), options.exit_zero)
        lang = value(options, settings, "lang", language() if options.format == "text" else "zh")
        with Sink(options, lang) as sink:
            interrupted = _write(_reports(options, settings, outcome), sink, options)
            written = sink.finish()
    except ConfigError as error:
        complain(str(error))
        return UNUSABLE
    return INTERRUPTED if interrupted else max(written, outcome.status())


def _write(reports: Iterator[Report], sink: Sink, options: Namespace) -> bool:
    """Write reports as they come; an interrupt ends the work, what was found by then is still reported."""
    kept: list[Report] = []
    interrupted = False
    try:
        with progress(sink.is_quiet) as tick:
            for report in reports:
                tick(report)
                sink.put(report)
                kept += [report] if options.write_baseline else []
    except KeyboardInterrupt:
        interrupted = True
        with suppress(KeyboardInterrupt):
            reports.close()  # type: ignore[attr-defined]
    if options.write_baseline and not interrupted:
        sink.save(Path(options.write_baseline), baseline(kept))
    return interrupted


def _reports(options: Namespace, settings: Settings, outcome: Outcome) -> Iterator[Report]:
    """Every report with its waivers and its baseline, then that on the waivers themselves."""
    waivers = _waivers(options, settings, day_of(options))
    known = _baseline(options, settings)
    jobs = value(options, settings, "jobs", 1)
    for report in judged(options.paths, validators(options, settings), jobs):
        if isinstance(report, Missing):
            complain(f"{report.path}: {_REASONS[report.reason]}")
            outcome.is_unusable = True
            continue
        if not report.is_readable:
            complain(_unreadable(report))
        report = waivers.apply(report) if waivers else report
        yield outcome.counted(accepted(report, known))
    about_waivers = waivers.report() if waivers else None
    if about_waivers:
        yield outcome.counted(about_waivers)


def _waivers(options: Namespace, settings: Settings, day: date) -> Waivers | None:
    file = Path(options.waivers) if options.waivers else settings.file("waivers")
    return read_waivers(_bytes(file), str(options.waivers or file), day) if file else None


def _baseline(options: Namespace, settings: Settings) -> dict[str, frozenset[str]]:
    file = Path(options.baseline) if options.baseline else settings.file("baseline")
    return dict(read_baseline(_bytes(file), str(file))) if file and not options.write_baseline else {}


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None


def _unreadable(report: Report) -> str:
    finding = report.findings[0]
    place = "".join(f":{part}" for part in (finding.line, finding.column) if part is not None)
    return f"{report.source}{place}: {page(finding.code).message('en', finding.params)}"
