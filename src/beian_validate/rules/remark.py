"""SPN020: the remark that the provider's form pre-filled."""

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, suggest
from beian_validate.schema.app import App
from beian_validate.schema.party import Sponsor
from beian_validate.schema.website import Website


@rule(
    "SPN020", "default-remark-changed", each=(Sponsor, Website, App), needs=("default_remark",),
    severity=Severity.ERROR, source=cite("seed-guide"),
)  # fmt: skip
def default_remark_is_kept(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """What the provider's form wrote into the remark stays there unchanged; text may be added."""
    if _squeezed(node.default_remark) not in _squeezed(node.remark):
        yield hit("remark", fix=suggest(f"{node.default_remark}{node.remark}"))


def _squeezed(text: str) -> str:
    return "".join(text.split())
