"""A JSON text read with the place of every value, refusing what other readers pass over in silence."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from beian_validate.finding import Place

DEEPEST = 64
"""Levels. An application has seven; deeper input is refused before it can exhaust the stack."""

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])", re.ASCII)
_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\]++|\\.)*+")(?P<key>[ \t\n\r]*+:)?|(?P<open>[{\[])|(?P<close>[}\]])|(?P<comma>,)"""
    r"""|[^ \t\n\r",:{}\[\]]++"""
)
_STEP_END = re.compile(r"(?=/)|\Z")
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None}
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class Unreadable(Exception):
    """A text that is no JSON; raised since 0.1.

    Parameters:
        kind: `encoding`, `syntax`, `too-deep` or `empty`.
        place: where reading stopped.
        facts: what the message says besides.
    """

    def __init__(self, kind: str, place: Place, **facts: str) -> None:
        super().__init__(kind)
        self.kind, self.place, self.facts = kind, place, facts


class Source(NamedTuple):
    """A value with the places of its parts, of keys that were given twice, and of numbers that lost digits."""

    value: Any
    places: Mapping[str, Place]
    duplicates: tuple[tuple[str, Place], ...]
    damaged: tuple[str, ...] = ()


def decode(data: bytes) -> str:
    """The text of a file that should be UTF-8; a UTF-8 byte-order mark is dropped.

    Raises:
        Unreadable: the bytes are something else.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            raise Unreadable("encoding", Place(1, 1), encoding=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise Unreadable("encoding", _Lines(before).place(len(before)), encoding=_guess(data)) from None


def read(text: str) -> Source:
    """Read one JSON value.

    Raises:
        Unreadable: the text is not JSON, or nested deeper than any application.
    """
    return _Reader(text).read()


def places(data: bytes, pointers: Iterable[str]) -> Mapping[str, Place]:
    """Where some values of a JSON text stand, and those around them, as far as there are such.

    Parameters:
        data: a text that has been read as JSON already; nothing is checked again.
        pointers: of the values that are looked for.
    """
    text = data.decode()
    wanted = {pointer[: end.start()] for pointer in pointers for end in _STEP_END.finditer(pointer)}
    lines = _Lines(text)
    return {pointer: lines.place(offset) for pointer, offset in _offsets(text) if pointer in wanted}


def _offsets(text: str) -> Iterator[tuple[str, int]]:
    """Every value of a valid JSON text, as its pointer and where it begins."""
    above: list[tuple[str, int]] = []
    prefix, step, index = "", "", 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "key":
            name = token["text"]
            step = "/" + escape(json.loads(name) if "\\" in name else name[1:-1])
        elif kind == "comma":
            index += 1
            step = f"/{index}"
        elif kind == "close":
            prefix, index = above.pop()
        else:
            pointer = prefix + step
            yield pointer, token.start()
            if kind == "open":
                above.append((prefix, index))
                prefix, step, index = pointer, "/0", 0


def nearest(places: Mapping[str, Place], pointer: str) -> Place:
    """The place of a value, or of the nearest value above it that exists."""
    while pointer and pointer not in places:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer, Place())


def _guess(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB18030"


class _Lines:
    """Line and column of an offset, both counted from 1, in characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


class _Reader:
    """Reads iteratively: the depth of the input never becomes the depth of the stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = _Lines(text)
        self._places: dict[str, Place] = {}
        self._duplicates: list[tuple[str, Place]] = []
        self._open: list[tuple[Any, str]] = []

    def read(self) -> Source:
        position = self._skip(0)
        if position == len(self._text):
            raise self._error("empty", position)
        root, position = self._value(position, "")
        while self._open:
            position = self._member(position)
        position = self._skip(position)
        if position < len(self._text):
            raise self._error("syntax", position)
        return Source(root, self._places, tuple(self._duplicates))

    def _value(self, position: int, pointer: str) -> tuple[Any, int]:
        """Read a scalar, or open a container whose members `_member` reads."""
        self._places[pointer] = self._lines.place(position)
        start = self._text[position : position + 1]
        if start in ("{", "["):
            if len(self._open) >= DEEPEST:
                raise self._error("too-deep", position)
            container: Any = {} if start == "{" else []
            self._open.append((container, pointer))
            return container, position + 1
        if start == '"':
            return self._string(position)
        return self._scalar(position)

    def _member(self, position: int) -> int:
        container, pointer = self._open[-1]
        position = self._skip(position)
        if self._text.startswith("}" if isinstance(container, dict) else "]", position):
            self._open.pop()
            return position + 1
        if container:
            position = self._skip(self._expect(",", position))
        if isinstance(container, list):
            value, position = self._value(position, f"{pointer}/{len(container)}")
            container.append(value)
            return position
        return self._pair(container, pointer, position)

    def _pair(self, container: dict[str, Any], pointer: str, position: int) -> int:
        if not self._text.startswith('"', position):
            raise self._error("syntax", position)
        key, after = self._string(position)
        member = f"{pointer}/{escape(key)}"
        if key in container:
            self._duplicates.append((member, self._lines.place(position)))
        after = self._skip(self._expect(":", self._skip(after)))
        container[key], after = self._value(after, member)
        return after

    def _string(self, position: int) -> tuple[str, int]:
        try:
            found: tuple[str, int] = scanstring(self._text, position + 1, True)
        except json.JSONDecodeError as error:
            raise self._error("syntax", error.pos) from None
        return found

    def _scalar(self, position: int) -> tuple[Any, int]:
        number = _NUMBER.match(self._text, position)
        if number:
            return _number(number.group()), number.end()
        word = _WORD.match(self._text, position)
        if word and word.group() in _WORDS:
            return _WORDS[word.group()], word.end()
        raise self._error("syntax", position)

    def _expect(self, sign: str, position: int) -> int:
        if not self._text.startswith(sign, position):
            raise self._error("syntax", position)
        return position + 1

    def _skip(self, position: int) -> int:
        blank = _BLANK.match(self._text, position)
        return blank.end() if blank else position

    def _error(self, kind: str, offset: int) -> Unreadable:
        return Unreadable(kind, self._lines.place(offset))


def escape(key: str) -> str:
    """A key as a step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def _number(text: str) -> float | int:
    """A number; one with thousands of digits is as good as infinite, no field takes either."""
    return int(text) if text.lstrip("-").isdigit() and len(text) < 400 else float(text)
