"""Judge stored applications in one process or several: in order, a part of a file at a time."""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from beian_validate.document import Source, Unreadable
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding
from beian_validate.load import Document, Missing, documents, files
from beian_validate.load import jsonl as jsonl_files
from beian_validate.result import Report
from beian_validate.validator import Validator

RANGE = 1 << 20
"""Bytes of a JSONL file that are judged at a time: some four hundred applications."""


class Task(NamedTuple):
    """A file, or a range of one in bytes with the number of lines before it."""

    source: str
    range: tuple[int, int] | None = None
    lines: int = 0

    @property
    def begins(self) -> bool:
        """Whether a file begins here."""
        return self.range is None or self.range[0] == 0


Result = tuple[bool, Iterable[Report | Missing]]
"""What came of a task, and whether a file begins with it."""


def judged(paths: Iterable[str], validator_of: Callable[[str], Validator], jobs: int = 1) -> Iterator[Report | Missing]:
    """The reports on all applications at the paths, in their order whatever the number of processes.

    Parameters:
        validator_of: the validator for a file.
        jobs: processes; 1 works in this one.

    Raises:
        ConfigError: `jobs` is below 1, or an extra that a file needs is not installed.
    """
    if jobs < 1:
        raise ConfigError(f"jobs must be 1 or more, not {jobs}")
    if jobs == 1:
        results: Iterator[Result] = (
            (True, (task,)) if isinstance(task, Missing) else (task.begins, _judge(task, validator_of(task.source)))
            for task in _tasks(paths)
        )
    else:
        results = _in_parallel(_tasks(paths), validator_of, jobs)
    return _counted(results)


def _tasks(paths: Iterable[str]) -> Iterator[Task | Missing]:
    for source in files(paths):
        if isinstance(source, Missing) or not _is_long(source):
            yield source if isinstance(source, Missing) else Task(source)
            continue
        lines = 0
        for start, stop, count in jsonl_files.ranges(Path(source), RANGE):
            yield Task(source, (start, stop), lines)
            lines += count


def _is_long(source: str) -> bool:
    path = Path(source)
    try:
        return path.suffix.lower() in (".jsonl", ".ndjson") and path.is_file() and path.stat().st_size > RANGE
    except (OSError, ValueError):
        return False


def _judge(task: Task, validator: Validator) -> Iterator[Report | Missing]:
    for document in _documents(task):
        yield document if isinstance(document, Missing) else judge(document, validator)


def _documents(task: Task) -> Iterator[Document | Missing]:
    if task.range is None:
        yield from documents(task.source)
        return
    try:
        for index, (content, line) in enumerate(jsonl_files.lines(Path(task.source), *task.range)):
            yield Document(task.source, index, content, line + task.lines)
    except OSError:
        yield Missing(task.source, "permission")


def judge(document: Document, validator: Validator) -> Report:
    """The report on one stored application, with the places of its file."""
    content = document.content
    if isinstance(content, Source):
        report = validator.validate_source(content)
    elif isinstance(content, Unreadable):
        report = validator.unreadable(content)
    else:
        report = _shifted(validator.validate_json(content), document.first_line - 1)
    return report.at(document.source, document.index)


def _shifted(report: Report, lines: int) -> Report:
    """The report with line numbers of the file instead of those of one of its lines."""
    if not lines:
        return report

    def moved(finding: Finding) -> Finding:
        place = finding.place
        return replace(finding, place=replace(place, line=place.line + lines)) if place.line else finding

    return replace(report, findings=tuple(map(moved, report.findings)), manual=tuple(map(moved, report.manual)))


def _counted(results: Iterable[Result]) -> Iterator[Report | Missing]:
    """Count the applications of a file on through its ranges."""
    count = 0
    for begins, result in results:
        first = count = 0 if begins else count
        for report in result:
            if isinstance(report, Report):
                count += 1
                report = report.at(report.source, report.index + first)
            yield report


def _in_parallel(
    tasks: Iterator[Task | Missing], validator_of: Callable[[str], Validator], jobs: int
) -> Iterator[Result]:
    """Keep twice as many tasks under way as there are processes, no more: memory stays flat."""
    under_way: deque[tuple[bool, Future[list[Report | Missing]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        while True:
            while len(under_way) < 2 * jobs and (task := next(tasks, None)) is not None:
                begins = isinstance(task, Missing) or task.begins
                under_way.append((begins, _sent(pool, task, validator_of)))
            if not under_way:
                return
            begins, done = under_way.popleft()
            yield begins, done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _sent(
    pool: ProcessPoolExecutor, task: Task | Missing, validator_of: Callable[[str], Validator]
) -> Future[list[Report | Missing]]:
    """Standard input belongs to this process; everything else is read where it is judged."""
    if not isinstance(task, Missing) and task.source != "-":
        return pool.submit(_judge_there, task, pickle.dumps(validator_of(task.source)))
    done: Future[list[Report | Missing]] = Future()
    done.set_result([task] if isinstance(task, Missing) else list(_judge(task, validator_of(task.source))))
    return done


def _judge_there(task: Task, validator: bytes) -> list[Report | Missing]:
    return list(_judge(task, _validator(validator)))


@lru_cache(maxsize=64)
def _validator(data: bytes) -> Validator:
    """Bind the rules once in every process, not once for every range."""
    validator: Validator = pickle.loads(data)
    return validator


def _ignore_interrupts() -> None:
    """The first process ends the others; each telling of the interrupt would be a traceback each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
