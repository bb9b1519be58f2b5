"""Names of persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.person_name import MAXIMUM, looks_like_a_person, problems

ALL_KINDS = {"length", "digits", "organisation-word", "odd-character", "title", "middle-dot", "inner-blank", "latin"}
NAME_TEXT = st.text(alphabet="张三阿买提公司先生女士经理.·•。 ()（）１2", max_size=12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张三",
        "欧阳示例",
        "阿不都·买买提",
        "示例·示例·示例",
        "𠮷野",
        "\U000323b0某",
        "李\ue000",
        "〇某",
        "张San",
        "John A. Smith",
        "O'Neil-Müller",
        "Nguye\u0302n\u0303 Van",
        "བསྟན་འཛིན".replace("་", " "),
        "张三\u200b",
        "示" * MAXIMUM,
        "示大学",
        "示例学会",
        "示超市",
    ],
)
def test_right_names(text: str) -> None:
    """Rare characters, minority names and foreign letters are right; blanks are told elsewhere."""
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "facts", "fix"),
    [
        ("张", "length", {"length": 1}, None),
        (" 张 ", "length", {"length": 1}, None),
        ("示" * (MAXIMUM + 1), "length", {"length": 65}, None),
        ("张三123", "digits", {"position": 3, "count": 3}, None),
        ("张三１", "digits", {"position": 3, "count": 1}, None),
        ("示例公司", "organisation-word", {"position": 3, "count": 1}, None),
        ("示例省大学", "organisation-word", {"position": 4, "count": 1}, None),
        ("示例公司工作室", "organisation-word", {"position": 3, "count": 2}, None),
        ("张*", "odd-character", {"position": 2, "count": 1}, None),
        ("张☺☺", "odd-character", {"position": 2, "count": 2}, None),
        ("张三(李四)", "odd-character", {"position": 3, "count": 2}, None),
        ("张 三", "inner-blank", {"position": 2}, "张三"),
        ("张三先生", "title", {"position": 3}, "张三"),
        ("张三 女士", "title", {"position": 3}, "张三"),
        ("欧阳某（法人）", "title", {"position": 4}, "欧阳某"),
        ("张三总经理", "title", {"position": 3}, "张三"),
        ("王老师", "title", {"position": 2}, None),
        ("阿不都.买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
        ("阿不都•买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
        ("阿不都・买买提・示例", "middle-dot", {"position": 4}, "阿不都·买买提·示例"),
        ("阿不都。买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
        ("阿不都 · 买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
        ("阿不都· 买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
        ("阿不都 ● 买买提", "middle-dot", {"position": 4}, "阿不都·买买提"),
    ],
)
def test_one_cause_is_one_problem(text: str, kind: str, facts: dict[str, int], fix: str | None) -> None:
    """Each slip is named with its place; what changes a name is only suggested."""
    (problem,) = problems(text)
    assert (problem.kind, dict(problem.facts), problem.fix, problem.safe) == (kind, facts, fix, False)


@pytest.mark.parametrize("text", ["ZHANG, SAN (张三)", "John Smith 3", "SMITH/JOHN"])
def test_foreign_documents_print_more(text: str) -> None:
    """Digits, commas, brackets and strokes stand in names of foreign documents only."""
    assert problems(text, foreign=True) == ()
    assert problems(text) or "," not in text


def test_a_title_after_a_wrong_name_is_not_cut_off() -> None:
    """A fix is a right name or none."""
    assert [(problem.kind, problem.fix) for problem in problems("张三1先生")] == [("digits", None), ("title", None)]


@given(NAME_TEXT, st.booleans())
def test_a_fix_clears_its_problem(text: str, foreign: bool) -> None:
    """After a fix the same complaint is not made again."""
    for problem in problems(text, foreign=foreign):
        if problem.fix is not None:
            assert problem.kind not in {left.kind for left in problems(problem.fix, foreign=foreign)}


@given(st.text(alphabet=st.characters(categories=None)), st.booleans())
def test_any_text_has_an_answer(text: str, foreign: bool) -> None:
    """Whatever is typed, the kinds are the documented ones and facts are numbers only."""
    for problem in problems(text, foreign=foreign):
        assert problem.kind in ALL_KINDS
        assert all(isinstance(value, int) and value >= 0 for _, value in problem.facts)


@pytest.mark.parametrize("text", ["张" * 1_000_000, " " * 1_000_000, "先生" * 500_000, "张." * 500_000])
def test_long_texts_have_the_wrong_length(text: str) -> None:
    """A megabyte of anything is judged at once by its length."""
    assert [problem.kind for problem in problems(text)] == ["length"]


def test_a_resident_card_has_no_latin_letters() -> None:
    """A passport has; which document it is, only the caller knows."""
    assert [problem.kind for problem in problems("Zhou Shili", resident=True)] == ["latin"]
    assert problems("Zhou Shili") == ()


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("李四海", True),
        ("欧阳示", True),
        ("王府井", True),
        ("周口市", False),
        ("华夏集团", False),
        ("教育局", False),
        ("李", False),
    ],
)
def test_what_can_only_be_a_person(text: str, is_person: bool) -> None:
    """Offices and firms are as short, but end otherwise."""
    assert looks_like_a_person(text) is is_person
