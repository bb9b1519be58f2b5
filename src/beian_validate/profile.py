"""Which rules a validator runs and under which circumstances: checked once, when it is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from beian_validate.checks.provinces import province_code
from beian_validate.context import Circumstances
from beian_validate.errors import ConfigError, nearest
from beian_validate.rule import Rule
from beian_validate.schema.open_vocabulary import provider_slug


@dataclass(frozen=True, slots=True)
class Ruleset:
    """A selection of rules, by code, by family or by name.

    Parameters:
        select: only these; everything when empty.
        ignore: not these; wins over `select`.

    Raises:
        ConfigError: when a selector fits no rule.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def of(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The selected rules."""
        rules = tuple(rules)
        for selector in (*self.select, *self.ignore):
            _require(selector, rules)
        return tuple(rule for rule in rules if self._takes(rule))

    def _takes(self, rule: Rule) -> bool:
        wanted = not self.select or any(_fits(selector, rule) for selector in self.select)
        return wanted and not any(_fits(selector, rule) for selector in self.ignore)


def _fits(selector: str, rule: Rule) -> bool:
    return selector in (rule.name, rule.code) or (len(selector) < 6 and rule.code.startswith(selector.upper()))


def _require(selector: str, rules: tuple[Rule, ...]) -> None:
    if selector and any(_fits(selector, rule) for rule in rules):
        return
    known = sorted({name for rule in rules for name in (str(rule.code), rule.name, rule.code.family)})
    raise ConfigError(f"no rule fits {selector!r}{nearest(selector, known)}")


def circumstances(as_of: date | None, provider: str, province: str) -> Circumstances:
    """The circumstances of a run.

    Parameters:
        as_of: the day of judgement; time-dependent rules do not apply without one.
        provider: slug or Chinese name; used where the application names none.
        province: name, 2 or 6 digits; used where the sponsor gives no division.

    Raises:
        TypeError: `as_of` is no date.
        ConfigError: there is no such province.
    """
    if as_of is not None and (not isinstance(as_of, date) or isinstance(as_of, datetime)):
        raise TypeError(f"as_of must be a datetime.date, not {type(as_of).__name__}")
    code = province_code(province) if province else ""
    if code is None:
        raise ConfigError(f"province {province!r} is not known: give its name, or its 2 or 6 digits")
    return Circumstances(as_of, provider_slug(provider), code)


def selectors(given: Iterable[str] | str | None, key: str) -> tuple[str, ...]:
    """A list of selectors as it was given, one text included.

    Raises:
        TypeError: something else was given.
    """
    if isinstance(given, str):
        given = given.split(",")
    items = tuple(given or ())
    if not all(isinstance(item, str) for item in items):
        raise TypeError(f"{key} must be a list of codes, families or names")
    return tuple(item.strip() for item in items)
