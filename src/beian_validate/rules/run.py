"""CON001, PRV001 and PRV002: what the run itself does not know, or knows otherwise than the application."""

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import province_name
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.schema.application import Application


@rule("CON001", "provider-unknown", each=Application, severity=Severity.ADVICE, source=cite("beian-validate-schema"))
def provider_is_known(application: Application, ctx: Context) -> Hits:
    """It is known through which access provider the application is filed."""
    if not ctx.provider:
        yield hit("provider")


@rule("PRV001", "province-unknown", each=Application, severity=Severity.ADVICE, source=cite("seed-guide"))
def province_is_known(application: Application, ctx: Context) -> Hits:
    """It is known which province's authority reviews the application."""
    if not ctx.province:
        yield hit("sponsor.division_code")


@rule(
    "PRV002",
    "province-disagrees",
    each=Application,
    needs=("@province",),
    severity=Severity.WARNING,
    source=cite("seed-guide"),
)
def province_is_the_one_that_was_given(application: Application, ctx: Context) -> Hits:
    """The sponsor's division lies in the province under which the application is to be judged."""
    if ctx.given_province and ctx.given_province != ctx.province:
        yield hit("sponsor.division_code", own=province_name(ctx.province), given=province_name(ctx.given_province))
