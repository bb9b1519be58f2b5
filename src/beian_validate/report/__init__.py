"""Reports in every format: one small module each, imported when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module

from beian_validate.errors import ConfigError, nearest
from beian_validate.result import Report

FORMATS = ("text", "json", "jsonl")


def render(reports: Report | Sequence[Report], format: str = "text", *, lang: str = "zh") -> str:
    """Write one report or several as text.

    Parameters:
        format: one of `FORMATS`.
        lang: `zh` or `en`.

    Raises:
        ConfigError: there is no such format or language; names the nearest.
    """
    several = (reports,) if isinstance(reports, Report) else tuple(reports)
    return writer(format, lang)(several, lang)


def writer(format: str, lang: str) -> Callable[[Sequence[Report], str], str]:
    """The function that writes a format.

    Raises:
        ConfigError: there is no such format or language; names the nearest.
    """
    if format not in FORMATS:
        raise ConfigError(f"no format {format!r}{nearest(format, FORMATS)}")
    if lang not in ("zh", "en"):
        raise ConfigError(f"no language {lang!r}; zh or en")
    function: Callable[[Sequence[Report], str], str] = import_module(f"beian_validate.report.{format}").render
    return function
