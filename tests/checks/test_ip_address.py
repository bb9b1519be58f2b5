"""IP addresses of a website."""

import ipaddress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beian_validate.checks.ip_address import normalise, problems
from beian_validate.checks.problem import Problem

RIGHT = ["8.8.8.8", "223.5.5.5", "2400:3200::1", "8.8.8.8-8.8.8.20", "8.8.8.8-8.8.8.8", "2400::1-2400::f"]
USES = [
    ("0.0.0.0", "unspecified", 4),
    ("::", "unspecified", 6),
    ("0.1.2.3", "reserved", 4),
    ("10.1.2.3", "private", 4),
    ("172.16.0.1", "private", 4),
    ("172.31.255.255", "private", 4),
    ("192.168.1.1", "private", 4),
    ("fd00::1", "private", 6),
    ("127.0.0.1", "loopback", 4),
    ("::1", "loopback", 6),
    ("169.254.1.1", "link-local", 4),
    ("fe80::1", "link-local", 6),
    ("fe80::1%eth0", "link-local", 6),
    ("100.64.0.1", "shared", 4),
    ("192.0.2.1", "documentation", 4),
    ("198.51.100.1", "documentation", 4),
    ("203.0.113.1", "documentation", 4),
    ("2001:db8::1", "documentation", 6),
    ("198.18.0.1", "reserved", 4),
    ("224.0.0.1", "multicast", 4),
    ("ff02::1", "multicast", 6),
    ("240.0.0.1", "reserved", 4),
    ("255.255.255.255", "reserved", 4),
    ("::ffff:8.8.8.8", "reserved", 6),
    ("4000::1", "reserved", 6),
]
NEIGHBOURS = [
    "9.255.255.255",
    "11.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "223.255.255.255",
]
OTHERS = [
    ("８.8.8.8", Problem("full-width", (("position", 1),), "8.8.8.8", safe=True)),
    ("8。8.8.8", Problem("full-width", (("position", 2),), "8.8.8.8", safe=True)),
    ("8.8.8.8 ", Problem("blank", (("position", 8),), "8.8.8.8", safe=True)),
    ("8.8.8.8 - 8.8.8.9", Problem("blank", (("position", 8),), "8.8.8.8-8.8.8.9", safe=True)),
    ("8.8.8.8~8.8.8.9", Problem("range-mark", (), "8.8.8.8-8.8.8.9", safe=True)),
    ("8.8.8.8至8.8.8.9", Problem("range-mark", (), "8.8.8.8-8.8.8.9", safe=True)),
    ("8.8.8.9-8.8.8.8", Problem("range-reversed", (), "8.8.8.8-8.8.8.9")),
    ("8.8.8.8:443", Problem("port", (("position", 8),), "8.8.8.8")),
    ("[2400::1]:443", Problem("port", (("position", 10),), "2400::1")),
    ("8.8.8.8/30", Problem("network", (("version", 4),), "8.8.8.8-8.8.8.11")),
    ("2400::/127", Problem("network", (("version", 6),), "2400::-2400::1")),
    *(
        (text, Problem("syntax"))
        for text in ("", "a.b", "256.1.1.1", "1.2.3", "010.1.1.1", "8.8.8.8/33", "8.8.8.8-", "-")
    ),
    *(
        (text, Problem("syntax"))
        for text in ("8.8.8.8-2400::1", "8.8.8.8:x", "[x]", "8.8.8.8;8.8.4.4", "\ud800", "8" * 101)
    ),
]


@pytest.mark.parametrize("text", [*RIGHT, *NEIGHBOURS])
def test_public_addresses_and_ranges_are_right(text: str) -> None:
    """A public address of either version and a range are right, up to the edge of the blocks in special use."""
    assert problems(text) == ()


@pytest.mark.parametrize(("text", "use", "version"), USES)
def test_addresses_in_special_use_say_which(text: str, use: str, version: int) -> None:
    """An address that the public network does not carry is named by its use."""
    assert problems(text) == (Problem(use, (("version", version),)),)


@pytest.mark.parametrize(("text", "problem"), OTHERS)
def test_other_texts_have_one_problem(text: str, problem: Problem) -> None:
    """One cause is one problem, with its fix where it is plain."""
    assert problems(text) == (problem,)


def test_a_range_is_judged_at_both_ends() -> None:
    """Each use is told once, and a reversed range is told besides."""
    assert [problem.kind for problem in problems("10.0.0.9-10.0.0.1")] == ["range-reversed", "private"]
    assert [problem.kind for problem in problems("9.9.9.9-10.0.0.1")] == ["private"]


def test_a_repaired_address_still_shows_its_use() -> None:
    """A slip of typing does not hide that the address is private."""
    assert [problem.kind for problem in problems(" 10.0.0.1")] == ["blank", "private"]


@given(st.ip_addresses(v=4))
def test_version_4_agrees_with_the_standard_library(address: ipaddress.IPv4Address) -> None:
    """A right address is a global one for the standard library, and the other way round."""
    assume(address not in ipaddress.ip_network("192.0.0.0/24"))
    assert (problems(str(address)) == ()) == (address.is_global and not address.is_multicast)


@given(st.ip_addresses(v=6))
def test_a_right_address_of_version_6_is_global(address: ipaddress.IPv6Address) -> None:
    """No address that the standard library holds for private is right."""
    assert problems(str(address)) != () or address.is_global


@given(st.text(alphabet=st.sampled_from("0123456789.:-/[]% ８。~\ud800af"), max_size=24) | st.text())
def test_fixes_clear_their_problem_and_are_stable(text: str) -> None:
    """No text raises, and a repaired address does not have the same problem again."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {left.kind for left in problems(problem.fix)}
            assert normalise(problem.fix) == problem.fix


@pytest.mark.parametrize("text", ["8" * 1_000_000, ":" * 1_000_000, "-" * 1_000_000, " " * 1_000_000])
def test_huge_texts_are_answered(text: str) -> None:
    """A text of a million characters is no address."""
    assert problems(text) == (Problem("syntax"),)
