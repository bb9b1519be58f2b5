"""Rules of other packages: loaded only when named, never because they are installed."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from types import ModuleType

from beian_validate import pages
from beian_validate.errors import ConfigError, nearest
from beian_validate.rule import Rule, rules_of
from beian_validate.tables import bibliography

GROUP = "beian_validate.rules"
"""The entry-point group; each entry names a module whose rules are the plugin's."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """The rules of one entry point, and the package and version they come from."""

    name: str
    package: str
    version: str
    rules: tuple[Rule, ...]

    def told(self) -> str:
        """What a report says of it."""
        return f"{self.package} {self.version}"


def plugins(names: Iterable[str]) -> tuple[Plugin, ...]:
    """The plugins of these names, in their order.

    Raises:
        ConfigError: there is no such plugin (names the nearest), it cannot be imported, or a code of it does not
            start with X, has no page, or is another's.
    """
    found = tuple(_plugin(name) for name in dict.fromkeys(names))
    owners: dict[str, str] = {}
    for plugin in found:
        for rule in plugin.rules:
            if owners.setdefault(rule.code, plugin.name) != plugin.name:
                raise ConfigError(f"plugins {owners[rule.code]!r} and {plugin.name!r} both have a rule {rule.code}")
    return found


@cache
def _plugin(name: str) -> Plugin:
    entry = _entry(name)
    try:
        module = entry.load()
    except Exception as error:  # a foreign module may do anything when it is imported
        raise ConfigError(f"plugin {name!r} cannot be imported: {type(error).__name__}") from error
    if not isinstance(module, ModuleType):
        raise ConfigError(f"plugin {name!r} names no module")
    rules = rules_of(module)
    _add_words(module, name, rules)
    package = entry.dist
    return Plugin(name, package.name if package else name, package.version if package else "?", rules)


def _entry(name: str) -> EntryPoint:
    known = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in known:
        raise ConfigError(f"no plugin {name!r} is installed{nearest(name, known)}")
    return known[name]


def _add_words(module: ModuleType, name: str, rules: tuple[Rule, ...]) -> None:
    """Make the pages and the bibliography known that lie beside the module."""
    folder = files(module.__package__ or module.__name__)
    if (folder / "sources.toml").is_file():
        bibliography.add(tomllib.loads((folder / "sources.toml").read_text("utf-8")))
    for problem in _problems(name, rules):
        raise ConfigError(problem)
    for rule in rules:
        if not (folder / "pages" / f"{rule.code}.toml").is_file():
            raise ConfigError(f"plugin {name!r} has no page pages/{rule.code}.toml")
    pages.add(folder / "pages", (rule.code for rule in rules))


def _problems(name: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    if not rules:
        yield f"plugin {name!r} has no rules"
    for rule in rules:
        if not rule.code.startswith("X"):
            yield f"plugin {name!r}: the code {rule.code} must start with X"
        for cited in rule.sources:
            if not bibliography.is_known(cited.id):
                yield f"plugin {name!r}: {rule.code} cites {cited.id!r}, which is in no sources.toml"
