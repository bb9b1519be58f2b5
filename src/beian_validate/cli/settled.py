"""Options of the command line with the settings of the project under them."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from beian_validate.errors import ConfigError
from beian_validate.settings import Settings, find, read
from beian_validate.validator import Validator


def settings_of(options: Namespace) -> Settings:
    """The settings that were named, or the nearest ones.

    Raises:
        ConfigError: a key or value that does not exist.
    """
    return read(Path(options.config)) if options.config else find(Path())


def value(options: Namespace, settings: Settings, key: str, default: Any) -> Any:
    """What was given on the command line, else what the settings say."""
    given = getattr(options, key.replace("-", "_"))
    return settings.values.get(key, default) if given is None else given


def day_of(options: Namespace) -> date:
    """The day of judgement: that of the option or today, and as many days later as were asked for."""
    day: date = options.as_of or date.today()
    try:
        return day + timedelta(days=getattr(options, "ahead", 0) or 0)
    except OverflowError:
        raise ConfigError("--ahead leads beyond the calendar") from None


def validators(options: Namespace, settings: Settings) -> Callable[[str], Validator]:
    """The validator for a file: its circumstances come from the options, else from the settings for its path.

    Raises:
        ConfigError: a setting that does not exist; told at once for every table, not at the first file it fits.
    """
    day = day_of(options)

    @lru_cache(maxsize=256)
    def validator(tables: tuple[int, ...]) -> Validator:
        values = settings.merged(tables)
        return Validator(
            as_of=day,
            provider=options.provider or values.get("provider", ""),
            province=options.province or values.get("province", ""),
            select=options.select or values.get("select"),
            ignore=options.ignore or values.get("ignore"),
            plugins=options.plugins or values.get("plugins"),
            show_values=getattr(options, "show_values", False),
        )

    for tables in ((), *((number,) for number in range(len(settings.paths)))):
        validator(tables)
    return lambda file: validator(settings.fitting(file))
