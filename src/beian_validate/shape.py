"""Turn any value into an application: what does not fit is reported, blanked and left out, never fatal."""

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from beian_validate.checks import written_date
from beian_validate.document import escape
from beian_validate.finding import Value
from beian_validate.schema.node import LONG_TERM, LONGEST_TEXT, Node
from beian_validate.schema.term import Term
from beian_validate.tree import extra, field_at, node_type

ROUNDS = 8
"""Blanking one wrong value may uncover others below it, at most once per level of the schema."""

KINDS: Mapping[str, str] = {
    "extra_forbidden": "unknown-field",
    "string_type": "not-a-text",
    "string_sub_type": "not-a-text",
    "string_too_long": "text-too-long",
    "string_unicode": "not-unicode",
    "tuple_type": "not-a-list",
    "model_type": "not-an-object",
    "model_attributes_type": "not-an-object",
    "dict_type": "not-an-object",
    "enum": "unknown-term",
    "not_a_date": "not-a-date",
    "not_an_end_date": "not-a-date",
    "not_a_moment": "not-a-moment",
    "not_a_flag": "not-a-flag",
    "not_a_province": "not-a-province",
    "invalid_key": "unknown-field",
    "recursion_loop": "not-an-object",
}
"""From pydantic's error types, which are stable, to our kinds; its texts are never used, they may quote the input."""

MEANT: Mapping[str, str] = {"not-a-date": "date-form", "not-a-moment": "date-form", "not-a-text": "number-as-text"}
"""What a kind becomes where it is clear which value was meant, so that the rest can be judged."""
LARGEST_EXACT = 10**15
"""Figures below this have lost no digit, even where a spreadsheet held them."""

Path = tuple[int | str, ...]

_DROP = object()
_EMPTY_ITEMS: Mapping[str, Any] = {
    "model_type": {},
    "model_attributes_type": {},
    "string_type": "",
    "string_too_long": "",
    "string_unicode": "",
}
_PLAIN_KEY = re.compile(r"(?!.*\d{5})[\w .\-/（）()]{1,40}")


class Misfit(NamedTuple):
    """A value of the wrong shape."""

    kind: str
    pointer: str
    params: Mapping[str, Value]


class Meant(NamedTuple):
    """The value that stands for one of the wrong shape."""

    value: str


class Shaped(NamedTuple):
    """The node that could be read, what could not, list positions that had to be dropped, and values put right."""

    node: Node
    misfits: tuple[Misfit, ...]
    unreadable: frozenset[str]
    dropped: Mapping[str, tuple[int, ...]]
    meant: Mapping[str, str] = {}


def shape(value: object, kind: type[Node]) -> Shaped:
    """Read a value as a node, however wrong it is."""
    misfits: dict[str, Misfit] = {}
    dropped: dict[str, tuple[int, ...]] = {}
    meant: dict[str, str] = {}
    for _ in range(ROUNDS):
        try:
            return _shaped(kind.model_validate(value), misfits, dropped, meant)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_context=False)
        wrong = {misfit["loc"]: _judged(misfit, kind, misfits, meant) for misfit in errors}
        value = _blanked(value, wrong, "", dropped)
    return _shaped(kind(), misfits, {}, {})


def _shaped(
    node: Node, misfits: Mapping[str, Misfit], dropped: Mapping[str, tuple[int, ...]], meant: Mapping[str, str]
) -> Shaped:
    read = {pointer for pointer, misfit in misfits.items() if pointer in meant or misfit.kind == "unknown-field"}
    return Shaped(node, tuple(misfits.values()), frozenset(misfits) - read, dropped, meant)


def _judged(error: ErrorDetails, kind: type[Node], misfits: dict[str, Misfit], meant: dict[str, str]) -> "str | Meant":
    """Note a wrong value once, and say what it means, or else what is wrong.

    Null, and an empty text where no text is meant, are only absent.
    """
    pointer = "".join(f"/{_step(part)}" for part in error["loc"])
    is_absent = error["loc"] and (error["input"] is None or error["input"] == "")
    value = _value_meant(error, kind)
    if pointer not in misfits and (error["type"] == "extra_forbidden" or not is_absent):
        name = KINDS.get(error["type"], "other")
        facts = _FACTS.get(name, _no_facts)(error, kind)
        misfits[pointer] = Misfit(MEANT[name] if value else name, pointer, facts)
    if value:
        meant[pointer] = value
    return Meant(value) if value else error["type"]


def _value_meant(error: ErrorDetails, kind: type[Node]) -> str:
    """What a value of the wrong shape can only mean: a day written otherwise, a number that is a figure."""
    value, wrong = error["input"], error["type"]
    if wrong == "string_type":
        return _figure(value) if _is_identifier(error["loc"], kind) else ""
    text = _written(value)
    if wrong == "not_an_end_date" and written_date.has_no_end(text):
        return LONG_TERM
    if wrong == "not_a_moment":
        return written_date.as_moment(text)
    return written_date.as_day(text) if wrong in ("not_a_date", "not_an_end_date") else ""


def _written(value: object) -> str:
    """A value as text, where it is one that a table holds for a day."""
    if isinstance(value, datetime):
        return value.isoformat() if value.tzinfo is None else ""
    return str(value) if isinstance(value, str) or type(value) is int else ""


def _figure(value: object) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < LARGEST_EXACT:
        return ""
    return str(int(value)) if value == int(value) else ""


def _is_identifier(path: Path, kind: type[Node]) -> bool:
    info = field_at(kind, "".join(f"/{part}" for part in path)) if path and isinstance(path[-1], str) else None
    return info is not None and bool(extra(info)["x-identifier"])


def _step(part: int | str) -> str:
    """A step of a pointer; a key that looks like a number or an address may be personal and is not repeated."""
    return (
        escape(part)
        if isinstance(part, str) and _PLAIN_KEY.fullmatch(part)
        else str(part)
        if isinstance(part, int)
        else "?"
    )


def _blanked(value: Any, wrong: Mapping[Path, str | Meant], pointer: str, dropped: dict[str, tuple[int, ...]]) -> Any:
    """A copy of the value without its wrong parts, given by path and type of error or by what they mean."""
    if () in wrong:
        own = wrong[()]
        return own.value if isinstance(own, Meant) else _DROP if pointer else {}
    below: dict[int | str, dict[Path, str | Meant]] = {}
    for path, kind in wrong.items():
        below.setdefault(path[0], {})[path[1:]] = kind
    if isinstance(value, Mapping):
        return _blanked_mapping(value, below, pointer, dropped)
    if isinstance(value, list | tuple):
        return _blanked_list(value, below, pointer, dropped)
    return _DROP if pointer else {}


def _blanked_mapping(
    value: Mapping[Any, Any],
    below: Mapping[int | str, Mapping[Path, str | Meant]],
    pointer: str,
    dropped: dict[str, tuple[int, ...]],
) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            continue
        new = _blanked(item, below[key], f"{pointer}/{key}", dropped) if key in below else item
        if new is not _DROP:
            kept[key] = new
    return kept


def _blanked_list(
    value: list[Any] | tuple[Any, ...],
    below: Mapping[int | str, Mapping[Path, str | Meant]],
    pointer: str,
    dropped: dict[str, tuple[int, ...]],
) -> list[Any]:
    """Nodes and texts stay as empty ones, so that positions keep their meaning; terms are dropped and noted."""
    items: list[Any] = []
    for index, item in enumerate(value):
        if index in below:
            blank = _EMPTY_ITEMS.get(str(below[index].get((), "")), _DROP)
            item = blank if () in below[index] else _blanked(item, below[index], f"{pointer}/{index}", dropped)
        items.append(item)
    gone = tuple(index for index, item in enumerate(items) if item is _DROP)
    if gone:
        dropped[pointer] = gone
    return [item for item in items if item is not _DROP]


def original(pointer: str, dropped: Mapping[str, tuple[int, ...]]) -> str:
    """Where a value stood in the input, before terms that could not be read were dropped from its list."""
    for place, gone in dropped.items():
        if pointer.startswith(f"{place}/"):
            index, slash, rest = pointer[len(place) + 1 :].partition("/")
            position = int(index)
            for earlier in gone:
                position += earlier <= position
            pointer = f"{place}/{position}{slash}{rest}"
    return pointer


def _no_facts(error: ErrorDetails, kind: type[Node]) -> Mapping[str, Value]:
    return {}


def _nearest_field(error: ErrorDetails, kind: type[Node]) -> Mapping[str, Value]:
    *above, name = error["loc"]
    owner: type[Node] | None = kind
    for part in above:
        if owner is not None and isinstance(part, str):
            owner = node_type(owner, part)
    names = tuple(owner.model_fields) if owner else ()
    close = difflib.get_close_matches(str(name), names, n=1)
    return {"key": _step(name), "nearest": close[0] if close else "", "allowed": names}


def _allowed_terms(error: ErrorDetails, kind: type[Node]) -> Mapping[str, Value]:
    info = field_at(kind, "".join(f"/{part}" for part in error["loc"]))
    return {"allowed": tuple(terms_of(info.annotation) if info else ())}


def terms_of(annotation: Any) -> tuple[Term, ...]:
    """The vocabulary that a field takes its value from."""
    if isinstance(annotation, type) and issubclass(annotation, Term):
        return tuple(annotation)
    return next((found for inner in get_args(annotation) if (found := terms_of(inner))), ())


def _longest(error: ErrorDetails, kind: type[Node]) -> Mapping[str, Value]:
    return {"limit": LONGEST_TEXT}


_FACTS: Mapping[str, Callable[[ErrorDetails, type[Node]], Mapping[str, Value]]] = {
    "unknown-field": _nearest_field,
    "unknown-term": _allowed_terms,
    "text-too-long": _longest,
}
