"""Invisible, odd and damaged characters."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.han_variants import LOOK_ALIKES, TRADITIONAL
from beian_validate.checks.problem import Problem
from beian_validate.checks.text import (
    ascii_width,
    clean,
    clean_identifier,
    code_point,
    identifier_problems,
    licence_name_problems,
    looks_clean,
    looks_clean_identifiers,
    problems,
)

ANY_TEXT = st.text(alphabet=st.characters(categories=None))
DIRTY_TEXT = st.text(
    alphabet="ab中国 |\u200b\u200d\u202e\x00\n\t\u00a0\u3000\ufeff\ue000\ufffd\uffff\ud800ä¸\xadå锟斤拷\u0627",
    max_size=12,
)


def facts(position: int, point: str, count: int = 1) -> tuple[tuple[str, str | int], ...]:
    """The facts of a problem with characters."""
    return (("position", position), ("code_point", point), ("count", count))


def kinds(text: str) -> set[str]:
    """The kinds of problems of a text."""
    return {problem.kind for problem in problems(text)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "杭州示例网络技术有限公司",
        "浙江省杭州市 1 号楼",
        "a | b",
        "café 咖啡",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "👩\u200d💻",
        "𠮷野家",
    ],
)
def test_right_texts_have_no_problem(text: str) -> None:
    """Visible characters with plain blanks are right; joiners may stand where a script needs them."""
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "position", "point", "fix"),
    [
        ("示\u200b例", "zero-width", 2, "U+200B", "示例"),
        ("示\u200d例", "zero-width", 2, "U+200D", "示例"),
        ("\ufeff示例", "zero-width", 1, "U+FEFF", "示例"),
        ("示\u00ad例", "zero-width", 2, "U+00AD", "示例"),
        ("示\u3164例", "zero-width", 2, "U+3164", "示例"),
        ("示\uffa0例", "zero-width", 2, "U+FFA0", "示例"),
        ("示\u202e例", "bidirectional", 2, "U+202E", "示例"),
        ("示例\u200e", "bidirectional", 3, "U+200E", "示例"),
        ("示\x00例", "control", 2, "U+0000", "示例"),
        ("示\x7f例", "control", 2, "U+007F", "示例"),
        ("示\n例", "line-break", 2, "U+000A", "示例"),
        ("a\r\n b", "line-break", 2, "U+000D", "a b"),
        ("a\tb", "line-break", 2, "U+0009", "a b"),
        ("示\u2028例", "line-break", 2, "U+2028", "示例"),
        (" 示例", "edge-blank", 1, "U+0020", "示例"),
        ("示例\u3000", "edge-blank", 3, "U+3000", "示例"),
        ("示例\u00a0", "edge-blank", 3, "U+00A0", "示例"),
        ("示例\n", "edge-blank", 3, "U+000A", "示例"),
        (" ", "edge-blank", 1, "U+0020", ""),
        ("示\u00a0例", "inner-odd-blank", 2, "U+00A0", "示 例"),
        ("示\u3000例", "inner-odd-blank", 2, "U+3000", "示 例"),
        ("示\u2009例", "inner-odd-blank", 2, "U+2009", "示 例"),
        ("示\u2800例", "inner-odd-blank", 2, "U+2800", "示 例"),
    ],
)
def test_dirt_is_named_and_removed(text: str, kind: str, position: int, point: str, fix: str) -> None:
    """One odd character is one problem with a safe fix."""
    given_facts = dict(facts(position, point))
    (problem,) = problems(text)
    assert (problem.kind, problem.fix, problem.safe) == (kind, fix, True)
    assert {**dict(problem.facts), "count": 1} == given_facts


@pytest.mark.parametrize(
    ("text", "kind", "position", "point", "count"),
    [
        ("示\ue000例", "private-use", 2, "U+E000", 1),
        ("\U000f0000", "private-use", 1, "U+F0000", 1),
        ("示\ufffd\ufffd", "replacement", 2, "U+FFFD", 2),
        ("锟斤拷锟斤拷", "replacement", 1, "U+951F", 2),
        ("鏈夐檺", "replacement", 1, "U+93C8", 1),
        ("中国".encode().decode("latin-1"), "replacement", 1, "U+00E4", 1),
        ("东城".encode().decode("cp1252"), "replacement", 1, "U+00E4", 1),
        ("示\uffff", "noncharacter", 2, "U+FFFF", 1),
        ("示\U0010fffe", "noncharacter", 2, "U+10FFFE", 1),
        ("示\ud800", "noncharacter", 2, "U+D800", 1),
    ],
)
def test_what_is_lost_has_no_fix(text: str, kind: str, position: int, point: str, count: int) -> None:
    """Nobody can guess which character stood where conversion lost it."""
    assert problems(text) == (Problem(kind, facts(position, point, count)),)


def test_every_cause_is_told_once_and_all_fixes_agree() -> None:
    """Several kinds of dirt give several problems with the same cleaned value."""
    found = problems(" 示\u200b\u200b例\u00a0有\n限\u202e")
    assert [problem.kind for problem in found] == [
        "zero-width",
        "bidirectional",
        "edge-blank",
        "line-break",
        "inner-odd-blank",
    ]
    assert {problem.fix for problem in found} == {"示例 有限"}


def test_a_damaged_text_is_not_polished() -> None:
    """A text damaged in conversion must be copied again, so the zero-width character has no fix either."""
    assert {problem.fix for problem in problems("示\u200b\ufffd")} == {None}


def test_layout_of_prose_is_no_problem() -> None:
    """Line breaks and blanks are layout in a remark; invisible characters are still wrong."""
    assert problems("\u3000\u3000第一段。\n第二段。\n", single_line=False) == ()
    (problem,) = problems("第一\u200b段。\n第二段。\n", single_line=False)
    assert (problem.kind, problem.fix) == ("zero-width", "第一段。\n第二段。\n")


@given(DIRTY_TEXT)
def test_a_fix_clears_its_problem(text: str) -> None:
    """After a fix its kind is gone, and cleaning again changes nothing."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in kinds(problem.fix)
            assert clean(problem.fix) == problem.fix


@given(ANY_TEXT)
def test_any_text_has_an_answer(text: str) -> None:
    """Every function is total, and no fact carries an invisible character."""
    found = (*problems(text), *identifier_problems(text), *licence_name_problems(text))
    assert all(str(value).isprintable() for problem in found for _, value in problem.facts)


def test_no_character_slips_through_the_prefilter() -> None:
    """Whatever cleaning would change is never called clean, for every code point there is."""
    for code in range(sys.maxunicode + 1):
        text = f"a{chr(code)}b"
        assert not looks_clean(text) or clean(text) == text
        assert not looks_clean_identifiers(text) or ascii_width(text).replace(" ", "") == text


@pytest.mark.parametrize("field", [" a", "a ", "a\u3000", "\ufffd", "锟斤拷", "鏈夐檺", "ä¸­å\x9b½", "a\nb", "\ue000"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_dirty_field_spoils_the_joined_text(field: str, place: int) -> None:
    """The prefilter sees dirt in the first, a middle and the last field."""
    fields = ["示例", "b"]
    fields.insert(place, field)
    assert not looks_clean("|".join(fields))


def test_clean_fields_look_clean() -> None:
    """Usual fields, empty ones too, pass the prefilter."""
    assert looks_clean("示例（中国）有限公司||a b|浙江省")
    assert looks_clean_identifiers("91330100MA27XXXXXX||i-bp1")


@pytest.mark.parametrize(
    ("text", "found", "fix"),
    [
        ("91330100MA27", [], None),
        ("浙备1", [], None),
        (" 91330100 ", [], None),
        ("９1330１", [("full-width", facts(1, "U+FF19", 2))], "913301"),
        ("9133 0100", [("inner-blank", facts(5, "U+0020"))], "91330100"),
        (" 9133\u00a00100", [("inner-blank", facts(6, "U+00A0"))], "91330100"),
        ("ａ\u3000b", [("full-width", facts(1, "U+FF41")), ("inner-blank", facts(2, "U+3000"))], "ab"),
    ],
)
def test_identifiers_are_half_width_without_blanks(text: str, found: list[tuple[str, object]], fix: str | None) -> None:
    """Full-width characters and blanks inside an identifier have the same fix."""
    result = identifier_problems(text)
    assert [(problem.kind, problem.facts) for problem in result] == found
    assert all(problem.fix == fix for problem in result)


@pytest.mark.parametrize(
    ("text", "fix", "is_safe"),
    [
        ("139 5710 0011", "13957100011", True),
        ("91330106 MA2EXMP10F", "91330106MA2EXMP10F", True),
        ("3301061985 0312 001X", "33010619850312001X", True),
        ("7c 1f 09 ab 34 de 55 80 a2 e6 b9 1d 0c 4f 8e 37", "7c1f09ab34de5580a2e6b91d0c4f8e37", True),
        ("yunqi shili.cn", "yunqishili.cn", False),
        ("47.96.10 20", "47.96.1020", False),
        ("cn.yunqi ｓhili.helper", "cn.yunqishili.helper", False),
        ("zhou@example。cn", "zhou@example.cn", True),
        ("４７。９６．１０｡２０", "47.96.10.20", True),
        ("云栖示例。公司", "云栖示例.公司", True),
    ],
)
def test_a_lost_character_is_not_papered_over(text: str, fix: str, is_safe: bool) -> None:
    """A blank goes safely only out of numbers that people group; in a name it may stand for a dot."""
    assert {(problem.fix, problem.safe) for problem in identifier_problems(text)} == {(fix, is_safe)}


@given(st.text(alphabet="aＡ９：1 \u3000\u00a0\u200b\n中"))
def test_an_identifier_fix_clears_all_its_problems(text: str) -> None:
    """A cleaned identifier has no problem left and stays as it is."""
    fixed = clean_identifier(text)
    assert identifier_problems(fixed) == ()
    assert clean_identifier(fixed) == fixed


@pytest.mark.parametrize(
    ("name", "kind", "position", "expected", "fix"),
    [
        ("示例國际", "traditional", 3, "国", "示例国际"),
        ("東華", "traditional", 1, "东", "东华"),
        ("⼀号", "look-alike", 1, "一", "一号"),
        ("示例\u0410\u0412", "look-alike", 3, "A", "示例AB"),
        ("买买提•吐尔逊", "look-alike", 4, "·", "买买提·吐尔逊"),
        ("示例—技术", "look-alike", 3, "-", "示例-技术"),
        ("二○一", "look-alike", 2, "〇", "二〇一"),
        ("⻓城", "look-alike", 1, "长", "长城"),
        ("\u2fba", "look-alike", 1, "马", "马"),
    ],
)
def test_unusual_characters_in_a_licence_name(name: str, kind: str, position: int, expected: str, fix: str) -> None:
    """A character a mainland licence does not print is advice with a suggested fix."""
    (problem,) = licence_name_problems(name)
    shown = dict(problem.facts)
    assert (problem.kind, shown["position"], shown["expected"], problem.fix) == (
        kind,
        position,
        expected,
        fix,
    )
    assert not problem.safe
    assert licence_name_problems(fix) == ()


@pytest.mark.parametrize(
    "name", ["乾昇堃喆鑫于后里面", "二〇一", "买买提·吐尔逊", "\u0416\u0410\u0412", "\ufa0e", "ABC-中国", ""]
)
def test_right_licence_names(name: str) -> None:
    """Characters of simplified names, and words truly written in Cyrillic, are no look-alikes."""
    assert licence_name_problems(name) == ()


def test_both_causes_in_a_licence_name_share_the_fix() -> None:
    """A traditional form and a look-alike are two problems with one repaired name."""
    assert [(p.kind, p.fix) for p in licence_name_problems("國•\u0416\u0410")] == [
        ("traditional", "国·\u0416\u0410"),
        ("look-alike", "国·\u0416\u0410"),
    ]


def test_the_traditional_forms_are_foreign_to_simplified_text() -> None:
    """GB 2312 holds simplified characters only: every right side is in it, no left side is."""
    for traditional, simplified in TRADITIONAL.items():
        assert simplified.encode("gb2312")
        assert not traditional.encode("gb2312", "ignore"), traditional


def test_no_answer_of_a_table_is_itself_unusual() -> None:
    """A fix by the tables needs no second fix."""
    assert not ({*TRADITIONAL.values(), *LOOK_ALIKES.values()} & {*TRADITIONAL, *LOOK_ALIKES})


def test_code_points_have_at_least_four_digits() -> None:
    """Code points are written as the Unicode standard writes them."""
    assert (code_point("\n"), code_point("\U0001f600")) == ("U+000A", "U+1F600")


@pytest.mark.parametrize("text", ["\u200b" * 500_000, " " * 1_000_000, "\u3000a" * 300_000, "ä¸\xad" * 300_000])
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte of dirt is judged in linear time, once for each kind."""
    assert 1 <= len(problems(text)) <= 3
