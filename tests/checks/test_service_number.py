"""Service numbers and other providers' codes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beian_validate.checks.problem import Problem
from beian_validate.checks.service_number import LENGTH, code_problems, normalise, problems

RIGHT = "32a43232-a888-88e8-b9ec-00888be8aaaa"
HEX = "0123456789abcdef"
NUMBERS = st.builds(
    "-".join,
    st.tuples(*(st.text(alphabet=HEX, min_size=size, max_size=size) for size in (8, 4, 4, 4, 12))),
)
ALL_KINDS = {
    "masked", "cut-off", "too-long", "inner-blank", "edge-blank", "typographic-dash", "full-width",
    "wrong-character", "wrong-groups", "upper-case", "not-a-service-number",
}  # fmt: skip


def kinds(text: str) -> list[str]:
    """The kinds of problems of a number, in their order."""
    return [problem.kind for problem in problems(text)]


@given(NUMBERS)
def test_any_version_digit_is_right(number: str) -> None:
    """Every lower-case number of the shape is right, whatever its version and variant digits."""
    assert problems(number) == ()


@pytest.mark.parametrize(
    ("text", "kind", "facts", "fix", "safe"),
    [
        ("32a43232-a888-88e8-b9ec-00888be8****", "masked", {"position": 33, "count": 4}, None, False),
        ("4f9f0d9c-*******69448375e0f8", "masked", {"position": 10, "count": 7}, None, False),
        ("****请填写真正的服务号", "masked", {"position": 1, "count": 4}, None, False),
        (RIGHT[:35], "cut-off", {"length": 35, "expected": 36}, None, False),
        (RIGHT[:9], "cut-off", {"length": 9, "expected": 36}, None, False),
        (RIGHT[2:], "cut-off", {"length": 34, "expected": 36}, None, False),
        ("", "cut-off", {"length": 0, "expected": 36}, None, False),
        (RIGHT + "0", "too-long", {"length": 37, "expected": 36}, None, False),
        ("0" + RIGHT, "too-long", {"length": 37, "expected": 36}, None, False),
        ("a" * 33, "too-long", {"length": 33, "expected": 36}, None, False),
        (f"备案服务号：{RIGHT}", "too-long", {"length": 42, "expected": 36}, RIGHT, False),
        (
            f"{RIGHT},{RIGHT[::-1]}".replace(RIGHT[::-1], "0" + RIGHT[1:]),
            "too-long",
            {"length": 73},
            None,
            False,
        ),
        (RIGHT[:9] + " " + RIGHT[9:], "inner-blank", {"position": 10}, RIGHT, True),
        (RIGHT[:9] + "\r\n" + RIGHT[9:], "inner-blank", {"position": 10}, RIGHT, True),
        ("\u200b" + RIGHT, "inner-blank", {"position": 1}, RIGHT, True),
        (" " + RIGHT, "edge-blank", {"position": 1}, RIGHT, True),
        (RIGHT + "\u3000", "edge-blank", {"position": 37}, RIGHT, True),
        (RIGHT.replace("-", "–"), "typographic-dash", {"position": 9}, RIGHT, True),
        (RIGHT.replace("-", "－"), "typographic-dash", {"position": 9}, RIGHT, True),
        (RIGHT.replace("-", "—", 1), "typographic-dash", {"position": 9}, RIGHT, True),
        (RIGHT.replace("-", "−", 1), "typographic-dash", {"position": 9}, RIGHT, True),
        (RIGHT.replace("-", "‐", 1), "typographic-dash", {"position": 9}, RIGHT, True),
        ("３" + RIGHT[1:], "full-width", {"position": 1}, RIGHT, True),
        (RIGHT.upper(), "upper-case", {"position": 3}, RIGHT, True),
        (
            RIGHT.replace("00", "OO"),
            "wrong-character",
            {"character": "O", "position": 25, "count": 2, "likely": "0"},
            RIGHT,
            False,
        ),
        (
            "l" + RIGHT[1:],
            "wrong-character",
            {"character": "l", "position": 1, "likely": "1"},
            "1" + RIGHT[1:],
            False,
        ),
        ("g" + RIGHT[1:], "wrong-character", {"character": "g", "position": 1, "likely": ""}, None, False),
        (
            "\ud800" + RIGHT[1:],
            "wrong-character",
            {"character": "", "code_point": "U+D800", "position": 1},
            None,
            False,
        ),
        (RIGHT.replace("-", ""), "wrong-groups", {"groups": "32", "digits": 32}, RIGHT, False),
        (RIGHT + "-", "wrong-groups", {"groups": "8-4-4-4-12-0", "digits": 32}, RIGHT, False),
        (RIGHT[:10] + RIGHT[11:], "wrong-groups", {"groups": "8-3-4-4-12", "digits": 31}, None, False),
        (RIGHT[:10] + "8" + RIGHT[10:], "wrong-groups", {"groups": "8-5-4-4-12", "digits": 33}, None, False),
    ],
)
def test_one_cause_is_one_problem(
    text: str, kind: str, facts: dict[str, str | int], fix: str | None, safe: bool
) -> None:
    """Each slip is named with its place, and repaired where that is possible."""
    (problem,) = problems(text)
    assert (problem.kind, problem.fix, problem.safe) == (kind, fix, safe)
    assert facts.items() <= dict(problem.facts).items()


@pytest.mark.parametrize(
    ("text", "looks_like"),
    [
        ("浙ICP备12345678号-1", "icp-number"),
        ("粤B2-12345678", "icp-number"),
        ("浙公网安备33010602000001号", "public-security-number"),
        ("www.example.com", "domain"),
        ("示例.中国.cn", "domain"),
        ("https://example.com/a", "url"),
        ("someone@example.com", "email-address"),
        ("13800138000", "phone"),
        ("+86-13800138000", "phone"),
        ("0571-12345678", "phone"),
        ("47.96.0.1", "ip-address"),
        ("2001:db8::1", "ip-address"),
        ("i-bp1abcdefghijklmnop", "instance-id"),
        ("91330106MA2EXMP10F", "credit-code"),
        ("请向客服索取备案服务号", "other"),
        ("hello", "other"),
    ],
)
def test_something_else_is_named(text: str, looks_like: str) -> None:
    """A value that was never a service number is one problem that says what it looks like."""
    assert problems(text) == (Problem("not-a-service-number", (("looks_like", looks_like),)),)


def test_underscores_are_told_once() -> None:
    """Underscores for hyphens are one kind of wrong character, not a wrong length as well."""
    (problem,) = problems(RIGHT.replace("-", "_"))
    assert (problem.kind, problem.fix) == ("wrong-character", RIGHT)


@pytest.mark.parametrize("code", ["8F3KZ2Q9W7LM1N5PXT", "hw20260212abcdefgh"])
def test_a_code_of_eighteen_characters_is_no_credit_code(code: str) -> None:
    """Only a right check character makes a credit code of a code whose shape is not published."""
    assert code_problems("tencent", code) == ()


def test_combined_causes_are_all_told() -> None:
    """Blanks, dashes, case, a wrong letter and missing hyphens each have their own problem."""
    text = " 32A43232–a888 88e8-b9ec-OO888be8aaaa"
    assert kinds(text) == [
        "edge-blank",
        "inner-blank",
        "typographic-dash",
        "upper-case",
        "wrong-character",
        "wrong-groups",
    ]
    assert {problem.fix for problem in problems(text) if not problem.safe} == {RIGHT}
    assert {problem.fix for problem in problems(text) if problem.safe} == {normalise(text)}


MUTATIONS = {
    "masked": lambda text, at: text[:at] + "*" + text[at + 1 :],
    "inner-blank": lambda text, at: text[: at + 1] + " " + text[at + 1 :],
    "wrong-character": lambda text, at: text[:at] + "z" + text[at + 1 :],
    "full-width": lambda text, at: text[:at] + chr(ord(text[at]) + 0xFEE0) + text[at + 1 :],
}


@given(NUMBERS, st.sampled_from(sorted(MUTATIONS)), st.integers(0, LENGTH - 2))
def test_mutations_are_found_and_named(number: str, kind: str, at: int) -> None:
    """One slip anywhere in a right number gives exactly the problem of that slip."""
    assume(number[at] != "-")
    assert kinds(MUTATIONS[kind](number, at)) == [kind]


@given(NUMBERS, st.integers(0, LENGTH - 1))
def test_a_beginning_is_cut_off(number: str, length: int) -> None:
    """Every beginning of a number that is not yet whole is called cut off."""
    assert kinds(number[:length]) == ["cut-off"]


@given(NUMBERS, st.integers(0, LENGTH - 1))
def test_one_digit_too_few_is_found(number: str, at: int) -> None:
    """Leaving out any character is found as a cut or as wrong groups."""
    assert kinds(number[:at] + number[at + 1 :]) in (["cut-off"], ["wrong-groups"])


@given(st.text(alphabet="0a1fOlIGz-–－ ＡａO*\u200b\n", max_size=45))
def test_a_fix_clears_its_problem(text: str) -> None:
    """After a fix the same complaint is not made again."""
    for problem in problems(text):
        if problem.fix is not None:
            complaint = (problem.kind, dict(problem.facts).get("character"))
            left = {(other.kind, dict(other.facts).get("character")) for other in problems(problem.fix)}
            assert complaint not in left


@given(st.text(alphabet=st.characters(categories=None)), st.sampled_from(["aliyun", "tencent", "ucloud", "x"]))
def test_any_text_has_an_answer(text: str, provider: str) -> None:
    """Nothing but a right number is without problems, and every kind is a documented one."""
    assert bool(problems(text))
    assert set(kinds(text)) <= ALL_KINDS
    assert all(problem.kind for problem in code_problems(provider, text))


@pytest.mark.parametrize("text", ["l" * 1_000_000, "-" * 1_000_000, " " * 1_000_000, "网." * 400_000, "a:" * 400_000])
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte of anything is judged in linear time with few problems."""
    assert 1 <= len(problems(text)) <= 3


@pytest.mark.parametrize(
    ("provider", "text", "looks_like"),
    [
        ("tencent", "13800138000", "phone"),
        ("huawei", "浙ICP备12345678号", "icp-number"),
        ("baidu", "ABC****", "masked"),
        ("ucloud", "ABCDEF", "no-code"),
    ],
)
def test_codes_of_other_providers(provider: str, text: str, looks_like: str) -> None:
    """Something that is surely no code is told, though the shape of codes is not published."""
    assert code_problems(provider, text) == (
        Problem("provider-shape", (("provider", provider), ("looks_like", looks_like))),
    )


@pytest.mark.parametrize(
    ("provider", "text"),
    [
        ("tencent", "abc123"),
        ("ucloud", ""),
        ("qingcloud", "abc"),
        ("no-such-provider", "***"),
        ("aliyun", RIGHT),
    ],
)
def test_tolerated_codes(provider: str, text: str) -> None:
    """A code that may be right has no problem, and unknown providers are not judged."""
    assert code_problems(provider, text) == ()


def test_the_codes_of_alibaba_are_service_numbers() -> None:
    """Alibaba's code is judged as its service number."""
    assert code_problems("aliyun", RIGHT.upper()) == problems(RIGHT.upper())
