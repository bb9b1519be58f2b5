"""Domain names, their labels and their suffixes."""

import sys

import idna
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from beian_validate.checks import domain_label
from beian_validate.checks.domain_label import fault
from beian_validate.checks.domain_name import (
    MAXIMUM,
    foreign_letter,
    is_approved_suffix,
    normalise,
    problems,
    registrable,
    suffix,
    table_date,
    to_ascii,
)
from beian_validate.checks.problem import Problem
from beian_validate.tables import table

ORACLE = PublicSuffixList(only_icann=True, accept_unknown=False)
TLDS = table("tlds")
# The filing list names these two, the public suffix list does not.
ONLY_IN_CHINA = {to_ascii("政务.cn"), to_ascii("公益.cn")}
HAN = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8)

RIGHT = [
    "example.com",
    "a.cn",
    "4399.com",
    "ex-am-ple.com.cn",
    "example.gs.cn",
    "示例.中国",
    "示例.公司.cn",
    "示例.com",
    "xn--fsq092h.xn--fiqs8s",
    "www.com",
    "www.gov.cn",
    "wenming.hangzhou.gov.cn",
    "bücher.com",
    "示例.law.pro",
    "example.co.uk",
    "a.b.example.jp",
    "\U000323b0.cn",
]
WRONG = [
    ("Example.COM", Problem("upper-case", (("position", 1),), "example.com", safe=True)),
    ("ｅxample.com", Problem("full-width", (("position", 1),), "example.com", safe=True)),
    ("示例。中国", Problem("ideographic-dot", (("position", 3),), "示例.中国", safe=True)),
    (" example.com", Problem("blank", (("position", 1),), "example.com", safe=True)),
    ("exam ple.com", Problem("blank", (("position", 5),), "example.com")),
    ("example.com.", Problem("trailing-dot", (("position", 12),), "example.com", safe=True)),
    ("http://example.com", Problem("url", (("part", "scheme"),), "example.com")),
    ("http:/example.com", Problem("url", (("part", "scheme"),), "example.com")),
    ("http//example.com", Problem("url", (("part", "scheme"),), "example.com")),
    ("https://http://example.com", Problem("url", (("part", "scheme"),), "example.com")),
    ("//example.com/a?b#c", Problem("url", (("part", "scheme"),), "example.com")),
    ("example.com/index.html", Problem("url", (("part", "path"),), "example.com")),
    ("example.com?a=b", Problem("url", (("part", "path"),), "example.com")),
    ("example.com:8080", Problem("url", (("part", "port"),), "example.com")),
    ("www.example.com", Problem("www", (), "example.com")),
    ("www.示例.中国", Problem("www", (), "示例.中国")),
    ("www.example.com.cn", Problem("www", (), "example.com.cn")),
    ("shop.example.com", Problem("sub-domain", (("registrable", "example.com"),), "example.com")),
    ("a.b.c.d.示例.中国", Problem("sub-domain", (("registrable", "示例.中国"),), "示例.中国")),
    ("*.example.com", Problem("wildcard", (), "example.com")),
    ("1.2.3.4", Problem("ip-address")),
    ("http://1.2.3.4:80/", Problem("ip-address")),
    ("2001:db8::1", Problem("ip-address")),
    ("webmaster@example.com", Problem("email")),
    ("a.com;b.com", Problem("several", (("count", 2),))),
    ("a.com b.com、c.com", Problem("several", (("count", 3),))),
    ("", Problem("label", (("position", 1), ("reason", "empty")))),
    ("a..com", Problem("label", (("position", 3), ("reason", "empty")))),
    (".com", Problem("label", (("position", 1), ("reason", "empty")))),
    ("-a.com", Problem("label", (("position", 1), ("reason", "hyphen")))),
    ("a.b-.com", Problem("label", (("position", 3), ("reason", "hyphen")))),
    ("a_b.com", Problem("label", (("position", 2), ("reason", "underscore")))),
    ("示例!.中国", Problem("label", (("position", 3), ("reason", "character")))),
    ("☃.com", Problem("label", (("position", 1), ("reason", "character")))),
    ("ﬁ.com", Problem("label", (("position", 1), ("reason", "character")))),
    ("\U0002f800.com", Problem("label", (("position", 1), ("reason", "character")))),
    ("\ud800.com", Problem("label", (("position", 1), ("reason", "character")))),
    ("xn--示.com", Problem("label", (("position", 1), ("reason", "character")))),
    ("a" * 64 + ".com", Problem("label", (("position", 1), ("reason", "too-long")))),
    ("示例" * 31 + ".com", Problem("label", (("position", 1), ("reason", "too-long")))),
    ("xn--a.com", Problem("label", (("position", 1), ("reason", "punycode")))),
    ("xn--99999999.com", Problem("label", (("position", 1), ("reason", "punycode")))),
    ("xn--" + "☃".encode("punycode").decode() + ".com", Problem("label", (("position", 1), ("reason", "punycode")))),
    ("אa.com", Problem("label", (("position", 1), ("reason", "idna")))),
    (("a" * 60 + ".") * 5 + "com", Problem("length", (("length", 308), ("maximum", MAXIMUM)))),
    ("a" * 3000, Problem("length", (("length", 3000), ("maximum", MAXIMUM)))),
    ("localhost", Problem("no-suffix")),
    ("example.123", Problem("no-suffix")),
    ("example.cn.com", Problem("mistyped-suffix", (("suffix", "cn.com"),))),
    ("www.example.com.vip", Problem("mistyped-suffix", (("suffix", "com.vip"),))),
    ("www.com.vip", Problem("www", (), "com.vip")),
    ("https://www.example.com/", Problem("url", (("part", "scheme"),), "example.com")),
    ("example,cn", Problem("comma", (("position", 8),), "example.cn")),
    ("示例，中国", Problem("comma", (("position", 3),), "示例.中国")),
    ("com.cn", Problem("suffix-only", (("suffix", "com.cn"),))),
    ("政务.cn", Problem("suffix-only", (("suffix", "政务.cn"),))),
]


@pytest.mark.parametrize(
    ("text", "position"), [("example.com", 0), ("示例.中国", 0), ("ex-1示.com", 0), ("bücher.com", 2), ("示例і。cn", 3)]
)
def test_letters_of_other_scripts_are_seen(text: str, position: int) -> None:
    """Letters that Chinese registries do not give out look much like those that they do."""
    assert foreign_letter(text) == position


@pytest.mark.parametrize("text", ["example.com.con", "a.b.example.cnn", "example.公司.cn1"])
def test_no_sub_domain_is_invented_under_an_unlisted_suffix(text: str) -> None:
    """Under a suffix that is not on the list nobody knows which part is registered."""
    assert problems(text) == ()


@pytest.mark.parametrize("text", RIGHT)
def test_registrable_domains_are_right(text: str) -> None:
    """Chinese names in both forms are right, and levels that are not surely known are left alone."""
    assert problems(text) == ()


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_wrong_domains_have_one_problem(text: str, problem: Problem) -> None:
    """One cause is one problem, with the repaired domain where it can be derived."""
    assert problems(text) == (problem,)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("HTTPS://WWW.EXAMPLE.COM/", ["upper-case", "url"]),
        ("https://shop.example.com/", ["url"]),
        ("https://a_b.com/", ["url", "label"]),
        ("https://", ["url", "label"]),
        ("localhost/x", ["url", "no-suffix"]),
    ],
)
def test_an_address_line_is_taken_apart(text: str, kinds: list[str]) -> None:
    """What surrounds the domain and what is wrong inside it are told apart."""
    assert [problem.kind for problem in problems(text)] == kinds


def test_applying_the_last_fix_after_another_leads_to_the_domain() -> None:
    """The fixes of one text lead to the same domain whichever is taken first."""
    text = "HTTPS://WWW.EXAMPLE.COM/"
    while problems(text):
        text = problems(text)[0].fix or ""
    assert text == "example.com"


def test_a_wrong_host_in_a_url_gets_no_fix() -> None:
    """A URL whose host is no domain cannot be repaired."""
    assert problems("http://a_b.com/")[0] == Problem("url", (("part", "scheme"),))


@pytest.mark.parametrize(
    ("text", "expected_suffix", "expected_domain"),
    [
        ("example.com", "com", "example.com"),
        ("A.Example.COM.CN", "com.cn", "example.com.cn"),
        ("示例.公司.cn", "公司.cn", "示例.公司.cn"),
        ("a.xn--fsq092h.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--fsq092h.xn--55qx5d.cn"),
        ("a。示例。中国", "中国", "示例.中国"),
        ("com.cn", "com.cn", ""),
        ("localhost", "", ""),
        ("", "", ""),
        ("x.example.co.uk", "co.uk", "example.co.uk"),
    ],
)
def test_suffix_and_registrable(text: str, expected_suffix: str, expected_domain: str) -> None:
    """The suffix is the registry's part, the registrable domain has one label more."""
    assert (suffix(text), registrable(text)) == (expected_suffix, expected_domain)


@pytest.mark.parametrize("approved", ["com", "cn", "com.cn", "中国", "xn--fiqs8s", "公司.cn", "COM", "我爱你"])
def test_approved_suffixes(approved: str) -> None:
    """A suffix is approved in either form and with its levels."""
    assert is_approved_suffix(approved)


@pytest.mark.parametrize("unlisted", ["", "dev", "hk", "com.hk", "uk", "中國", "\ud800"])
def test_unlisted_suffixes(unlisted: str) -> None:
    """A suffix that the dated list does not have is not approved as far as is known."""
    assert not is_approved_suffix(unlisted)


def test_the_table_is_dated_and_has_each_suffix_once() -> None:
    """The list has its date and source, and no suffix twice."""
    assert table_date() == "2022-08-30"
    assert TLDS["source"]
    for rows in (*TLDS["approved"].values(), *TLDS["second_level"].values()):
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize("tld", [*TLDS["approved"]["latin"], *TLDS["approved"]["chinese"]])
def test_every_approved_suffix_exists(tld: str) -> None:
    """The public suffix list knows every approved suffix."""
    assert ORACLE.publicsuffix(f"a.{to_ascii(tld)}") == to_ascii(tld)


@given(
    st.lists(st.from_regex("[a-z0-9]{1,6}", fullmatch=True) | HAN.map(to_ascii), min_size=1, max_size=4),
    st.sampled_from([*TLDS["approved"]["latin"], *map(to_ascii, TLDS["approved"]["chinese"])]),
    st.sampled_from(["", "com.", "gov.", "bj.", "law.", "xn--55qx5d."]),
)
def test_the_split_agrees_with_the_public_suffix_list(labels: list[str], tld: str, level: str) -> None:
    """Under approved suffixes the registrable domain is that of the public suffix list."""
    name = f"{'.'.join(labels)}.{level}{tld}"
    assume(not any(name.endswith(other) for other in ONLY_IN_CHINA))
    assert registrable(name) == (ORACLE.privatesuffix(name) or "")


@given(HAN)
def test_both_forms_of_a_chinese_name_are_one(label: str) -> None:
    """The xn-- form is that of IDNA 2008, and both forms compare equal."""
    encoded = idna.encode(label).decode()
    assert to_ascii(f"{label}。中国") == f"{encoded}.xn--fiqs8s" == to_ascii(f"{encoded.upper()}.中国")


LETTERS = st.characters(categories=("Ll", "Lo", "Nd"))


@given(st.text(LETTERS, min_size=1, max_size=6))
def test_labels_that_idna_accepts_too_have_the_same_form(text: str) -> None:
    """For every label that we and IDNA 2008 accept the ASCII form is the same."""
    label = text.lower()
    assume("." not in label and not fault(label))
    try:
        expected = idna.alabel(label).decode()
    except idna.IDNAError:
        assume(False)
    assert to_ascii(label) == expected


@pytest.fixture
def without_idna(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the optional package impossible to import."""
    monkeypatch.setitem(sys.modules, "idna", None)
    monkeypatch.setattr(domain_label, "_idna", domain_label._idna.__wrapped__)


@pytest.mark.usefixtures("without_idna")
@pytest.mark.parametrize("text", RIGHT)
def test_right_domains_are_right_without_the_extra(text: str) -> None:
    """No name becomes wrong or changes its form because the package idna is missing."""
    assert problems(text) == ()
    assert to_ascii(text) == ".".join(label if label.isascii() else idna_form(label) for label in text.split("."))


def idna_form(label: str) -> str:
    return "xn--" + label.encode("punycode").decode()


@pytest.mark.usefixtures("without_idna")
def test_only_the_extra_sees_the_rules_of_other_scripts() -> None:
    """Without the package idna a name of another script is let through."""
    assert problems("אa.com") == ()


@given(st.text(alphabet=st.sampled_from("aZ1.-_/:@*?。 ;示例\u200bｗw\ud800"), max_size=24) | st.text())
def test_fixes_clear_their_problem_and_are_stable(text: str) -> None:
    """No text raises, and a repaired name does not have the same problem again."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {left.kind for left in problems(problem.fix)}
            assert normalise(problem.fix) == problem.fix
    assert to_ascii(to_ascii(text)) == to_ascii(text)
    assert isinstance(is_approved_suffix(suffix(text)), bool)
    assert isinstance(registrable(text), str)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "a." * 500_000, "示" * 1_000_000, "http://" * 100_000, " " * 1_000_000]
)
def test_huge_texts_are_answered(text: str) -> None:
    """A text of a million characters is too long for a domain."""
    assert [problem.kind for problem in problems(text)] == ["length"]
