"""YAML and TOML: safe, with places, and every scalar of YAML a text."""

from datetime import date
from pathlib import Path

import pytest

from beian_validate.document import Source, Unreadable
from beian_validate.finding import Place
from beian_validate.load import Document, load
from beian_validate.load import toml as toml_files
from beian_validate.load import yaml as yaml_files
from beian_validate.validator import Validator


def values(text: str) -> list[object]:
    contents = [content for content, _ in yaml_files.split(text.encode())]
    return [content.value if isinstance(content, Source) else content.kind for content in contents]


def test_every_scalar_is_a_text() -> None:
    """No number loses a zero, no `no` becomes false; null is absent."""
    text = "a: 0123\nb: 1.10\nc: no\nd: 2026-01-01\ne: 330106199003075000\nf: ~\ng:\nh: ''\ni: 'null'"
    (value,) = values(text)
    assert value == {
        "a": "0123", "b": "1.10", "c": "no", "d": "2026-01-01", "e": "330106199003075000", "f": None, "g": None,
        "h": "", "i": "null",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: 1", [{"id": "1"}]),
        ("- id: 1\n- id: 2", [{"id": "1"}, {"id": "2"}]),
        ("id: 1\n---\nid: 2\n", [{"id": "1"}, {"id": "2"}]),
        ("", ["empty"]),
        ("# nothing", ["empty"]),
        ("a: &x 1\nb: *x", ["yaml-alias"]),
        ("a: [", ["yaml"]),
        ("a: \x01", ["yaml"]),
        ("!!python/object/apply:os.system [echo]", ["echo"]),
        ("[" * 5000, ["too-deep"]),
        ("{? [a] : b}", [{"?": "b"}]),
    ],
)
def test_a_file_is_split(text: str, found: list[object]) -> None:
    """One application, a list, several documents; nothing is run, no alias is followed."""
    assert values(text) == found


def test_places_and_keys_given_twice(tmp_path: Path) -> None:
    """Line and column in characters, through the whole way to the finding."""
    path = tmp_path / "a.yml"
    path.write_text("id: A\nsponsor: {名: x, name: '乙 '}\nid: B\n", "utf-8")
    (document,) = load([str(path)])
    assert isinstance(document, Document)
    assert isinstance(document.content, Source)
    assert document.content.places["/sponsor/name"] == Place(2, 23)
    assert document.content.duplicates == (("/id", Place(3, 1)),)
    report = Validator(as_of=date(2026, 3, 1)).validate_source(document.content)
    assert {("SCH012", 3), ("SCH001", 2)} <= {(str(finding.code), finding.line) for finding in report.findings}


def test_toml_is_one_application_or_several() -> None:
    """Dates are passed on in ISO form."""
    ((one, _),) = toml_files.split(b'id = "A"\n[sponsor.certificate]\nvalid_from = 2018-05-10\n')
    assert isinstance(one, Source)
    assert one.value == {"id": "A", "sponsor": {"certificate": {"valid_from": "2018-05-10"}}}
    several = [content for content, _ in toml_files.split(b"[[applications]]\nid = '1'\n[[applications]]\nid = '2'\n")]
    assert [content.value["id"] for content in several if isinstance(content, Source)] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "kind", "line"), [("", "empty", 1), ("a = \n", "toml", 1), ("a = 1\na = 2", "toml", 2)]
)
def test_broken_toml_is_told_with_its_place(text: str, kind: str, line: int) -> None:
    """As far as the reader says it."""
    ((content, _),) = toml_files.split(text.encode())
    assert isinstance(content, Unreadable)
    assert (content.kind, content.place.line) == (kind, line)
