"""The published page: number, link, title and public-security number are judged as a visitor sees them."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beian_validate import ConfigError, check_page
from beian_validate.cli import main
from beian_validate.rules import published
from beian_validate.rules.published import ABOUT_NUMBER, ABOUT_PUBLIC_SECURITY, ABOUT_TITLE

NUMBER = "浙ICP备12345678号-1"
NAME = "云栖示例科技"
POLICE = "浙公网安备33010002000001号"
MIIT = "https://beian.miit.gov.cn/"
LINK = f'<a href="{MIIT}" target="_blank">{NUMBER}</a>'
POLICE_LINK = f'<a href="https://beian.mps.gov.cn/#/query?code=1"><img src="/i/beian.png">{POLICE}</a>'


def html(foot: str = LINK, title: str = f"<title>{NAME} - 首页</title>", body: str = "<p>产品介绍</p>") -> str:
    """A small page."""
    head = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">{title}</head>'
    return f'{head}\n<body>{body}\n<div class="footer">{foot}</div></body></html>'


def codes(page: str | bytes, number: str = NUMBER, name: str = "", police: str = "", province: str = "") -> list[str]:
    """The codes of all findings about a page."""
    report = check_page(page, filing_number=number, name=name, public_security_number=police, province=province)
    return [str(finding.code) for finding in report.findings]


GOOD = {
    "plain": LINK,
    "http and a path": f'<a href="http://beian.miit.gov.cn/#/Integrated/index">{NUMBER}</a>',
    "without protocol": f'<a href="//beian.miit.gov.cn">{NUMBER}</a>',
    "upper-case tags": f'<A HREF="{MIIT}">{NUMBER}</A>',
    "unquoted address": f"<a href=https://beian.miit.gov.cn/>{NUMBER}</a>",
    "split over tags": f'<a href="{MIIT}"><span>浙ICP备</span><b>12345678号</b>-1</a>',
    "entities": f'<a href="{MIIT}">&#27993;ICP&#x5907;12345678号-1</a>',
    "among other words": f'版权所有 2020-2026 <a href="{MIIT}">{NUMBER}</a> 增值电信业务经营许可证：浙B2-20120001',
    "an old number in a comment": f"<!-- 京ICP备87654321号 -->{LINK}",
    "unclosed tags": f"<p><div><span>{LINK}",
    "another filing in a link list": f'<a href="/x">友情链接 京ICP备87654321号-2</a>{LINK}',
    "by script handler": f'<a onclick="go()">{NUMBER}</a>',
}


@pytest.mark.parametrize("foot", GOOD.values(), ids=list(GOOD))
def test_a_good_page_has_no_finding(foot: str) -> None:
    """Every usual way of writing a right footer is left in peace."""
    assert codes(html(foot), name=NAME) == []


BAD = {
    "PUB001": "<p>版权所有</p>",
    "PUB002": f'<a href="{MIIT}">浙ICP备12345678号-2</a>',
    "PUB003": f'<a href="{MIIT}">浙icp备 12345678号-1</a>',
    "PUB004": NUMBER,
    "PUB005": f'<a href="https://example.cn/">{NUMBER}</a>',
    "PUB006": f'<a href="http://www.miitbeian.gov.cn/">{NUMBER}</a>',
    "PUB007": f'<a href="{MIIT}">浙ICP备12345678号</a>',
    "PUB009": f'<div style="display: none">{LINK}</div>',
    "PUB016": f'<a href="/beian">{NUMBER}</a>',
    "PUB017": f"<!-- {LINK} -->",
    "PUB018": f'<a href="{MIIT}">沪ICP备87654321号-3</a> {LINK}',
    "PUB019": f'<a href="{MIIT}">浙ICP备12345678号-1A</a>',
}


@pytest.mark.parametrize(("code", "foot"), BAD.items(), ids=list(BAD))
def test_each_slip_has_its_code(code: str, foot: str) -> None:
    """One slip in the footer, one finding."""
    assert codes(html(foot)) == [code]


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        (f"<!-- {LINK} -->", ["PUB017"]),
        (f"<!-- {LINK} --><script>a()</script>", ["PUB009"]),
        (f"<!-- {LINK.replace('-1', '-12')} -->", ["PUB001"]),
        (f"<div hidden>{LINK.replace('-1', '-12')}</div>", ["PUB001"]),
        (f'<a href="{MIIT}" style="color:#fff; font-size:0">{NUMBER}</a>', ["PUB009"]),
        (f'<p style="font-size:0"><a href="{MIIT}" style="font-size:0.8em">{NUMBER}</a></p>', []),
        (f"<script>document.write('{NUMBER}')</script>", ["PUB009"]),
        ('<script src="app.js"></script>', ["PUB009"]),
        (f'<a href="">{NUMBER}</a>', ["PUB004"]),
        (f'<a href="http://[">{NUMBER}</a>', ["PUB016"]),
        (f'<a href="#">{NUMBER}</a>', ["PUB016"]),
        (f'<a href="/go?to=https://beian.miit.gov.cn/">{NUMBER}</a>', ["PUB016"]),
        (f'<a href="https://example.cn/go?to=https://beian.miit.gov.cn/">{NUMBER}</a>', ["PUB016"]),
        (f'<a href="https://www.beian.miit.gov.cn/">{NUMBER}</a>', ["PUB016"]),
        (f'<a href="https://beian-miit.gov.cn/">{NUMBER}</a>', ["PUB005"]),
        (f'<a href="https://beian.miit.gov.cn.example.com/">{NUMBER}</a>', ["PUB005"]),
        ("浙ICP备1234567号-1", ["PUB002"]),
        ("浙B2-20120001", ["PUB001"]),
        ("浙ICP备12345678号－1", ["PUB003", "PUB004"]),
    ],
)
def test_borders(foot: str, wanted: list[str]) -> None:
    """Hidden, unlinked and misspelt numbers are told apart."""
    assert codes(html(foot)) == wanted


SUBJECT = "浙ICP备12345678号"


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        (LINK, ["PUB020"]),
        (LINK.replace("-1", "-27"), ["PUB020"]),
        (LINK.replace("-1", ""), ["PUB020"]),
        (LINK.replace("-1", "-1A"), ["PUB019"]),
        (LINK.replace("12345678", "12345687"), ["PUB002"]),
        ("", ["PUB001"]),
        (f"<!-- {LINK} -->", ["PUB017"]),
    ],
)
def test_the_sponsors_number_is_compared_as_far_as_it_goes(foot: str, wanted: list[str]) -> None:
    """People often know only that; a right page is no error, and the advice says what was not compared."""
    assert codes(html(foot), SUBJECT) == wanted


def test_what_is_wanted_is_the_number_that_was_given() -> None:
    """Following the remedy must clear the page: the serial is never dropped from what is asked for."""
    for foot in ("<p>版权所有</p>", LINK.replace("-1", "-2"), LINK.replace("-1", ""), f"<!-- {LINK} -->"):
        (finding,) = check_page(html(foot), filing_number=NUMBER).findings
        assert finding.params["wanted"] == NUMBER
        assert NUMBER in " ".join(finding.remedy("zh"))


def test_severities_follow_what_is_certain() -> None:
    """A link elsewhere counts as none, and a comment as nothing; a detour may be right."""
    seen = {
        str(finding.code): finding.severity.value
        for foot in BAD.values()
        for finding in check_page(html(foot), filing_number=NUMBER).findings
    }
    assert {code for code, severity in seen.items() if severity == "error"} == {
        "PUB001", "PUB002", "PUB004", "PUB005", "PUB006", "PUB017", "PUB019",
    }  # fmt: skip


def test_sponsors_of_a_group_may_stand_side_by_side() -> None:
    """The number of the site's own app, or another's number in a list of links, is no matter."""
    assert codes(html(f'<a href="{MIIT}">浙ICP备12345678号-2A</a> {LINK}')) == []
    assert codes(html(f'<a href="https://example.cn/">沪ICP备87654321号-3</a> {LINK}')) == []


def test_a_licence_stands_for_itself() -> None:
    """Its number has no serial of a site that could be missing."""
    licence = "京ICP证123456号"
    assert codes(html(f'<a href="{MIIT}">{licence}</a>'), licence) == []
    assert codes(html(f'<a href="{MIIT}">浙B2-20120001</a>'), "浙B2-20120001") == []


def test_a_script_may_write_the_footer() -> None:
    """Without a footer in the saved page its absence is no error; a footer with other words is proof."""
    long = "<script src='a.js'></script><p>" + "介绍产品的文字" * 60 + "</p>"
    assert codes(f"<title>x</title>{long}") == ["PUB009"]
    assert codes(f"<title>x</title>{long}<footer>版权所有</footer>") == ["PUB001"]


def test_some_provinces_accept_the_sponsors_number() -> None:
    """Guangdong is said to; the link is judged all the same."""
    number = "粤ICP备12345678号"
    assert codes(html(f'<a href="{MIIT}">{number}</a>'), number + "-1", province="44") == []
    assert codes(html(number), number + "-1", province="44") == ["PUB004"]


def test_the_number_stands_at_the_bottom() -> None:
    """At the top, with a long text behind it, it does not."""
    long = "<p>" + "介绍产品的文字" * 200 + "</p>"
    assert codes(f"<title>x</title><body>{LINK}{long}") == ["PUB008"]
    assert codes(f"<title>x</title><body>{long}{LINK}") == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (f"<title>{NAME}</title>", []),
        (f"<title>\n  首页_{NAME}&nbsp;官网 </title>", []),
        ("<title>云栖 示例 科技</title>", []),
        ("<title>首页</title>", ["PUB010"]),
        ("<title></title>", ["PUB011"]),
        ("", ["PUB011"]),
    ],
)
def test_the_title_holds_the_filed_name(title: str, wanted: list[str]) -> None:
    """Words may be added, none may be dropped; without a name nothing is said."""
    assert codes(html(title=title), name=NAME) == wanted
    assert codes(html(title=title)) == []


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        (POLICE_LINK, []),
        (POLICE_LINK.replace(POLICE, "浙公网安备 33010002000001号"), []),
        (POLICE_LINK.replace("beian.mps.gov.cn", "www.beian.gov.cn"), []),
        ("", ["PUB012"]),
        (POLICE_LINK.replace("000001", "000002"), ["PUB013"]),
        (POLICE_LINK.replace("code=1", "code=33010002000001"), []),
        (POLICE_LINK.replace("code=1", "recordcode=33010002000002"), ["PUB021"]),
        (POLICE_LINK.replace("浙公", "京公"), ["PUB013"]),
        (POLICE_LINK.replace("浙公", ">公"), ["PUB013"]),
        (POLICE_LINK.replace("浙公网安备3301", "浙公網安備３３０１"), []),
        (POLICE_LINK.replace("beian.mps.gov.cn", "example.cn"), ["PUB014"]),
        (f'<a href="https://beian.mps.gov.cn/">{POLICE}</a>', ["PUB015"]),
    ],
)
def test_the_public_security_number(foot: str, wanted: list[str]) -> None:
    """Number, link and badge, once a number is given."""
    assert codes(html(LINK + foot), police=POLICE) == wanted
    assert codes(html(LINK + foot)) == []


def test_a_finding_has_line_and_column() -> None:
    """Both count from 1 and point at the first character of the number, or at the title."""
    page = f"<title>首页</title>\r\n<body>\n  <p>甲 &amp; 乙 {NUMBER}</p>"
    report = check_page(page, filing_number=NUMBER, name=NAME)
    assert {str(f.code): (f.line, f.column) for f in report.findings} == {"PUB004": (3, 16), "PUB010": (1, 1)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings_are_read(encoding: str) -> None:
    """Bytes of old Chinese pages, whether the page says so or not."""
    page = html().replace("utf-8", "gb2312") if encoding.startswith("gb") else html()
    assert codes(page.encode(encoding), name=NAME) == []
    assert codes(page.replace('<meta charset="gb2312">', "").encode(encoding), name=NAME) == []


def test_the_counts_add_up() -> None:
    """What was not asked is not applicable."""
    outcomes = check_page(html(), filing_number=NUMBER).outcomes
    assert (outcomes.passed, outcomes.failed, outcomes.not_applicable) == (14, 0, 7)
    outcomes = check_page(html(NUMBER), filing_number=NUMBER, name=NAME, public_security_number=POLICE).outcomes
    assert (outcomes.passed, outcomes.failed, outcomes.not_applicable) == (19, 2, 0)


@pytest.mark.parametrize("police", ["33010002000001", "浙公网安备 33010002000001号", "浙公网安备33010002000001"])
def test_the_public_security_number_is_given_in_any_form(police: str) -> None:
    """Whole, with a blank, or as digits; whatever is missing is named in full."""
    assert codes(html(LINK + POLICE_LINK), police=police) == []
    (finding,) = check_page(html(), filing_number=NUMBER, public_security_number=police).findings
    assert finding.params["wanted"] == POLICE


def test_abbreviations_of_one_province_are_the_same() -> None:
    """Sichuan signs as 川 or 蜀; older numbers have fewer digits."""
    foot = POLICE_LINK.replace(POLICE, "蜀公网安备51010002000001号")
    assert codes(html(LINK + foot), police="川公网安备51010002000001号") == []
    old = POLICE_LINK.replace(POLICE, "浙公网安备330100020001号")
    assert codes(html(LINK + old), police="浙公网安备330100020001号") == []


@pytest.mark.parametrize(
    ("police", "why"),
    [
        ("京公网安备33010602000123号", "area code"),
        ("浙公网安备3301060200号", "14 digits"),
        ("浙ICP备12345678号-1", "filing_number"),
        ("99010602000123", "public-security number"),
        ("3301", "public-security number"),
    ],
)
def test_a_wrong_public_security_number_is_told(police: str, why: str) -> None:
    """The page is not blamed for a slip in the call."""
    with pytest.raises(ConfigError, match=why):
        check_page(html(), filing_number=NUMBER, public_security_number=police)


@pytest.mark.parametrize("number", ["浙ICP备12345678号-1A", "浙ICP备12345678号-1X", "浙ICP备12345678号-2K"])
def test_the_number_of_an_app_is_no_websites(number: str) -> None:
    """It stands in the app's settings, not on a page."""
    with pytest.raises(ConfigError, match="an app's number"):
        check_page(html(), filing_number=number)


@pytest.mark.parametrize("number", ["", "备案号", POLICE])
def test_a_wrong_call_is_told(number: str) -> None:
    """The number to look for must be one."""
    with pytest.raises(ConfigError, match="filing_number"):
        check_page(html(), filing_number=number)
    with pytest.raises(ConfigError, match="public_security_number"):
        check_page(html(), filing_number=NUMBER, public_security_number="无")


def test_every_rule_is_reached() -> None:
    """The chapter declares nothing that is never said."""
    declared = {rule.code for rule in vars(published).values() if hasattr(rule, "code")}
    assert declared == {rule.code for rule in (*ABOUT_NUMBER, *ABOUT_TITLE, *ABOUT_PUBLIC_SECURITY)}


DIRT = ["<", ">", "<a ", "href=", '"', "</a>", "<!--", "-->", "<script>", "&#", "&x", "</", "<title>", "<![CDATA[", " "]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*DIRT, NUMBER, "\x00", "\ud800"]), max_size=40))
def test_no_dirt_breaks_it(pieces: list[str]) -> None:
    """Any text is a page; words come in both languages."""
    for finding in check_page("".join(pieces), filing_number=NUMBER, name=NAME, public_security_number=POLICE).findings:
        assert finding.message("zh")
        assert finding.message("en")


def test_the_command_tells_what_to_repair(capfd: Any, tmp_path: Path) -> None:
    """Place, severity, code and steps; status 1 with an error, 0 without, 2 when it cannot be read."""
    file = tmp_path / "index.html"
    file.write_bytes(html(NUMBER).encode("gb18030"))
    asked = ("page", str(file), "--filing-number", NUMBER)
    assert main([*asked, "--lang", "en"]) == 1
    text = capfd.readouterr().out
    assert text.startswith(f"{file}:4:21: error[PUB004] Number has no link\n")
    assert main([*asked, "--format", "json"]) == 1
    assert json.loads(capfd.readouterr().out)["applications"][0]["findings"][0]["code"] == "PUB004"
    file.write_text(html(), "utf-8")
    assert main([*asked, "--name", NAME, "--lang", "zh"]) == 0
    assert "页面符合要求" in capfd.readouterr().out
    assert main(["page", str(tmp_path / "none.html"), "--filing-number", NUMBER]) == 2
    assert main(["page", str(file), "--filing-number", "1"]) == 2


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<", "<![CDATA[", "&#", "<p hidden>", "</p", "浙ICP备 "])
def test_large_dirt_is_read_in_linear_time(piece: str) -> None:
    """A page of one hundred thousand characters takes no minutes; what stands behind a good page does no harm."""
    dirt = piece * (100_000 // len(piece))
    begin = time.perf_counter()
    codes(dirt + html())
    assert [code for code in codes(html() + dirt) if code != "PUB008"] == []
    assert time.perf_counter() - begin < 20


def test_a_comment_that_never_ends_hides_the_rest() -> None:
    """As a browser does it; a script that writes one does not."""
    assert codes(f"<title>x</title><p>内容</p><!-- {LINK}") == ["PUB017"]
    assert codes(f'<title>x</title><script>var a = "<!--";</script>{LINK}') == []
