"""Apply fixes to a stored application; everything that is not repaired stays as it was written."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from beian_validate import splice, splice_yaml
from beian_validate.document import Source, Unreadable, decode, read
from beian_validate.engine import is_within
from beian_validate.finding import Finding, Fix, Place, Safety
from beian_validate.load import json as json_files
from beian_validate.load import yaml as yaml_files
from beian_validate.masking import Masker
from beian_validate.result import Report
from beian_validate.schema.application import Application
from beian_validate.schema.node import Privacy
from beian_validate.shape import shape
from beian_validate.splice import Edit, value_at
from beian_validate.tree import extra, field_at
from beian_validate.validator import Validator

if TYPE_CHECKING:
    from yaml.nodes import Node

ROUNDS = 8
"""One fix replaces a whole value, so a value with several slips takes several rounds."""

_BOM = b"\xef\xbb\xbf"
Editor = Callable[[str, object], Edit | None]
Part = tuple[Source, Editor]
"""An application in a text, and how one of its values is written anew."""


class Repaired(NamedTuple):
    """The file after the fixes, and what was repaired, by code and pointer."""

    data: bytes
    applied: tuple[Finding, ...]


def repair(data: bytes, suffix: str, validator: Validator, suggested: bool = False) -> Repaired:
    """Apply fixes until none is left.

    Parameters:
        data: a whole file.
        suffix: what kind of file it is; one of `FORMATS`.
        suggested: also apply fixes that a person should confirm.

    Raises:
        Unreadable: the file cannot be read.
        ConfigError: an extra that the format needs is not installed.
    """
    wanted = frozenset(Safety) if suggested else frozenset({Safety.SAFE})
    mark = _BOM if data.startswith(_BOM) else b""
    texts: list[str] = []
    applied: list[Finding] = []
    for number, text in _texts(decode(data), suffix):
        try:
            new, done = _rounds(text, FORMATS[suffix], validator, wanted)
        except Unreadable as error:
            raise Unreadable(error.kind, _moved(error.place, number), **error.facts) from None
        texts.append(new)
        applied += [replace(finding, place=_moved(finding.place, number)) for finding in done]
    return Repaired(mark + "".join(texts).encode("utf-8"), tuple(applied))


def shown(data: bytes, suffix: str) -> str:
    """The text of a file with every personal value masked, in the layout that it has.

    Raises:
        Unreadable: the file cannot be read.
    """
    return "".join(_shown(text, FORMATS[suffix]) for _, text in _texts(decode(data), suffix))


def _texts(text: str, suffix: str) -> Iterator[tuple[int, str]]:
    """The parts of a file that are read each for itself, with the number of lines before them."""
    if suffix not in _BY_LINE:
        yield 0, text
        return
    yield from enumerate(re.findall(r"[^\n]*\n|[^\n]+", text))


def _moved(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines) if place.line else place


def _json_parts(text: str) -> Iterator[Part]:
    whole = read(text)
    for source in json_files.items(whole) if isinstance(whole.value, list) else (whole,):
        yield source, _json_editor(text, source)


def _line_parts(text: str) -> Iterable[Part]:
    return _json_parts(text) if text.strip() else ()


def _json_editor(text: str, source: Source) -> Editor:
    return lambda pointer, value: splice.edit(text, source, pointer, value)


def _yaml_parts(text: str) -> Iterator[Part]:
    for root in yaml_files.compose(text):
        for node in yaml_files.applications(root):
            yield yaml_files.source(node), _yaml_editor(text, node)


def _yaml_editor(text: str, node: "Node") -> Editor:
    return lambda pointer, value: splice_yaml.edit(text, node, pointer, value)


FORMATS: Mapping[str, Callable[[str], Iterable[Part]]] = {
    ".json": _json_parts,
    ".jsonl": _line_parts,
    ".ndjson": _line_parts,
    ".yaml": _yaml_parts,
    ".yml": _yaml_parts,
}
"""The applications of a text and how they are written, by the suffix of the file."""

_BY_LINE = frozenset({".jsonl", ".ndjson"})


def _rounds(
    text: str, parts: Callable[[str], Iterable[Part]], validator: Validator, wanted: frozenset[Safety]
) -> tuple[str, list[Finding]]:
    """Repair and look again; what can no longer be read after a round is taken back."""
    applied: list[Finding] = []
    for _ in range(ROUNDS):
        edits: list[Edit] = []
        repaired: list[Finding] = []
        for source, editor in parts(text):
            for finding, changes in _changes(validator.validate_source(source), editor, wanted):
                edits += changes
                repaired.append(finding)
        new = splice.apply(text, edits)
        if new == text or not _is_readable(new, parts):
            break
        text = new
        applied += repaired
    return text, applied


def _changes(report: Report, editor: Editor, wanted: frozenset[Safety]) -> Iterator[tuple[Finding, list[Edit]]]:
    """The fixes that can be made at once: each whole, and none that touches a value of another."""
    touched: set[str] = set()
    for finding in report.findings:
        if finding.fix is None or finding.fix.safety not in wanted or _touches(finding.fix, touched):
            continue
        edits = [editor(step.path, step.value) for step in finding.fix.patch if step.op in ("replace", "add")]
        made = [edit for edit in edits if edit is not None]
        if made and len(made) == len(finding.fix.patch):
            touched.update(step.path for step in finding.fix.patch)
            yield finding, made


def _touches(fix: Fix, touched: set[str]) -> bool:
    paths, others = frozenset(step.path for step in fix.patch), frozenset(touched)
    return any(is_within(path, others) for path in paths) or any(is_within(path, paths) for path in others)


def _shown(text: str, parts: Callable[[str], Iterable[Part]]) -> str:
    edits: list[Edit | None] = []
    for source, editor in parts(text):
        masker = Masker(shape(source.value, Application).node)
        for pointer in source.places:
            old = value_at(source.value, pointer)
            new = _shown_value(masker, pointer, old)
            edits += [editor(pointer, new)] if new != old else []
    return splice.apply(text, [edit for edit in edits if edit is not None])


def _shown_value(masker: Masker, pointer: str, value: object) -> object:
    """The value as it may be shown; what stands in no field of the schema is not shown."""
    info = field_at(Application, pointer)
    if isinstance(value, dict | list | bool) or value is None:
        return value
    if info is None or (isinstance(value, int | float) and len(str(value)) > 5):
        return "…"
    shown = masker.excerpt(pointer, value) or ""
    always = extra(info)["x-privacy"] in _ALWAYS_PERSONAL
    return value if isinstance(value, int | float) else "…" if always and shown == value and value else shown


_ALWAYS_PERSONAL = frozenset(
    {Privacy.PERSON_NAME, Privacy.IDENTITY_NUMBER, Privacy.PHONE, Privacy.EMAIL, Privacy.ADDRESS}
)


def _is_readable(text: str, parts: Callable[[str], Iterable[Part]]) -> bool:
    try:
        return len(list(parts(text))) > 0
    except Unreadable:
        return False
