"""The public-security number on a published page: the number itself, its link and its badge."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from beian_validate.checks.public_security_number import PROVINCES, problems
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding
from beian_validate.page_text import PageText
from beian_validate.published_finding import found, host_of, link_at
from beian_validate.rules import published

HOSTS: Final = ("beian.mps.gov.cn", "beian.gov.cn")
ICON_REACH: Final = 40

_BLANKS: Final = r"[ \xa0\u3000]{0,4}"
_SHOWN: Final = re.compile(
    rf"([\u4e00-\u9fff]?)公{_BLANKS}[网網]安[备備]{_BLANKS}第?{_BLANKS}([0-9０-９]{{8,16}}){_BLANKS}[号號]?"
)
_GIVEN: Final = re.compile("([\u4e00-\u9fff])公网安备([0-9]{11,14})号?")
_SERIAL: Final = re.compile("[0-9]{11,14}")
_TOLERATED: Final = frozenset(("blank", "full-width", "traditional", "missing-hao", "legacy"))
_ICON: Final = re.compile("beian|gongan|公安|ghs|gaba|police|备案图标|jinghui", re.IGNORECASE)
_CODE_OF_LINK: Final = re.compile("code=([0-9]{8,16})(?![0-9])", re.IGNORECASE)
_BY_CODE: Final = {code: name for name, code in reversed(PROVINCES.items())}


class Wanted(NamedTuple):
    """The number that the page must show: code of the province, digits, and how it is written."""

    province: str
    digits: str
    text: str


def wanted(given: str) -> Wanted:
    """The number as it was given: whole, or its digits alone.

    Raises:
        ConfigError: it is no public-security number, or names another province than its digits do.
    """
    plain = "".join(given.split())
    if _SERIAL.fullmatch(plain) and plain[:2] in _BY_CODE:
        return Wanted(plain[:2], plain, f"{_BY_CODE[plain[:2]]}公网安备{plain}号")
    slips = problems(given)
    right = next((slip.fix for slip in slips if slip.safe and slip.fix), plain)
    parts = _GIVEN.fullmatch(right)
    if parts is None or not {slip.kind for slip in slips} <= _TOLERATED:
        raise ConfigError(
            f"public_security_number {given!r} is not a public-security number such as 浙公网安备33010002000001号"
            f"{_why(slip.kind for slip in slips)}"
        )
    return Wanted(PROVINCES[parts[1]], parts[2], f"{parts[1]}公网安备{parts[2]}号")


def _why(kinds: Iterator[str]) -> str:
    reasons = {
        "province-differs": "its first digits are not the area code of its province",
        "digits": "it takes 14 digits",
        "not-a-public-security-number": "a filing number goes into filing_number",
    }
    return next((f": {reasons[kind]}" for kind in kinds if kind in reasons), "")


def judged(page: PageText, number: Wanted) -> Iterator[Finding]:
    """What is wrong with the public-security number on a page."""
    shown = list(_SHOWN.finditer(page.text))
    right = [item for item in shown if _is(item, number)]
    if not right:
        yield _absent(page, shown, number)
        return
    best = right[-1]
    link = link_at(page, best.start(), len(best.group()))
    if link is None or (host_of(link.target).removeprefix("www.") not in HOSTS and not link.has_script):
        yield found(published.PUBLIC_SECURITY_UNLINKED, page, best.start(), found=best.group().strip())
    elif (code := _CODE_OF_LINK.search(link.target)) and code[1] != number.digits:
        yield found(published.PUBLIC_SECURITY_LINK_DIFFERS, page, best.start(), found=code[1], wanted=number.digits)
    if not any(abs(at - best.start()) <= ICON_REACH or _ICON.search(address) for at, address in page.pictures):
        yield found(published.PUBLIC_SECURITY_ICON, page, best.start(), found=best.group().strip())


def _absent(page: PageText, shown: list[re.Match[str]], number: Wanted) -> Finding:
    if not shown:
        return found(published.PUBLIC_SECURITY_MISSING, page, None, wanted=number.text)
    other = shown[-1]
    rule = published.PUBLIC_SECURITY_DIFFERS
    return found(rule, page, other.start(), found=other.group().strip(), wanted=number.text)


def _is(shown: re.Match[str], number: Wanted) -> bool:
    """Digits of any width, and the province by its code: two abbreviations are used for some."""
    digits = "".join(str(int(digit)) for digit in shown[2])
    return digits == number.digits and PROVINCES.get(shown[1]) == number.province
