"""`compare`: which stored applications come to another verdict, and by which rules."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any

from beian_validate.cli import FOUND, OK, UNUSABLE
from beian_validate.cli.files import complain
from beian_validate.cli.parser import language
from beian_validate.cli.settled import settings_of, validators, value
from beian_validate.errors import ConfigError
from beian_validate.load import Missing
from beian_validate.report.words import VERDICTS
from beian_validate.result import Report
from beian_validate.waivers import named, read_baseline
from beian_validate.work import judged

_NOTHING = {"zh": "没有变化", "en": "nothing changes"}


def run(options: Namespace) -> int:
    """Judge everything twice, or read two baselines, and write what differs."""
    try:
        changes = list(_between_baselines(options) if options.baseline else _between_runs(options))
    except ConfigError as error:
        complain(str(error))
        return UNUSABLE
    lang = options.lang or language()
    if options.format == "json":
        sys.stdout.write(json.dumps(changes, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{_line(change, lang)}\n" for change in changes)
        sys.stdout.write("" if changes else f"{_NOTHING[lang]}\n")
    return FOUND if changes else OK


def _between_runs(options: Namespace) -> Iterator[dict[str, Any]]:
    if not options.paths or not (options.then or options.then_select or options.then_ignore):
        raise ConfigError("compare needs paths and --then, --then-select or --then-ignore; or two baselines")
    settings = settings_of(options)
    later = copy(options)
    later.as_of = options.then or options.as_of
    later.select, later.ignore = options.then_select or options.select, options.then_ignore or options.ignore
    jobs = value(options, settings, "jobs", 1)
    before = judged(options.paths, validators(options, settings), jobs)
    after = judged(options.paths, validators(later, settings), jobs)
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Missing) or isinstance(new, Missing):
            raise ConfigError(f"{(old if isinstance(old, Missing) else new).path}: cannot be read")  # type: ignore[union-attr]
        if old.verdict != new.verdict or _marks(old) != _marks(new):
            yield _changed(old, new)


def _changed(old: Report, new: Report) -> dict[str, Any]:
    before, after = _marks(old), _marks(new)
    return {
        "application": named(old),
        "id": old.id,
        "before": old.verdict.value,
        "after": new.verdict.value,
        "added": [{"code": code, "pointer": pointer} for code, pointer in sorted(after - before)],
        "removed": [{"code": code, "pointer": pointer} for code, pointer in sorted(before - after)],
    }


def _marks(report: Report) -> set[tuple[str, str]]:
    return {(str(finding.code), finding.pointer) for finding in report.findings}


def _between_baselines(options: Namespace) -> Iterator[dict[str, Any]]:
    if not options.then_baseline or options.paths:
        raise ConfigError("two baselines are compared with --baseline and --then-baseline, without paths")
    before, after = (_baseline(Path(file)) for file in (options.baseline, options.then_baseline))
    for name in sorted({*before, *after}):
        old, new = before.get(name, frozenset()), after.get(name, frozenset())
        if old != new:
            yield {"application": name, "added": sorted(new - old), "removed": sorted(old - new)}


def _baseline(file: Path) -> Mapping[str, frozenset[str]]:
    try:
        return read_baseline(file.read_bytes(), str(file))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None


def _line(change: Mapping[str, Any], lang: str) -> str:
    words = [f"{change['application']}:"]
    if "before" in change:
        verdicts = [str(VERDICTS[lang][change[key]]) for key in ("before", "after")]
        words.append(" → ".join(dict.fromkeys(verdicts)))
    for sign, key in (("+", "added"), ("-", "removed")):
        words += [sign + (f"{one['code']} {one['pointer']}" if isinstance(one, dict) else one) for one in change[key]]
    return " ".join(words)
