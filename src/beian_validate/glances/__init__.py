"""Quick looks that spare asking hundreds of articles about what is plainly right. They are no law.

Every glance says yes only where none of the articles it answers for has anything to say; a test judges all cases with
and without them and compares. A rule needs no glance, and changing a rule means at most to narrow one.
"""

from beian_validate.glances.filing import FILING
from beian_validate.glances.parties import PARTIES
from beian_validate.glances.services import SERVICES
from beian_validate.glances.texts import TEXTS
from beian_validate.glances.words import WORDS
from beian_validate.rule import Glance

GLANCES: tuple[Glance, ...] = (*FILING, *PARTIES, *SERVICES, *WORDS, *TEXTS)
"""All glances; where two answer for one function, the first is taken."""
