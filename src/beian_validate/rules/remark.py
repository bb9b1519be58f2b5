"""SPN020, SPN021: the remark that the provider's form pre-filled."""

from difflib import SequenceMatcher
from functools import partial

from beian_validate.checks.text import clean
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, Proposal, cite, hit, rule, suggest
from beian_validate.schema.app import App
from beian_validate.schema.party import Sponsor
from beian_validate.schema.website import Website

ALIKE = 0.6
"""From this likeness on a text counts as the pre-filled one with changes, not as another."""
LONGEST_COMPARED = 500


article = partial(rule, each=(Sponsor, Website, App), if_given=("default_remark",), source=cite("seed-guide"))


@article("SPN020", "default-remark-changed", severity=Severity.ERROR, kinds=("changed",))
@article("SPN021", "default-remark-not-first", severity=Severity.WARNING, kinds=("moved",))
def default_remark_is_kept(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """What the provider's form wrote into the remark stays there unchanged, at the beginning; text may be added."""
    default, remark = _squeezed(node.default_remark), _squeezed(node.remark)
    if remark.startswith(default):
        return
    if default in remark:
        yield hit("remark", "moved", _moved(node.default_remark, node.remark))
    else:
        yield hit("remark", "changed", _restored(node.default_remark, default, node.remark, remark))


def _moved(default: str, remark: str) -> Proposal | None:
    """The pre-filled text in front of the rest, where it stands there letter by letter."""
    before, found, after = remark.partition(default)
    return suggest(f"{default}{before}{after}") if found else None


def _restored(default: str, squeezed: str, remark: str, typed: str) -> Proposal | None:
    """The text as it was pre-filled; what was added is kept where it can be told from the changed text."""
    beginning = typed[: len(squeezed)]
    if len(squeezed) > LONGEST_COMPARED or SequenceMatcher(None, squeezed, beginning).ratio() < ALIKE:
        return suggest(f"{default}{remark}")
    is_nothing_else = len(typed) <= len(squeezed) * (2 - ALIKE)
    return suggest(default) if is_nothing_else else None


def _squeezed(text: str) -> str:
    return "".join(clean(text, single_line=False).split())
