"""The published page of a filed website: number, link, title and public-security number, without any network."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlsplit

from beian_validate.checks.icp_number import IcpNumber, normalise, parse
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding, Place
from beian_validate.law.provinces import by_hand
from beian_validate.page_text import Link, PageText, read
from beian_validate.result import Outcomes, Report, numbered
from beian_validate.rule import Rule
from beian_validate.rules import published

MIIT: Final = "beian.miit.gov.cn"
RETIRED: Final = ("miitbeian.gov.cn", "miibeian.gov.cn")
PUBLIC_SECURITY: Final = ("beian.mps.gov.cn", "beian.gov.cn")
DISPLAY: Final = "website.icp_number_display"
FAR_FROM_THE_END: Final = 600
LITTLE_TEXT: Final = 200
ICON_REACH: Final = 40

_BLANKS: Final = r"[ \xa0\u3000]{0,4}"
_FILING: Final = re.compile(
    rf"[\u4e00-\u9fff]{_BLANKS}[IiＩｉ][CcＣｃ][PpＰｐ]{_BLANKS}[备備证證]{_BLANKS}案?{_BLANKS}第?{_BLANKS}[0-9０-９]{{4,12}}"
    rf"{_BLANKS}[号號]?(?:{_BLANKS}[-－—–‐−_]{_BLANKS}[0-9０-９]{{1,6}}{_BLANKS}[AXKaxk]?)?{_BLANKS}号?"
)
_TELECOM: Final = re.compile(r"(?:合字|[\u4e00-\u9fff])?[AB][12](?:\.[AB][12])*-[0-9]{8}(?:-[0-9]{1,6}[AXK]?)?")
_POLICE: Final = re.compile(rf"[\u4e00-\u9fff]公网安备{_BLANKS}第?{_BLANKS}([0-9]{{8,16}}){_BLANKS}号?")
_ICON: Final = re.compile("beian|gongan|公安|ghs|gaba|police|备案图标|jinghui", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A number as it stands on the page: where in the text, how it is spelt, what it means."""

    start: int
    text: str
    number: IcpNumber | None


def check_page(
    html: str | bytes,
    *,
    filing_number: str,
    name: str = "",
    public_security_number: str = "",
    province: str = "",
) -> Report:
    """Check that the home page of a filed website shows what it must: number, link, title, public-security number.

    Parameters:
        html: the page as it was saved; bytes may be UTF-8, GB18030 or what the page says.
        filing_number: number of the website as approved, such as 浙ICP备12345678号-1.
        name: filed name of the website; the title is only judged with it.
        public_security_number: as given by the public security; only judged when it is given.
        province: two digits of GB/T 2260; some provinces accept the sponsor's number.

    Raises:
        ConfigError: `filing_number` is no filing number, or `public_security_number` holds no digits.

    Source of the rules: order 33 of the ministry and the providers' pages cited by the PUB rules.
    """
    wanted = parse(normalise(filing_number) or "")
    if wanted is None:
        raise ConfigError(f"filing_number {filing_number!r} is not a filing number such as 浙ICP备12345678号-1")
    digits = "".join(re.findall("[0-9]", public_security_number))
    if public_security_number and not digits:
        raise ConfigError(f"public_security_number {public_security_number!r} holds no digits")
    page = read(html)
    findings = [*_number(page, wanted, normalise(filing_number) or "", province)]
    findings += _title(page, name) if name else ()
    findings += _public_security(page, digits) if digits else ()
    judged = len(published.ABOUT_NUMBER) + 2 * bool(name) + 4 * bool(digits)
    failed = len({finding.code for finding in findings})
    others = len(published.ABOUT_TITLE) * (not name) + len(published.ABOUT_PUBLIC_SECURITY) * (not digits)
    return Report(numbered(findings), Outcomes(passed=judged - failed, failed=failed, not_applicable=others))


def _number(page: PageText, wanted: IcpNumber, written: str, province: str) -> Iterator[Finding]:
    shown = list(_numbers(page.text))
    right = [item for item in shown if item.number == wanted]
    if not right and wanted.number:
        of_sponsor = [item for item in shown if item.number == wanted._replace(number=0, letter="")]
        if of_sponsor and not _accepts_sponsor_number(province):
            yield _found(
                published.SUBJECT_NUMBER, page, of_sponsor[-1].start, found=of_sponsor[-1].text, wanted=written
            )
        right = of_sponsor
        written = re.sub(r"-\d+[AXK]?$", "", written)
    if not right:
        yield _absent(page, shown, written)
        return
    best = max(right, key=lambda item: (page.links[item.start] is not None, item.start))
    if best.text != written:
        yield _found(published.NUMBER_SPELT, page, best.start, found=best.text, wanted=written)
    yield from _linked(page, best)
    if _is_far_from_the_end(page, best.start):
        yield _found(published.NOT_AT_THE_BOTTOM, page, best.start, wanted=written)


def _accepts_sponsor_number(province: str) -> bool:
    """Whether the sponsor's number, without the serial of the site, is said to be shown in that province."""
    return any(row.field == DISPLAY and row.value == "subject_number_without_suffix" for row in by_hand(province))


def _numbers(text: str) -> Iterator[_Shown]:
    for found in (*_FILING.finditer(text), *_TELECOM.finditer(text)):
        shown = found.group().strip(" \xa0\u3000")
        plain = re.sub("[案第_]", lambda sign: "-" if sign.group() == "_" else "", shown)
        yield _Shown(found.start(), shown, parse(normalise(plain) or ""))


def _absent(page: PageText, shown: list[_Shown], written: str) -> Finding:
    """Why the number is not there: it is hidden, a script may write it, another one is there, or none at all.

    A page that was saved before its scripts ran proves nothing, so that is only a warning.
    """
    has_little_text = len("".join(page.text.split())) < LITTLE_TEXT
    is_made_by_script = page.has_scripts and (has_little_text or page.foot_from is None)
    if written in page.unseen or is_made_by_script:
        return _found(published.NOT_VISIBLE, page, None, wanted=written)
    others = [item for item in shown if item.number is None or item.number.kind == "filing"]
    if others:
        return _found(published.NUMBER_DIFFERS, page, others[-1].start, found=others[-1].text, wanted=written)
    return _found(published.NUMBER_MISSING, page, None, wanted=written)


def _linked(page: PageText, shown: _Shown) -> Iterator[Finding]:
    link = _link_at(page, shown.start, len(shown.text))
    if link is None or (not link.target and not link.has_script):
        yield _found(published.NUMBER_UNLINKED, page, shown.start, found=shown.text)
        return
    host = host_of(link.target)
    if host == MIIT or link.has_script:
        return
    is_retired = any(host == old or host.endswith(f".{old}") for old in RETIRED)
    rule = published.LINKED_TO_OLD_HOST if is_retired else published.LINKED_ELSEWHERE
    yield _found(rule, page, shown.start, found=link.target[:200])


def _title(page: PageText, name: str) -> Iterator[Finding]:
    title, offset = page.title or ("", 0)
    if not title:
        yield _found(published.TITLE_MISSING, page, None, wanted=name)
    elif _same(name) not in _same(title):
        finding = _found(published.TITLE_DIFFERS, page, None, found=title[:200], wanted=name)
        yield replace(finding, place=Place(*page.place(offset)))


def _public_security(page: PageText, digits: str) -> Iterator[Finding]:
    shown = list(_POLICE.finditer(page.text))
    right = [item for item in shown if item[1] == digits]
    if not right:
        rule = published.PUBLIC_SECURITY_DIFFERS if shown else published.PUBLIC_SECURITY_MISSING
        facts = {"found": shown[-1].group().strip()} if shown else {}
        yield _found(rule, page, shown[-1].start() if shown else None, wanted=digits, **facts)
        return
    best = right[-1]
    link = _link_at(page, best.start(), len(best.group()))
    if link is None or (host_of(link.target).removeprefix("www.") not in PUBLIC_SECURITY and not link.has_script):
        yield _found(published.PUBLIC_SECURITY_UNLINKED, page, best.start(), found=best.group().strip())
    if not any(abs(at - best.start()) <= ICON_REACH or _ICON.search(address) for at, address in page.pictures):
        yield _found(published.PUBLIC_SECURITY_ICON, page, best.start(), found=best.group().strip())


def _link_at(page: PageText, start: int, length: int) -> Link | None:
    return next((link for link in page.links[start : start + length] if link is not None), None)


def host_of(address: str) -> str:
    """The host of a link, in lower case; empty when there is none."""
    try:
        return (urlsplit(address.replace("\\", "/")).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_far_from_the_end(page: PageText, start: int) -> bool:
    if page.foot_from is not None and start >= page.foot_from:
        return False
    behind = len("".join(page.text[start:].split()))
    return behind > FAR_FROM_THE_END and behind > len("".join(page.text[:start].split()))


def _same(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode()).casefold()
    return "".join(folded.split())


def _found(rule: Rule, page: PageText, start: int | None, **facts: Any) -> Finding:
    """A finding about the page, with line and column of the text it is about."""
    place = Place(*page.place(page.offsets[start])) if start is not None else Place()
    return Finding(
        rule.code, rule.name, rule.severity, "", facts, rule.sources, place=place, excerpt=facts.get("found")
    )
