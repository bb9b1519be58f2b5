"""The nodes of an application as a tree: who is below whom, and where each value stands."""

from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from pydantic.fields import FieldInfo

from beian_validate.schema.node import Node, Privacy

Values = dict[str, Any]
"""What a node holds, by field. To read it from there is several times quicker than from the node."""
Visit = tuple[Node, str, tuple[Node, ...]]
"""One node of the walk, its pointer and its parents, nearest first."""


class Child(NamedTuple):
    """A field that holds one node or several; what was never filled in is the default itself."""

    name: str
    step: str
    many: bool
    default: object


class Text(NamedTuple):
    """A field that holds one text or several."""

    name: str
    many: bool
    identifier: bool
    privacy: Privacy


class Survey:
    """All that one walk of a tree gathers.

    Parameters:
        visits: every filled-in node once, level by level.
        values: the values of each, by field.
        prose, identifiers: the texts of all nodes.
        given: how many fields were filled in.
    """

    __slots__ = ("_all_prose", "given", "identifiers", "prose", "values", "visits")

    def __init__(self, root: Node) -> None:
        self.visits: list[Visit] = [(root, "", ())]
        self.values: list[Values] = []
        self.prose: list[str] = []
        self.identifiers: list[str] = []
        self.given = 0
        self._all_prose = ""
        self._gather()

    @property
    def all_prose(self) -> str:
        """The prose of all nodes in one text, with `|` between."""
        if not self._all_prose:
            self._all_prose = "|".join(self.prose)
        return self._all_prose

    def _gather(self) -> None:
        visits, values, prose, identifiers, given = self.visits, self.values, self.prose, self.identifiers, 0
        for node, pointer, parents in visits:  # the list grows while it is read
            below, read_prose, read_identifiers, several = _PLANS[type(node)]
            held = node.__dict__
            values.append(held)
            given += len(node.__pydantic_fields_set__)
            prose += read_prose(held)
            identifiers += read_identifiers(held)
            for name in several:
                identifiers += held[name]
            if not below:
                continue
            above = (node, *parents)
            for name, step, many, default in below:
                value = held[name]
                if value is default or value is None:
                    continue
                if many:
                    place = pointer + step
                    visits += [(item, f"{place}/{index}", above) for index, item in enumerate(value)]
                else:
                    visits.append((value, pointer + step, above))
        self.given = given


def walk(root: Node) -> list[Visit]:
    """Every filled-in node once, level by level."""
    return Survey(root).visits


@cache
def children(kind: type[Node]) -> tuple[Child, ...]:
    """The fields of a node type that hold nodes, in the order of the form."""
    return tuple(
        Child(name, f"/{name}", _is_many(info), info.default)
        for name, info in kind.model_fields.items()
        if node_type(kind, name) is not None
    )


@cache
def texts(kind: type[Node]) -> tuple[Text, ...]:
    """The fields of a node type that hold text a person typed."""
    return tuple(
        Text(name, _is_many(info), bool(extra(info)["x-identifier"]), Privacy(extra(info)["x-privacy"]))
        for name, info in kind.model_fields.items()
        if str in _types(info)
    )


Reader = Callable[[dict[str, Any]], tuple[str, ...]]


class _Plan(NamedTuple):
    """What a walk does at nodes of one type: where it goes on, and how it reads the texts from their `__dict__`."""

    below: tuple[Child, ...]
    prose: Reader
    identifiers: Reader
    several: tuple[str, ...]


class _Plans(dict[type[Node], _Plan]):
    """The plans by type, each made when the first node of its type comes."""

    def __missing__(self, kind: type[Node]) -> _Plan:
        single = [field for field in texts(kind) if not field.many]
        self[kind] = plan = _Plan(
            children(kind),
            _reader([field.name for field in single if not field.identifier]),
            _reader([field.name for field in single if field.identifier]),
            tuple(field.name for field in texts(kind) if field.many),
        )
        return plan


_PLANS = _Plans()


def _reader(names: list[str]) -> Reader:
    """One call that reads some texts, as a tuple even where there is one alone: that one is read twice."""
    return itemgetter(*names, names[0]) if len(names) == 1 else itemgetter(*names) if names else _nothing


def _nothing(_held: dict[str, Any]) -> tuple[str, ...]:
    return ()


@cache
def node_type(kind: type[Node], field: str) -> type[Node] | None:
    """The type of node that a field holds, or None if it holds values."""
    found = [item for item in _types(kind.model_fields[field]) if issubclass(item, Node)]
    return found[0] if found else None


def holds_many(kind: type[Node], field: str) -> bool:
    """Whether a field holds a list."""
    return _is_many(kind.model_fields[field])


def extra(info: FieldInfo) -> dict[str, Any]:
    """What the schema says of a field beyond its type."""
    found = info.json_schema_extra
    return found if isinstance(found, dict) else {}


def field_at(kind: type[Node], pointer: str) -> FieldInfo | None:
    """The field that a pointer ends in, or None if it leads nowhere; list positions are passed over."""
    owner: type[Node] | None = kind
    info: FieldInfo | None = None
    for part in pointer.split("/")[1:]:
        if part.isdecimal() or part == "-":
            continue
        if owner is None or part not in owner.model_fields:
            return None
        info, owner = owner.model_fields[part], node_type(owner, part)
    return info


def labels(kind: type[Node], pointer: str, lang: str) -> tuple[str, ...]:
    """The form labels along a pointer, such as 网站 2, 网站负责人, 姓名."""
    found: list[str] = []
    owner: type[Node] | None = kind
    for part in pointer.split("/")[1:]:
        if part.isdecimal() and found:
            found[-1] += f" {int(part) + 1}"
        elif owner is not None and part in owner.model_fields:
            info = owner.model_fields[part]
            found.append(str(extra(info)["x-title-en"] if lang == "en" else info.title))
            owner = node_type(owner, part)
    return tuple(found)


def form_order(kind: type[Node], pointer: str) -> tuple[int, ...]:
    """Where a pointer stands on the form: the position of each field among its siblings; unknown keys come last."""
    order: list[int] = []
    owner: type[Node] | None = kind
    for part in pointer.split("/")[1:]:
        if part.isdecimal():
            order.append(int(part))
        elif owner is not None and part in owner.model_fields:
            order.append(list(owner.model_fields).index(part))
            owner = node_type(owner, part)
        else:
            order.append(len(owner.model_fields) if owner else 0)
    return tuple(order)


def value_at(root: Node, pointer: str) -> Any:
    """The value at a pointer, or None if there is none."""
    value: Any = root
    for part in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            value = value[int(part)] if part.isdecimal() and int(part) < len(value) else None
        elif isinstance(value, Node) and part in type(value).model_fields:
            value = getattr(value, part)
        else:
            return None
    return value


def _is_many(info: FieldInfo) -> bool:
    return isinstance(info.default, tuple)


def _types(info: FieldInfo) -> tuple[type, ...]:
    """The classes named in an annotation, looking through unions, tuples and Annotated."""

    def flatten(annotation: Any) -> Iterator[type]:
        inner = get_args(annotation)
        if inner:
            for item in inner:
                yield from flatten(item)
        elif isinstance(annotation, type):
            yield annotation

    return tuple(flatten(info.annotation))
