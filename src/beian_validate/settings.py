"""Settings from `beian-validate.toml` or `[tool.beian-validate]` in pyproject.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from beian_validate.errors import ConfigError, nearest

OWN = "beian-validate.toml"
PER_PATH: Mapping[str, type | tuple[type, ...]] = {
    "provider": str, "province": str, "select": (str, list), "ignore": (str, list),
}  # fmt: skip
"""Keys that may also stand in a table `[[paths]]`, for the files of its `files` alone."""

KEYS: Mapping[str, type | tuple[type, ...]] = {
    **PER_PATH,
    "fail-on": str, "lang": str, "waivers": str, "baseline": str, "jobs": int, "plugins": list, "paths": list,
}  # fmt: skip
CHOICES: Mapping[str, tuple[str, ...]] = {"fail-on": ("error", "warning", "advice"), "lang": ("zh", "en")}


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings and the folder that their paths start from.

    Parameters:
        values: by key, without `paths`.
        paths: the tables `[[paths]]`, each with `files` as patterns.
    """

    folder: Path = Path()
    values: Mapping[str, Any] = field(default_factory=dict)
    paths: tuple[Mapping[str, Any], ...] = ()

    def fitting(self, file: str) -> tuple[int, ...]:
        """Which tables `[[paths]]` fit a file, later ones winning over earlier ones."""
        if file == "-":
            return ()
        try:
            name = Path(file).resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return ()
        return tuple(number for number, table in enumerate(self.paths) if any(fnmatch(name, f) for f in table["files"]))

    def merged(self, tables: tuple[int, ...]) -> dict[str, Any]:
        """The values with those of some tables on top."""
        merged = dict(self.values)
        for number in tables:
            merged |= {key: value for key, value in self.paths[number].items() if key != "files"}
        return merged

    def file(self, key: str) -> Path | None:
        """A setting that is a path, from the folder of the settings."""
        return self.folder / self.values[key] if key in self.values else None


def find(start: Path) -> Settings:
    """The settings of the nearest folder that has any, from `start` upwards.

    Raises:
        ConfigError: a key or value that does not exist; names the nearest.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / OWN).is_file():
            return read(folder / OWN)
        project = folder / "pyproject.toml"
        if project.is_file() and "beian-validate" in _toml(project).get("tool", {}):
            return read(project)
    return Settings()


def read(file: Path) -> Settings:
    """The settings of one file.

    Raises:
        ConfigError: it cannot be read, or has a key or value that does not exist; names the nearest.
    """
    values = _toml(file)
    if file.name == "pyproject.toml":
        values = values.get("tool", {}).get("beian-validate", {})
    where = file.name
    _check(values, KEYS, where)
    tables = values.get("paths", [])
    for table in tables:
        if not isinstance(table, dict) or not isinstance(table.get("files"), list):
            raise ConfigError(f"{where}: every table [[paths]] needs a list `files`")
        _check(table, {**PER_PATH, "files": list}, f"{where}, paths")
    return Settings(file.parent, {key: value for key, value in values.items() if key != "paths"}, tuple(tables))


def _check(values: Mapping[str, Any], known: Mapping[str, type | tuple[type, ...]], where: str) -> None:
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"{where}: no setting {key!r}{nearest(key, known)}")
        is_texts = not isinstance(value, list) or key == "paths" or all(isinstance(item, str) for item in value)
        if not isinstance(value, known[key]) or isinstance(value, bool) or not is_texts:
            raise ConfigError(f"{where}: {key} must be {_expected(known[key])}")
        choices = CHOICES.get(key)
        if choices and value not in choices:
            raise ConfigError(f"{where}: {key} must be one of {', '.join(choices)}{nearest(str(value), choices)}")


def _expected(kind: type | tuple[type, ...]) -> str:
    words = {str: "a text", list: "a list of texts", int: "a whole number"}
    return " or ".join(words[one] for one in (kind if isinstance(kind, tuple) else (kind,)))


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file.name}: cannot be read: {error}") from None
