"""Reports in every format: one small module each, imported when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Literal, overload

from beian_validate.errors import ConfigError, nearest
from beian_validate.result import Report

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html", "csv", "xlsx")
Writer = Callable[[Sequence[Report], str], str | bytes]
TextFormat = Literal["text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html", "csv"]


@overload
def render(reports: Report | Sequence[Report], format: TextFormat = "text", *, lang: str = "zh") -> str: ...
@overload
def render(reports: Report | Sequence[Report], format: Literal["xlsx"], *, lang: str = "zh") -> bytes: ...
@overload
def render(reports: Report | Sequence[Report], format: str, *, lang: str = "zh") -> str | bytes: ...


def render(reports: Report | Sequence[Report], format: str = "text", *, lang: str = "zh") -> str | bytes:
    """Write one report or several as text, or as the bytes of a workbook.

    Parameters:
        format: one of `FORMATS`; `xlsx` gives bytes. `html` and `xlsx` need the extra of the same name.
        lang: `zh` or `en`.

    Raises:
        ConfigError: there is no such format or language (names the nearest), or its extra is not installed.
    """
    several = (reports,) if isinstance(reports, Report) else tuple(reports)
    return writer(format, lang)(several, lang)


def writer(format: str, lang: str) -> Writer:
    """The function that writes a format.

    Raises:
        ConfigError: there is no such format or language; names the nearest.
    """
    if format not in FORMATS:
        raise ConfigError(f"no format {format!r}{nearest(format, FORMATS)}")
    if lang not in ("zh", "en"):
        raise ConfigError(f"no language {lang!r}; zh or en")
    function: Writer = import_module(f"beian_validate.report.{format}").render
    return function
