"""Whether any of many words is in a text, without saying which."""

import re
from collections.abc import Iterable

from pydantic_core import SchemaValidator, core_schema


class Screen:
    """A list of words of which is only asked whether any of them is in a text: much quicker than to find them.

    Letter case does not matter, and unlike in a `Lexicon` a word of Latin letters may be part of a longer one.

    Parameters:
        words: any number of words of at least one character.
    """

    __slots__ = ("_has_one",)

    def __init__(self, words: Iterable[str]) -> None:
        # The regular expressions that pydantic brings along look for all words at once; those of `re` try one by one.
        pattern = f"(?i){'|'.join(re.escape(word) for word in sorted(words))}"
        self._has_one = SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python

    def is_clear(self, text: str) -> bool:
        """Whether none of the words is in the text."""
        return not self._has_one(text)
