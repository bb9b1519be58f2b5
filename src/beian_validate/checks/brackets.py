"""The brackets in a registered name.

Company registries print round brackets full-width, `（）`; a name typed with half-width ones
no longer equals the registry's record (dossier: subj.name_full_width_brackets).
"""

import re
from typing import Final

from beian_validate.checks.problem import Facts, Problem

_OTHER_PAIRS: Final = "[]{}<>［］｛｝＜＞【】〔〕〖〗〘〙〚〛〈〉《》「」『』﹙﹚﹛﹜﹝﹞⁽⁾₍₎⟨⟩⟮⟯❨❩❪❫⦅⦆｟｠"
_OTHER: Final = frozenset(_OTHER_PAIRS)
_HALF_WIDTH: Final = frozenset("()")
_OPENING: Final = frozenset("(（" + _OTHER_PAIRS[::2])
_TO_ROUND: Final = str.maketrans("()" + _OTHER_PAIRS, "（）" * (1 + len(_OTHER_PAIRS) // 2))
_FULL_WIDTH: Final = str.maketrans("()", "（）")

_CLASS: Final = re.escape("()（）" + _OTHER_PAIRS)
_is_right: Final = re.compile(f"[^{_CLASS}]*+(?:（[^{_CLASS}]*+）[^{_CLASS}]*+)*+").fullmatch
_BRACKET: Final = re.compile(f"[{_CLASS}]")
# A periodical's title stands in such marks in its publisher's registered name: 《某某》杂志社.
_TITLE: Final = re.compile("《([^《》]*+)》(?=杂志|期刊|编辑|学报|报社|周刊|月刊|画报)")
_TITLE_OPEN: Final = "\x02"
_TITLE_CLOSE: Final = "\x03"


def normalise(text: str) -> str:
    """Half-width round brackets become full-width; everything else stays as it is.

    Parameters:
        text: a registered name.
    """
    return text.translate(_FULL_WIDTH)


def problems(text: str) -> tuple[Problem, ...]:
    """The brackets in a registered name are full-width, round and in pairs.

    Kinds: `half-width` and `mixed` (safe fix), `other-shape` (suggested fix), `unbalanced` (no fix; nothing
    else is said until the odd bracket is repaired). Facts: `position` of the first wrong bracket, `count`.

    Parameters:
        text: a registered name of any length.
    """
    if _is_right(text):
        return ()
    masked = _TITLE.sub(rf"{_TITLE_OPEN}\1{_TITLE_CLOSE}", text)
    marks = tuple((found.start() + 1, found.group()) for found in _BRACKET.finditer(masked))
    odd = _odd_position(marks)
    if odd:
        return (Problem("unbalanced", (("position", odd),)),)
    return (*_round_problems(text, marks), *_shape_problems(text, masked, marks))


def _odd_position(marks: tuple[tuple[int, str], ...]) -> int:
    """The position of the first bracket without a partner, or 0."""
    waiting: list[int] = []
    for position, mark in marks:
        if mark in _OPENING:
            waiting.append(position)
        elif waiting:
            waiting.pop()
        else:
            return position
    return waiting[0] if waiting else 0


def _round_problems(text: str, marks: tuple[tuple[int, str], ...]) -> tuple[Problem, ...]:
    wrong = [position for position, mark in marks if mark in _HALF_WIDTH]
    if not wrong:
        return ()
    kind = "mixed" if any(mark in "（）" for _, mark in marks) else "half-width"
    return (Problem(kind, _facts(wrong), normalise(text), safe=True),)


def _shape_problems(text: str, masked: str, marks: tuple[tuple[int, str], ...]) -> tuple[Problem, ...]:
    wrong = [position for position, mark in marks if mark in _OTHER]
    if not wrong:
        return ()
    # `masked` and `text` have the same length, so a title mark can be put back by its place.
    fixed = "".join(
        old if new in (_TITLE_OPEN, _TITLE_CLOSE) else new
        for old, new in zip(text, masked.translate(_TO_ROUND), strict=True)
    )
    return (Problem("other-shape", _facts(wrong), fixed),)


def _facts(positions: list[int]) -> Facts:
    return (("position", positions[0]), ("count", len(positions)))
