"""Progress of long work, drawn on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from beian_validate.result import Report

Tick = Callable[[Report], None]


def _nothing(_: Report) -> None:
    """Where nothing is drawn."""


@contextmanager
def progress(wanted: bool = True) -> Iterator[Tick]:
    """Files, applications, applications per second and findings so far, on standard error.

    Nothing is drawn on a pipe, nor without the extra `cli`.

    Yields:
        A function to call with every report.
    """
    if not (wanted and sys.stderr.isatty() and find_spec("rich")):
        yield _nothing
        return
    from rich.console import Console

    counts = {"files": 0, "applications": 0, "findings": 0}
    started, last = time.monotonic(), [""]
    with Console(stderr=True).status("") as status:

        def tick(report: Report) -> None:
            counts["files"] += report.source != last[0]
            counts["applications"] += 1
            counts["findings"] += len(report.findings)
            last[0] = report.source
            rate = counts["applications"] / max(time.monotonic() - started, 0.001)
            status.update(" · ".join(f"{count} {name}" for name, count in counts.items()) + f" · {rate:,.0f}/s")

        yield tick
