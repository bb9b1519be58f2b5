"""What a check says about one value."""

from typing import NamedTuple

Facts = tuple[tuple[str, str | int], ...]


class Problem(NamedTuple):
    """One thing that is wrong with one value.

    Parameters:
        kind: kebab-case name of the problem, unique within its check module.
        facts: pairs (name, value) that explain it; positions count from 1.
        fix: the whole repaired value, when one can be derived; otherwise None.
        safe: whether applying `fix` cannot change the meaning of the value.
    """

    kind: str
    facts: Facts = ()
    fix: str | None = None
    safe: bool = False
