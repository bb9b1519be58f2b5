"""Errors that tell a caller of a mistake in the call, never of one in the data."""

import difflib
from collections.abc import Iterable


class ConfigError(ValueError):
    """A setting that does not exist or cannot be used; names the setting and the nearest valid one. Since 0.1."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest valid word, or nothing."""
    close = difflib.get_close_matches(word, tuple(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
