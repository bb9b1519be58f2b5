"""A glance at all texts together: most hold no odd character."""

from beian_validate.checks.text import looks_clean, looks_clean_identifiers
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.rule import Glance, Root
from beian_validate.tree import Values


def are_clean(_values: Values, ctx: Context) -> bool:
    """Every text consists of visible characters, and identifiers of half-width ones without blanks."""
    return looks_clean(ctx.survey.all_prose) and looks_clean_identifiers("|".join(ctx.survey.identifiers))


TEXTS = (Glance(Root, codes("TXT001-010"), are_clean),)
