"""The numbers of pre-approval licences, where their shape is known.

Source: dossier pre.news, pre.publishing, pre.game, pre.drug, pre.culture, pre.av, pre.tutoring. Licences issued
long ago have other shapes, so a wrong one is material for a warning.
"""

import re
from collections.abc import Mapping
from typing import Final

from beian_validate.checks.problem import Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

_PROVINCE: Final = "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕甘陇青宁新]"
_IGNORED: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
# All brackets are judged as round ones, all dashes as hyphens: licences and forms differ in them.
_OTHER_MARKS: Final = "〔〕[]【】—–－"
_TO_PLAIN: Final = str.maketrans(_OTHER_MARKS, "()()()---")
_CHANGED: Final = re.compile(f"[{re.escape(_OTHER_MARKS)}\uff01-\uff5e {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")

# Wider than the dossier where numbers in use are known to differ (网药械信息备字 since the licence became a
# filing, 4 digits at the end of 网文, 新广出审字 and 科技与数字): to miss one is better than to doubt a right one.
_SHAPES: Final[Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "news": ("high", re.compile("[0-9]{11}")),
    "publishing": (
        "high",
        re.compile(
            rf"(?:\(?(?:署|总|{_PROVINCE})\)?)?(?:新出网证|网出证)\((?:署|总|{_PROVINCE})\)字?第?[0-9]{{1,4}}号"
        ),
    ),
    "online_game": (
        "medium",
        re.compile(
            r"(?:国新出审|新广出审字?|新出审字|科技与数字)\([0-9]{4}\)[0-9]{1,5}号"
            r"|ISBN:?978-?7(?:-?[0-9]){9}",
            re.IGNORECASE,
        ),
    ),
    "drugs_and_medical_devices": (
        "high",
        re.compile(
            rf"\(?(?:国|{_PROVINCE})\)?-?(?:经营性|非经营性)-?[0-9]{{4}}-?[0-9]{{4}}"
            rf"|\(?(?:国|{_PROVINCE})\)?网(?:药|械|药械)(?:信息|平台)备字\([0-9]{{4}}\)第?[0-9]{{1,6}}号"
        ),
    ),
    "culture": ("high", re.compile(r".{1,3}网文\([0-9]{4}\)[0-9]{4}-[0-9]{3,4}号")),
    "broadcasting": ("high", re.compile("[0-9]{7,9}")),
    "tutoring": (
        "low",
        re.compile(
            rf"{_PROVINCE}?(?:教民|人社民)?字?第?[0-9]{{13,18}}号?|\([0-9]{{4}}\){_PROVINCE}?教民字第?[0-9]{{1,6}}号"
        ),
    ),
}
# The form has no game category: the approval of a game is declared under publishing.
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {"publishing": ("online_game",)}
_LONGEST: Final = 128
_BY_PROVINCES: Final[Mapping[str, re.Pattern[str]]] = {
    "drugs_and_medical_devices": re.compile(rf"\(?({_PROVINCE})\)?(?:-?非?经营性|网[药械])"),
    "culture": re.compile(rf"\(?({_PROVINCE})\)?.{{0,2}}网文"),
}
"""Licences that are issued by provinces alone and begin with the sign of the one that issued them."""


def problems(category: str, text: str) -> tuple[Problem, ...]:
    """A licence number has the shape of its category's licences.

    Kind: `shape`, without fix; fact `confidence` says how sure the shape is (high, medium, low). A category whose
    numbers have no known shape, or that is unknown, never has a problem. Blanks, widths and kinds of brackets
    are not judged.

    Parameters:
        category: the slug of a pre-approval, such as `news`.
        text: a licence number as typed.
    """
    row = _SHAPES.get(category)
    if row is None:
        return ()
    confidence, shape = row
    shapes = (shape, *(_SHAPES[other][1] for other in _ALSO.get(category, ())))
    right = len(text) <= _LONGEST and any(shape.fullmatch(normalise(text)) for shape in shapes)
    return () if right else (Problem("shape", (("confidence", confidence),)),)


def issued_by(category: str, text: str) -> str:
    """The sign of the province that issued a licence, such as 浙; empty where none is known.

    Parameters:
        category: the slug of a pre-approval, such as `culture`.
        text: a licence number as typed.
    """
    pattern = _BY_PROVINCES.get(category)
    found = pattern.match(normalise(text)) if pattern and len(text) <= _LONGEST else None
    return found[1] if found else ""


def normalise(text: str) -> str:
    """The number in ASCII width with round brackets and hyphens, without blanks: for comparison only.

    Parameters:
        text: a licence number as typed.
    """
    if not _CHANGED.search(text):
        return text
    return ascii_width(_IGNORED.sub("", text)).translate(_TO_PLAIN)
