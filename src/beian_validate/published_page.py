"""The published page of a filed website: number, link, title and public-security number, without any network."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from beian_validate import published_number, published_security
from beian_validate.finding import Finding, Place
from beian_validate.judgement import numbered
from beian_validate.page_text import PageText, read
from beian_validate.published_finding import found
from beian_validate.result import Outcomes, Report
from beian_validate.rules import published


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
        filing_number: number of the website as approved, such as 浙ICP备12345678号-1; that of the sponsor, without
            the serial, is compared as far as it goes.
        name: filed name of the website; the title is only judged with it.
        public_security_number: as given by the public security, whole or its digits; only judged when it is given.
        province: two digits of GB/T 2260; some provinces accept the sponsor's number.

    Raises:
        ConfigError: `filing_number` is no filing number or that of an app, or `public_security_number` is none.

    Source of the rules: order 33 of the ministry and the providers' pages cited by the PUB rules.
    """
    number = published_number.wanted(filing_number)
    security = published_security.wanted(public_security_number) if public_security_number else None
    page = read(html)
    findings = [*published_number.judged(page, number, province)]
    findings += _title(page, name) if name else ()
    findings += published_security.judged(page, security) if security else ()
    titles, security_rules = len(published.ABOUT_TITLE), len(published.ABOUT_PUBLIC_SECURITY)
    judged = len(published.ABOUT_NUMBER) + titles * bool(name) + security_rules * bool(security)
    failed = len({finding.code for finding in findings})
    others = titles * (not name) + security_rules * (not security)
    return Report(numbered(findings), Outcomes(passed=judged - failed, failed=failed, not_applicable=others))


def _title(page: PageText, name: str) -> Iterator[Finding]:
    title, offset = page.title or ("", 0)
    if not title:
        yield found(published.TITLE_MISSING, page, None, wanted=name)
    elif _same(name) not in _same(title):
        finding = found(published.TITLE_DIFFERS, page, None, found=title[:200], wanted=name)
        yield replace(finding, place=Place(*page.place(offset)))


def _same(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode()).casefold()
    return "".join(folded.split())
