"""Law as data: dated rows with their sources, read when they are first needed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of this package, such as `sources` or `provinces/44-guangdong`.

    Raises:
        KeyError: there is no such table.
    """
    file = files("beian_validate") / "tables" / f"{name}.toml"
    if not file.is_file():
        raise KeyError(f"no table {name!r}")
    return tomllib.loads(file.read_text("utf-8"))
