"""Words of a list in a text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.words import Lexicon, Match, longest

LETTERS = st.text("中国人民网站AbB2 ", max_size=12)


@given(st.sets(st.text("中国人民网站", min_size=1, max_size=4)), LETTERS)
def test_every_word_is_found_wherever_it_stands(words: set[str], text: str) -> None:
    """As many as a search at every position finds, overlaps included."""
    found = {(m.word, m.start) for m in Lexicon(words).find(text)}
    assert found == {(word, i) for word in words for i in range(len(text)) if text.startswith(word, i)}


@given(st.text(), st.sets(st.text(max_size=4)))
def test_any_text_is_searched(text: str, words: set[str]) -> None:
    """Places are places of the text itself, however it folds."""
    assert all(text[m.start : m.end] == m.word for m in Lexicon(words).find(text))


def test_latin_words_stand_alone() -> None:
    """`TV` is not found in `HTVX`, whatever the case."""
    assert [m.start for m in Lexicon(["tv", "P2P"]).find("TV HTVX tv网 p2p平台")] == [0, 8, 12]


def test_single_characters_are_words_too() -> None:
    """赌 anywhere, but a digit only alone."""
    assert [m.start for m in Lexicon(["赌", "7"]).find("豪赌7x 7")] == [1, 5]


def test_a_letter_that_folds_to_two_keeps_its_place() -> None:
    """ß is one character of the text."""
    assert Lexicon(["博客"]).find("Straße博客") == (Match("博客", 6, 8),)


def test_a_longer_word_hides_the_ones_inside() -> None:
    """Overlapping words are all told."""
    matches = Lexicon(["个人空间", "空间", "间站", "个人"]).find("个人空间站")
    assert [m.word for m in longest(matches)] == ["个人空间", "间站"]


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra `fast` were not installed."""
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)


@pytest.mark.usefixtures("without_extra")
class TestWithoutExtra:
    """The plain way finds what the automaton finds."""

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            (["个人空间", "空间", "间站", "个人"], "个人空间站"),
            (["tv", "P2P", "赌"], "TV HTVX tv网 豪赌p2p"),
            (["博客"], "Straße博客"),
            (["7"], "豪赌7x 7"),
            ([], "任何文字"),
            (["无关"], ""),
        ],
    )
    def test_both_ways_agree(self, words: list[str], text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """For overlaps, single characters, Latin words and letters that fold to two."""
        plain = Lexicon(words).find(text)
        monkeypatch.undo()
        assert Lexicon(words).find(text) == plain


@given(st.sets(st.text("中国人民网站aB2", min_size=1, max_size=4)), LETTERS)
def test_the_extra_changes_nothing(words: set[str], text: str) -> None:
    """The automaton and the plain way give the same matches in the same order."""
    fast = Lexicon(words)
    saved = sys.modules.get("ahocorasick_rs")
    sys.modules["ahocorasick_rs"] = None  # type: ignore[assignment]
    try:
        plain = Lexicon(words)
    finally:
        sys.modules.pop("ahocorasick_rs")
        if saved is not None:
            sys.modules["ahocorasick_rs"] = saved
    assert fast.find(text) == plain.find(text)
