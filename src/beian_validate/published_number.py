"""The filing number on a published page: which one it shows, how it is spelt, where it stands and links to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from beian_validate.checks.icp_number import IcpNumber, normalise, parse
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding
from beian_validate.law.provinces import by_hand
from beian_validate.page_text import Link, PageText
from beian_validate.published_finding import found, host_of, link_at
from beian_validate.rule import Rule
from beian_validate.rules import published

MIIT: Final = "beian.miit.gov.cn"
MINISTRY: Final = ".miit.gov.cn"
RETIRED: Final = ("miitbeian.gov.cn", "miibeian.gov.cn")
DISPLAY: Final = "website.icp_number_display"
FAR_FROM_THE_END: Final = 600
LITTLE_TEXT: Final = 200

_BLANKS: Final = r"[ \xa0\u3000]{0,4}"
_FILING: Final = re.compile(
    rf"[\u4e00-\u9fff]{_BLANKS}[IiＩｉ][CcＣｃ][PpＰｐ]{_BLANKS}[備备證证]{_BLANKS}案?{_BLANKS}第?{_BLANKS}[0-9０-９]{{4,12}}"
    rf"{_BLANKS}[号號]?(?:{_BLANKS}[-－—–‐−_]{_BLANKS}[0-9０-９]{{1,6}}{_BLANKS}[AXKaxk]?)?{_BLANKS}号?"
)
_TELECOM: Final = re.compile(r"(?:合字|[\u4e00-\u9fff])?[AB][12](?:\.[AB][12])*-[0-9]{8}(?:-[0-9]{1,6}[AXK]?)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The number that the page must show: what it means, and how it is written."""

    number: IcpNumber
    text: str

    @property
    def has_serial(self) -> bool:
        """Whether it is the site's own number and not that of the sponsor."""
        return self.number.number > 0

    def is_of_subject(self, other: IcpNumber | None) -> bool:
        """Whether another number belongs to the same sponsor."""
        return other is not None and other._replace(number=0, letter="") == self.number._replace(number=0, letter="")


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it stands on the page: where in the text, how it is spelt, what it means."""

    start: int
    text: str
    number: IcpNumber | None


def wanted(given: str) -> Wanted:
    """The number as it was given.

    Raises:
        ConfigError: it is no filing number, or that of an app.
    """
    text = normalise(given) or ""
    number = parse(text)
    if number is None:
        raise ConfigError(f"filing_number {given!r} is not a filing number such as 浙ICP备12345678号-1")
    if number.letter:
        raise ConfigError(f"filing_number {given!r} ends with {number.letter}: an app's number, not that of a website")
    return Wanted(number, text)


def judged(page: PageText, want: Wanted, province: str) -> Iterator[Finding]:
    """What is wrong with the filing number on a page."""
    shown = list(_numbers(page.text))
    right, of_sponsor = _right(shown, want), _of_sponsor(shown, want)
    if not right and not of_sponsor:
        yield _absent(page, shown, want)
        return
    best = max(right or of_sponsor, key=lambda item: (page.links[item.start] is not None, item.start))
    yield from _serial(page, best, want, province)
    yield from _spelt(page, best)
    yield from _linked(page, best)
    if _is_far_from_the_end(page, best.start):
        yield found(published.NOT_AT_THE_BOTTOM, page, best.start, wanted=best.text)
    yield from _strangers(page, shown, want)


def _right(shown: list[Shown], want: Wanted) -> list[Shown]:
    """The numbers that are the one wanted; where the serial is not known, any site of the sponsor."""
    if want.has_serial or want.number.kind != "filing":
        return [item for item in shown if item.number == want.number]
    return [item for item in shown if item.number and want.is_of_subject(item.number) and _is_of_a_site(item.number)]


def _of_sponsor(shown: list[Shown], want: Wanted) -> list[Shown]:
    return [item for item in shown if item.number and want.is_of_subject(item.number) and not item.number.number]


def _is_of_a_site(number: IcpNumber) -> bool:
    return number.number > 0 and not number.letter


def _serial(page: PageText, best: Shown, want: Wanted, province: str) -> Iterator[Finding]:
    """Whether the serial of the site is shown, and whether it could be compared."""
    if _accepts_sponsor_number(province):
        return
    if want.has_serial and best.number != want.number:
        yield found(published.SUBJECT_NUMBER, page, best.start, found=best.text, wanted=want.text)
    elif not want.has_serial and want.number.kind == "filing":
        yield found(published.SERIAL_NOT_COMPARED, page, best.start, found=best.text, wanted=want.text)


def _accepts_sponsor_number(province: str) -> bool:
    """Whether the sponsor's number, without the serial of the site, is said to be shown in that province."""
    return any(row.field == DISPLAY and row.value == "subject_number_without_suffix" for row in by_hand(province))


def _spelt(page: PageText, best: Shown) -> Iterator[Finding]:
    right = normalise(_plain(best.text))
    if best.text != right:
        yield found(published.NUMBER_SPELT, page, best.start, found=best.text, wanted=right)


def _numbers(text: str) -> Iterator[Shown]:
    for match in (*_FILING.finditer(text), *_TELECOM.finditer(text)):
        shown = match.group().strip(" \xa0\u3000")
        yield Shown(match.start(), shown, parse(normalise(_plain(shown)) or ""))


def _plain(shown: str) -> str:
    return re.sub("[案第_]", lambda sign: "-" if sign.group() == "_" else "", shown)


def _absent(page: PageText, shown: list[Shown], want: Wanted) -> Finding:
    """Why the number is not there: a script may write it, it is hidden, another one is there, or none at all.

    A page that was saved before its scripts ran proves nothing, so that is only a warning.
    """
    others = [item for item in shown if item.number is None or item.number.kind == "filing"]
    if _is_made_by_script(page) or _holds(page.unseen, want):
        return found(published.NOT_VISIBLE, page, None, wanted=want.text)
    if not others:
        is_commented_out = _holds(page.comments, want)
        rule = published.NUMBER_COMMENTED_OUT if is_commented_out else published.NUMBER_MISSING
        return found(rule, page, None, wanted=want.text)
    other = next((item for item in reversed(others) if want.is_of_subject(item.number)), others[-1])
    is_of_an_app = want.is_of_subject(other.number) and other.number is not None and bool(other.number.letter)
    rule = published.NUMBER_OF_AN_APP if is_of_an_app else published.NUMBER_DIFFERS
    return found(rule, page, other.start, found=other.text, wanted=want.text)


def _is_made_by_script(page: PageText) -> bool:
    has_little_text = len("".join(page.text.split())) < LITTLE_TEXT
    return page.has_scripts and (has_little_text or page.foot_from is None)


def _holds(text: str, want: Wanted) -> bool:
    found_there = list(_numbers(text))
    return bool(_right(found_there, want) or _of_sponsor(found_there, want))


def _linked(page: PageText, shown: Shown) -> Iterator[Finding]:
    link = link_at(page, shown.start, len(shown.text))
    if link is None or (not link.target and not link.has_script):
        yield found(published.NUMBER_UNLINKED, page, shown.start, found=shown.text)
        return
    rule = _link_rule(link)
    if rule:
        yield found(rule, page, shown.start, found=link.target[:200])


def _link_rule(link: Link) -> Rule | None:
    """What is wrong with where the number links to; a script, or a page on the way, cannot be followed."""
    host = host_of(link.target)
    if host == MIIT or link.has_script:
        return None
    if any(host == old or host.endswith(f".{old}") for old in RETIRED):
        return published.LINKED_TO_OLD_HOST
    is_on_the_way = not host or host.endswith(MINISTRY) or MIIT in link.target.partition(host)[2]
    return published.LINKED_BY_DETOUR if is_on_the_way else published.LINKED_ELSEWHERE


def _strangers(page: PageText, shown: list[Shown], want: Wanted) -> Iterator[Finding]:
    """The number of another sponsor that links to the ministry as if it were the site's own."""
    for item in shown:
        is_filing = item.number is not None and item.number.kind == "filing"
        link = link_at(page, item.start, len(item.text))
        if is_filing and not want.is_of_subject(item.number) and link and host_of(link.target) == MIIT:
            yield found(published.ANOTHER_NUMBER_BESIDE, page, item.start, found=item.text, wanted=want.text)
            return


def _is_far_from_the_end(page: PageText, start: int) -> bool:
    if page.foot_from is not None and start >= page.foot_from:
        return False
    behind = len("".join(page.text[start:].split()))
    return behind > FAR_FROM_THE_END and behind > len("".join(page.text[:start].split()))
