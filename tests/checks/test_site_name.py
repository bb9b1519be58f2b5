"""The form of a site name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.site_name import problems


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("云栖示例科技", []),
        ("云栖示例科技2号A", []),
        ("𠮷野家餐厅", []),
        ("云栖", ["too-short"]),
        ("云栖A", ["few-chinese"]),
        ("10086", ["digits-only"]),
        ("Yunqi", ["latin-only"]),
        ("Yun qi", ["latin-only"]),
        ("Yunqi2026", ["without-chinese"]),
        ("yunqi-shili.cn", ["domain"]),
        ("云栖www.shili.com", ["domain"]),
        ("示例.中国", ["domain"]),
        ("abc.中国", ["domain"]),
        ("https://云栖", ["domain"]),
        ("云栖示例★科技", ["emoji"]),
        ("云栖示例&科技", ["symbol"]),
        ("云栖示例（杭州）", ["tolerated-symbol"]),
        ("云栖-示例&科技😀", ["emoji", "symbol", "tolerated-symbol"]),
        ("云栖示例" * 8, ["too-long"]),
        ("（）", ["without-chinese", "tolerated-symbol"]),
        ("", []),
        (" ", []),
        ("云栖示例.com", ["domain"]),
        ("云栖示例．ｃｎ", ["domain"]),
        ("云栖示例.ltd", ["domain"]),
        ("云栖示例com", ["almost-domain"]),
        ("云栖示例点cn网", ["almost-domain"]),
        ("云栖示例comic", []),
        ("木棉Node.js手记", ["symbol"]),
        ("８８８８８", ["digits-only"]),
        ("ＹＵＮＱＩ", ["latin-only"]),
    ],
)
def test_a_name_is_judged_by_its_form(name: str, kinds: list[str]) -> None:
    """Of the kinds about script only the first is told, symbols and length beside it."""
    assert sorted(problem.kind for problem in problems(name)) == sorted(kinds)


@given(st.text())
def test_any_text_is_judged(name: str) -> None:
    """Positions lie inside the name and hold the symbol that is named."""
    for problem in problems(name):
        facts = dict(problem.facts)
        if "symbol" in facts:
            assert name[int(facts["position"]) - 1] == facts["symbol"]


def test_a_huge_name_is_judged_in_passing() -> None:
    """A megabyte takes no longer than reading it."""
    assert "too-long" in {problem.kind for problem in problems("云" * 1_000_000)}
