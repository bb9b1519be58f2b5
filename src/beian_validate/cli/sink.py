"""Where a report goes: to standard output as it comes, or whole or not at all to a file."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from beian_validate.cli import OK
from beian_validate.cli.files import Partial, write_whole
from beian_validate.report import text, writer
from beian_validate.report.words import tally
from beian_validate.result import Report, summary

BY_APPLICATION = frozenset({"text", "jsonl"})
"""Formats that are written application by application: memory stays flat however many there are."""


class Sink:
    """Takes reports one by one and writes them in a format.

    Parameters:
        options: `format`, `output`, `paths` and `show_values`.
        lang: language of the report.
    """

    def __init__(self, options: Namespace, lang: str) -> None:
        self._options, self._lang = options, lang
        self._writer = writer(options.format, lang)
        self._kept: list[Report] = []
        self._counts: Counter[str] = Counter()
        self._partial = Partial(Path(options.output)) if options.output else None
        self._failed = OK
        self.is_quiet = options.output is not None or options.format not in BY_APPLICATION or not sys.stdout.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._partial:
            self._partial.discard()

    def put(self, report: Report) -> None:
        """Write one report, or keep it until all are there."""
        if self._options.format not in BY_APPLICATION:
            self._kept.append(report)
            return
        self._counts.update(summary((report,)))
        self._send(self._one(report))

    def finish(self) -> int:
        """Write what is left, and put the file in its place."""
        if self._options.format == "text":
            self._send(tally(summary(()) | self._counts, self._lang) + "\n")
        elif self._options.format not in BY_APPLICATION:
            self._send(self._rendered(self._kept))
        if self._partial:
            self._failed = max(self._failed, self._partial.keep())
        else:
            sys.stdout.flush()
        return self._failed

    def save(self, target: Path, content: str) -> None:
        """Write another file; a failure counts in what `finish` says."""
        self._failed = max(self._failed, write_whole(target, content.encode("utf-8")))

    def _one(self, report: Report) -> str | bytes:
        if self._options.format == "text":
            colour = self._options.output is None and sys.stdout.isatty()
            return "".join(f"{block}\n" for block in text.application(report, self._lang, colour))
        return self._writer((report,), self._lang)

    def _rendered(self, reports: Sequence[Report]) -> str | bytes:
        if self._options.format == "xlsx":
            from beian_validate.cli.annotate import sheets
            from beian_validate.report import xlsx

            show_values = self._options.show_values
            return xlsx.render(reports, self._lang, sheets(self._options.paths, self._lang, show_values=show_values))
        return self._writer(reports, self._lang)

    def _send(self, rendered: str | bytes) -> None:
        data = rendered if isinstance(rendered, bytes) else rendered.encode("utf-8", "backslashreplace")
        if self._partial:
            self._partial.write(data)
        else:
            sys.stdout.buffer.write(data)
