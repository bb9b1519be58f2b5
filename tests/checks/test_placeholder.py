"""What says nothing, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.placeholder import FILLERS, is_placeholder, surely_says_something


@pytest.mark.parametrize(
    "text",
    "无| 无。|暂无|同上|待补充|测试|Test|N/A|ｎ／ａ|NULL|#N/A|#REF!|/|-|——|。|***|000|xx".split("|"),
)
def test_fillers_are_known(text: str) -> None:
    """In any width and case, with a full stop or without."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "无锡", "无印良品", "测试仪器", "略阳县", "A", "1", "101", "网站展示产品。"]
)
def test_content_is_content(text: str) -> None:
    """Words that begin like a filler, single letters and digits that may be an answer, and nothing at all."""
    assert not is_placeholder(text)


@given(st.text(max_size=30))
def test_any_text_gets_an_answer(text: str) -> None:
    """Total, and never yes to an empty text."""
    assert not (is_placeholder(text) and not text.strip())


@given(st.text(max_size=12) | st.sampled_from(sorted(FILLERS)) | st.text("待补充测试数据无。. -x0", max_size=8))
def test_what_surely_says_something_is_no_placeholder(text: str) -> None:
    """The quick look never takes a filler for content."""
    assert not (surely_says_something(text) and is_placeholder(text))
    assert not surely_says_something("")
