"""A YAML file: one application, a list of several, or several documents; every scalar is a text, nothing is run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from beian_validate.document import DEEPEST, Source, Unreadable, decode, escape
from beian_validate.errors import extra
from beian_validate.finding import Place

if TYPE_CHECKING:
    from yaml.nodes import Node


def split(data: bytes) -> Iterator[tuple[Source | Unreadable, int]]:
    """The applications of a file."""
    try:
        for root in compose(decode(data)):
            for node in applications(root):
                yield source(node), 1
    except Unreadable as error:
        yield error, 1


def compose(text: str) -> list["Node"]:
    """The documents of a text as nodes with marks.

    Raises:
        Unreadable: the text is no YAML, holds aliases, or nothing.
        ConfigError: the extra `yaml` is not installed.
    """
    yaml = extra("yaml", "yaml")
    try:
        _refuse_aliases(yaml, text)
        roots: list[Node] = list(yaml.compose_all(text, Loader=yaml.CBaseLoader))
    except yaml.MarkedYAMLError as error:
        raise Unreadable("yaml", _place(error.problem_mark)) from None
    except (yaml.YAMLError, RecursionError):
        raise Unreadable("yaml", Place(1, 1)) from None
    if not roots:
        raise Unreadable("empty", Place(1, 1))
    return roots


def applications(root: Any) -> Iterator["Node"]:
    """The document itself, or the items of the list that it is."""
    yield from root.value if root.id == "sequence" else [root]


def _refuse_aliases(yaml: Any, text: str) -> None:
    """Before anything is built: aliases can blow a small file up to any size, and deep nesting the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable("yaml-alias", _place(event.start_mark))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise Unreadable("too-deep", _place(event.start_mark))


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def source(node: "Node") -> Source:
    """The value of a node with the places of its parts."""
    places: dict[str, Place] = {}
    twice: list[tuple[str, Place]] = []
    return Source(_value(node, "", places, twice), places, tuple(twice))


def _value(node: Any, pointer: str, places: dict[str, Place], twice: list[tuple[str, Place]]) -> Any:
    places[pointer] = _place(node.start_mark)
    if node.id == "sequence":
        return [_value(item, f"{pointer}/{index}", places, twice) for index, item in enumerate(node.value)]
    if node.id == "scalar":
        return None if node.value in ("", "~", "null") and not node.style else node.value
    found: dict[str, Any] = {}
    for key, item in node.value:
        name = key.value if key.id == "scalar" else "?"
        member = f"{pointer}/{escape(name)}"
        if name in found:
            twice.append((member, _place(key.start_mark)))
        found[name] = _value(item, member, places, twice)
    return found
