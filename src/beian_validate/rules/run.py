"""CON001 and PRV001: what the run itself does not know."""

from beian_validate.context import Context
from beian_validate.finding import Severity
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
