"""The JSON reader: what it reads, where things stand, and what it refuses."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.document import DEEPEST, Unreadable, decode, nearest, places, read
from beian_validate.finding import Place

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


@given(VALUES, st.sampled_from([None, 2]))
def test_it_reads_what_the_standard_library_writes(value: object, indent: int | None) -> None:
    """Any JSON value comes back as it was written, pretty-printed or not."""
    assert read(json.dumps(value, indent=indent, ensure_ascii=False)).value == value


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 10**12), min_size=1))
def test_every_place_is_where_the_value_starts(members: dict[str, int]) -> None:
    """Reading the text at a reported place gives the value again."""
    text = json.dumps(members, indent=1)
    lines = text.split("\n")
    for key, value in members.items():
        place = read(text).places["/" + key.replace("~", "~0").replace("/", "~1")]
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].rstrip(",") == str(value)


def test_columns_count_characters() -> None:
    """A Chinese character is one column, not three bytes."""
    assert read('{"名称": "浙江"}').places["/名称"] == Place(1, 8)


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        (b"", "empty", Place(1, 1)),
        (b" \n ", "empty", Place(2, 2)),
        (b'{"a": NaN}', "syntax", Place(1, 7)),
        (b'{"a": -Infinity}', "syntax", Place(1, 7)),
        (b'{"a": 01}', "syntax", Place(1, 7)),
        (b'{"a": 1,}', "syntax", Place(1, 9)),
        (b'{"a" 1}', "syntax", Place(1, 6)),
        (b'{"a": 1} x', "syntax", Place(1, 10)),
        (b'{"a": "x', "syntax", Place(1, 7)),
        (b'{"a": "x\ty"}', "syntax", Place(1, 9)),
        (b"{1: 2}", "syntax", Place(1, 2)),
        (b"[1, 2", "syntax", Place(1, 6)),
        (b"[" * 100_000, "too-deep", Place(1, DEEPEST + 1)),
        (b'{"a":' * 100_000, "too-deep", Place(1, DEEPEST * 5 + 1)),
        ('{\n"a": "中文"}'.encode("gb18030"), "encoding", Place(2, 7)),
        ('{"a": 1}'.encode("utf-16"), "encoding", Place(1, 1)),
        ('{"a": 1}'.encode("utf-32"), "encoding", Place(1, 1)),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(data: bytes, kind: str, place: Place) -> None:
    """Nothing is passed over in silence and nothing escapes as a traceback."""
    with pytest.raises(Unreadable) as refused:
        read(decode(data))
    assert (refused.value.kind, refused.value.place) == (kind, place)


def test_a_utf8_mark_is_dropped() -> None:
    """Windows programs write one; it is no part of the text."""
    assert read(decode(b'\xef\xbb\xbf{"a": 1}')).value == {"a": 1}


def test_keys_given_twice_are_all_told() -> None:
    """The last value stands, and each repetition is reported at its key."""
    source = read('{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}')
    assert source.value == {"a": 3, "b": {"c": 2}}
    assert source.duplicates == (("/b/c", Place(1, 24)), ("/a", Place(1, 33)))


def test_a_missing_value_stands_where_its_parent_does() -> None:
    """A finding about an absent field points at the object that lacks it."""
    found = places(b'{"sponsor":\n  {"name": ""}}', ["/sponsor/certificate/number"])
    assert nearest(found, "/sponsor/certificate/number") == Place(2, 3)
    assert nearest({}, "/sponsor") == Place()


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_places_are_those_that_the_reader_finds(value: object, indent: int | None, is_ascii: bool) -> None:
    """The quick look for places in a valid text agrees with the slow reading of the whole."""
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    expected = read(text).places
    assert places(text.encode(), expected) == expected


def test_a_very_long_number_is_a_number() -> None:
    """Thousands of digits do not trip the integer limit."""
    assert read("[" + "9" * 10_000 + "]").value == [float("inf")]


def test_the_encoding_is_guessed_for_the_message() -> None:
    """A file saved as GB18030 is named so that the reader knows what to change."""
    with pytest.raises(Unreadable) as refused:
        decode("备案".encode("gb18030"))
    assert refused.value.facts == {"encoding": "GB18030"}
    with pytest.raises(Unreadable) as refused:
        decode(b"\xff\x80\x80")
    assert refused.value.facts == {"encoding": "?"}
