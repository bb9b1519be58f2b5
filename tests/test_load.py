"""Files, folders and standard input: every application is found, every file that cannot be read is told."""

from pathlib import Path

import pytest

from beian_validate.document import Source, Unreadable
from beian_validate.finding import Place
from beian_validate.load import Document, Missing, load

ONE = '{"id": "1"}'


def _ids(documents: list[Document | Missing]) -> list[tuple[str, int]]:
    return [(Path(d.source).name, d.index) for d in documents if isinstance(d, Document)]


def test_a_folder_is_read_in_a_stable_order(tmp_path: Path) -> None:
    """Recursively, sorted by path, other files left alone."""
    for name in ("b.json", "a.jsonl", "c/d.JSON", "c/notes.txt", "a/z.ndjson"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ONE)
    assert [name for name, _ in _ids(list(load([str(tmp_path)])))] == ["z.ndjson", "a.jsonl", "b.json", "d.JSON"]


def test_lines_know_their_number(tmp_path: Path) -> None:
    """Blank lines are passed over but counted; a mark and carriage returns do no harm."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + f"{ONE}\r\n\r\n{ONE}\r\n".encode())
    assert [(d.index, d.first_line) for d in load([str(path)]) if isinstance(d, Document)] == [(0, 1), (1, 3)]


def test_an_array_is_several_applications(tmp_path: Path) -> None:
    """Each item keeps the places it has in the file, and the keys it gives twice."""
    path = tmp_path / "a.json"
    path.write_text('[{"id": "1"},\n {"id": "2", "id": "3"}]')
    first, second = (d.content for d in load([str(path)]) if isinstance(d, Document))
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (second.value, second.places["/id"], second.duplicates) == (
        {"id": "3"},
        Place(2, 20),
        (("/id", Place(2, 14)),),
    )
    assert first.duplicates == ()


def test_a_broken_array_is_one_unreadable_input(tmp_path: Path) -> None:
    """Its error has a place."""
    path = tmp_path / "a.json"
    path.write_text('[{"id": "1"},]')
    (document,) = load([str(path)])
    assert isinstance(document, Document)
    assert isinstance(document.content, Unreadable)
    assert document.content.place == Place(1, 14)


@pytest.mark.parametrize(
    ("text", "count"), [(ONE, 1), (f"{ONE}\n{ONE}\n", 2), (f"[{ONE},{ONE}]", 2), ("{\n}", 1), ("{x}\n{}", 1)]
)
def test_standard_input_is_json_or_lines(text: str, count: int) -> None:
    """Whether it is one value or one a line is seen from its first line."""
    assert len(list(load(["-"], text.encode))) == count


def test_what_cannot_be_read_is_passed_on(tmp_path: Path) -> None:
    """The other paths are still read."""
    (tmp_path / "a.json").write_text(ONE)
    (tmp_path / "a.exe").write_text(ONE)
    (tmp_path / "empty").mkdir()
    (tmp_path / "folder.json").mkdir()
    names = ("missing.json", "a.exe", "empty", "a.json", "\0.json")
    found = list(load(str(tmp_path / name) for name in names))
    assert [f.reason if isinstance(f, Missing) else "read" for f in found] == [
        "missing",
        "unsupported",
        "empty-folder",
        "read",
        "permission",
    ]
