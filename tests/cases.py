"""The cases of the rule pages: known-good applications, and patches that spoil and repair them.

A patch is a table of pointer and value; steps that do not exist are created, `/-` appends to a list. Some
slips are no values; these keys, which begin with `~`, make them:

    "~move" = "44"                                  file in another province, before anything else happens
    "~remove" = ["/pointer", ...]                   take keys away
    "~copy" = { "/to" = "/from" }                   copy a part of the application, before anything is set
    "~repeat" = { "/pointer" = ["text", times] }    set a text too long to be written out
    "~text" = [["old", "new"], ...]                 replace in the JSON text
    "~encoding" = "gb18030"                         write the bytes in another encoding
    "~raw" = "text"                                 give this text instead; false takes it back
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from moved import moved

from beian_validate.finding import Fix
from beian_validate.result import Report
from beian_validate.validator import Validator

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
PAGES = ROOT / "src" / "beian_validate" / "rules" / "pages"
AS_OF = date(2026, 3, 1)
BASES: Mapping[str, str] = {
    "enterprise": "enterprise-zhejiang-aliyun.json",
    "individual": "individual-guangdong.json",
    "institution": "institution-hubei.json",
    "sole-trader": "sole-trader-guangdong.json",
    "app": "app-zhejiang-aliyun.json",
}
"""The known-good applications, by the name that a case calls them."""

Patch = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One case of a page.

    Parameters:
        code: the rule whose page it stands on.
        number: its place on the page, from 1.
        at: pointer of the finding.
        bad, repair, good: patches; `repair` goes on top of `bad`, the others on the base.
        also: codes that the same slip cannot but cause as well.
    """

    code: str
    number: int
    note: str
    at: str
    bad: Patch
    repair: Patch
    good: Patch
    base: str = "enterprise"
    as_of: date = AS_OF
    provider: str = ""
    province: str = ""
    also: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.code}-{self.number}"

    def judge(self, *patches: Patch) -> Report:
        """The report on the base with these patches."""
        return self.judge_bytes(encoded(self.base, *patches))

    def judge_bytes(self, data: bytes) -> Report:
        """The report on some bytes under the circumstances of the case."""
        return Validator(as_of=self.as_of, provider=self.provider, province=self.province).validate_json(data)


def page(code: str) -> Mapping[str, Any]:
    """The page of a rule as it is written, or an empty one."""
    file = PAGES / f"{code}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def cases_of(code: str) -> Iterator[Case]:
    """The cases of one rule; a case with missing or unknown keys fails here, by name of the key."""
    for number, row in enumerate(page(code).get("cases", ()), 1):
        known = {**row, "as_of": date.fromisoformat(str(row.get("as_of", AS_OF))), "also": tuple(row.get("also", ()))}
        yield Case(code=code, number=number, **known)


def load(name: str) -> dict[str, Any]:
    """A fresh copy of a base application, by its short name or the name of its file."""
    data: dict[str, Any] = json.loads((EXAMPLES / BASES.get(name, name)).read_text("utf-8"))
    return data


def patched(data: dict[str, Any], patch: Patch) -> dict[str, Any]:
    """A copy of the data with one patch applied, without what happens to its text."""
    data = moved(data, patch["~move"]) if "~move" in patch else deepcopy(data)
    for target, origin in patch.get("~copy", {}).items():
        _put(data, target, deepcopy(_get(data, origin)))
    for pointer in patch.get("~remove", ()):
        above, _, key = pointer.rpartition("/")
        owner = _get(data, above)
        del owner[int(key) if isinstance(owner, list) else key]
    for pointer, (text, times) in patch.get("~repeat", {}).items():
        _put(data, pointer, text * times)
    for pointer, value in patch.items():
        if not pointer.startswith("~"):
            _put(data, pointer, deepcopy(value))
    return data


def encoded(base: str, *patches: Patch) -> bytes:
    """A base application with patches, as the bytes of a file."""
    data = load(base)
    for patch in patches:
        data = patched(data, patch)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    raw, encoding = False, "utf-8"
    for patch in patches:
        for old, new in patch.get("~text", ()):
            assert old in text, f"the patch replaces {old!r}, which is not in the text"
            text = text.replace(old, new, 1)
        raw, encoding = patch.get("~raw", raw), patch.get("~encoding", encoding)
    return (text if raw is False else str(raw)).encode(encoding)


def fixed(data: dict[str, Any], fix: Fix) -> dict[str, Any]:
    """A copy of the data with the steps of a fix applied (RFC 6902: replace, add, remove)."""
    data = deepcopy(data)
    for step in fix.patch:
        if step.op == "remove":
            owner, _, key = step.path.rpartition("/")
            holder = _get(data, owner)
            del holder[int(key) if isinstance(holder, list) else key]
        else:
            _put(data, step.path, step.value)
    return data


def _get(data: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


def _put(data: Any, pointer: str, value: Any) -> None:
    *above, last = pointer.split("/")[1:]
    for step, following in zip(above, [*above, last][1:], strict=True):
        data = _below(data, step, [] if following == "-" or following.isdigit() else {})
    if isinstance(data, list):
        _set_item(data, last, value)
    else:
        data[last] = value


def _below(data: Any, step: str, new: Any) -> Any:
    if not isinstance(data, list):
        if data.get(step) is None:
            data[step] = new
        return data[step]
    if step == "-" or int(step) == len(data):
        data.append(new)
        return new
    return data[int(step)]


def _set_item(items: list[Any], step: str, value: Any) -> None:
    if step == "-" or int(step) == len(items):
        items.append(value)
    else:
        items[int(step)] = value
