"""Write a new value into a YAML text at its place: comments, quotes and the order of keys stay as they are."""

import json
import re
from typing import TYPE_CHECKING, Any

from beian_validate.errors import extra
from beian_validate.splice import Edit

_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What a YAML text may hold only as an escape."""

if TYPE_CHECKING:
    from yaml.nodes import Node


def edit(text: str, root: "Node", pointer: str, value: object) -> Edit | None:
    """The edit that sets the value at a pointer, or None where there is no place for it.

    Parameters:
        text: the whole file.
        root: the application in it, with the marks of its parts.
        pointer: the value, or a key that its mapping does not have yet.
    """
    node = _find(root, pointer)
    if node is not None:
        start, end = node.start_mark.index, node.end_mark.index
        return Edit(start, end, _block(text, node, value) or _scalar(value, node.style))
    above, _, key = pointer.rpartition("/")
    parent = _find(root, above)
    if parent is None or parent.id != "mapping":
        return None
    return _member(parent, key, value)


def _find(node: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        if node.id == "sequence":
            node = node.value[int(part)] if part.isdigit() and int(part) < len(node.value) else None
        elif node.id == "mapping":
            name = part.replace("~1", "/").replace("~0", "~")
            node = next((item for key, item in reversed(node.value) if key.value == name), None)
        else:
            node = None
        if node is None:
            return None
    return node


def _member(parent: Any, key: str, value: object) -> Edit:
    """A new first key, on a line of its own where the others have theirs."""
    name = _scalar(key, None)
    if parent.flow_style or not parent.value:
        start = parent.start_mark.index + 1
        return Edit(start, start, f"{name}: {_scalar(value, chr(34))}{', ' if parent.value else ''}")
    mark = parent.value[0][0].start_mark
    return Edit(mark.index, mark.index, f"{name}: {_scalar(value, None)}\n{' ' * mark.column}")


def _block(text: str, node: Any, value: object) -> str:
    """A block of lines stays one; anything else is written on one line."""
    if node.style not in ("|", ">") or not isinstance(value, str):
        return ""
    written = _scalar(value, '"')
    return written + ("\n" if text[: node.end_mark.index].endswith("\n") else "")


def _scalar(value: object, style: str | None) -> str:
    """The value in the quotes it had, as far as they can hold it."""
    text = value if isinstance(value, str) else ""
    is_one_line = isinstance(value, str) and value.isprintable()
    if style == "'" and is_one_line:
        return "'" + text.replace("'", "''") + "'"
    if not style and is_one_line and _is_plain(text):
        return text
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))


def _is_plain(text: str) -> bool:
    """Whether a reader would take the bare text for itself, within brackets too, and every reader for a text."""
    yaml = extra("yaml", "yaml")
    try:
        return bool(yaml.load(f"[{text}]", Loader=yaml.CSafeLoader) == [text])
    except yaml.YAMLError:
        return False
