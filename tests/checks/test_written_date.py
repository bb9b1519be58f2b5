"""Days in the forms that people and programs write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.written_date import as_day, as_moment, has_no_end


@pytest.mark.parametrize("text", ["2037/6/1", "2037.06.01", " 2037 年 6 月 1 日 ", "20370601", "2037-06-01T00:00:00"])
def test_a_day_that_can_only_be_one(text: str) -> None:
    """The year comes first, so that month and day cannot have changed places."""
    assert as_day(text) == "2037-06-01"


@pytest.mark.parametrize("text", ["", "1/6/2037", "37-6-1", "2037-06", "203706011", "2037-02-30", "2037-06-01 x"])
def test_a_day_that_may_be_another(text: str) -> None:
    """What may mean two days, or none, is not read."""
    assert as_day(text) == ""
    assert as_moment(text) == ""


def test_moments() -> None:
    """A day without a time is its beginning."""
    assert as_moment("2026/2/25 9:30") == "2026-02-25T09:30:00"
    assert as_moment("2026/2/25") == "2026-02-25T00:00:00"
    assert as_moment("2026/2/25 25:00") == ""


def test_words_for_no_end() -> None:
    """Width and case do not matter."""
    assert has_no_end(" 永久 ")
    assert has_no_end("Permanent")
    assert not has_no_end("2037")


@given(st.text(alphabet=st.characters(categories=None), max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed, a day or nothing comes back."""
    assert as_day(text) == "" or len(as_day(text)) == len("2037-06-01")
    assert isinstance(has_no_end(text), bool)
