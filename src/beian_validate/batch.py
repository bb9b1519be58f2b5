"""Validate a stream in one process or several, in order, with bounded memory."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any

from beian_validate.errors import ConfigError
from beian_validate.result import Report
from beian_validate.validator import Validator

CHUNK = 200
"""Applications sent to a worker at once: large enough to hide the cost of sending."""


def stream(validator: Validator, applications: Iterable[Any], workers: int) -> Iterator[Report]:
    """The reports on a stream of applications, in its order; `index` counts them from 0.

    Raises:
        ConfigError: `workers` is below 1.
    """
    if workers < 1:
        raise ConfigError(f"workers must be 1 or more, not {workers}")
    reports = _in_turn(validator, applications) if workers == 1 else _in_parallel(validator, applications, workers)
    return (report.at(report.source, index) for index, report in enumerate(reports))


def _in_turn(validator: Validator, applications: Iterable[Any]) -> Iterator[Report]:
    return map(validator.validate, applications)


def _in_parallel(validator: Validator, applications: Iterable[Any], workers: int) -> Iterator[Report]:
    """Keep twice as many chunks under way as there are workers, no more: memory stays flat."""
    waiting = iter(applications)
    under_way: deque[Future[list[Report]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        while True:
            while len(under_way) < 2 * workers and (chunk := list(islice(waiting, CHUNK))):
                under_way.append(pool.submit(_chunk, validator, chunk))
            if not under_way:
                return
            yield from under_way.popleft().result()


def _chunk(validator: Validator, applications: list[Any]) -> list[Report]:
    return [validator.validate(application) for application in applications]
