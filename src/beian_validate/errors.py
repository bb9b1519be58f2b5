"""Errors that tell a caller of a mistake in the call, never of one in the data."""

import difflib
from collections.abc import Iterable
from importlib import import_module
from typing import Any


class ConfigError(ValueError):
    """A setting that does not exist or cannot be used; names the setting and the nearest valid one. Since 0.1."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest valid word, or nothing."""
    close = difflib.get_close_matches(word, tuple(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""


def extra(module: str, name: str) -> Any:
    """A package that is installed only with an extra.

    Raises:
        ConfigError: it is not there; names the extra.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ConfigError(f"{module} is not installed: pip install 'beian-validate[{name}]'") from None
