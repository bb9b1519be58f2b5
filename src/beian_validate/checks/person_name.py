"""Names of persons, as they stand on an identity document.

The name is compared character by character with the document (dossier: subj.name_equals_certificate;
form_fields: up to 64 characters). Rare characters, minority names with a middle dot and foreign names are
right. Facts hold positions and counts, never a part of the name.
"""

import re
import unicodedata
from typing import Final

from beian_validate.checks.problem import Problem

MINIMUM: Final = 2
MAXIMUM: Final = 64

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TITLES: Final = "先生|女士|小姐|总经理|经理|董事长|主任|老师|法定代表人|法人|负责人"
_ORGANISATIONS: Final = (
    "公司|集团|协会|学校|学院|医院|商行|商店|工作室|合作社|事务所|委员会|基金会|研究院|研究所"
    "|经营部|服务部|门市部|个体工商户|专卖店|超市"
)
_ALSO_GIVEN_NAMES: Final = "大学|学会"
_WORDS: Final = f"{_TITLES}|{_ORGANISATIONS}|{_ALSO_GIVEN_NAMES}"
# The set of first characters spares most characters of a name the comparison with every word.
_WORD: Final = f"(?=[{''.join(dict.fromkeys(word[0] for word in _WORDS.split('|')))}])(?:{_WORDS})"
_is_right: Final = re.compile(
    f"(?:(?!{_WORD})[\u4e00-\u9fff\u00b7]){{2,64}}+|[A-Za-z][A-Za-z .,'-]{{1,63}}+(?<=[A-Za-z.])"
).fullmatch
# Such a name says nothing but itself, on whatever document.
PLAIN: Final = f"(?:(?!{_WORD})[\u4e00-\u9fff]){{2,64}}+"
# What follows a single character, or for some words a family name of two, may be a given name.
_ORGANISATION: Final = re.compile(f"(?<=..)(?:{_ORGANISATIONS})|(?<=...)(?:{_ALSO_GIVEN_NAMES})")
_TITLE: Final = re.compile(rf"(?<=.)\s*[(（]?(?:{_TITLES})[)）]?\Z")
_BLANK: Final = re.compile(f"(?<=[{_HAN}]) ++(?=[{_HAN}])")
_LATIN: Final = re.compile("[A-Za-z\uff21-\uff3a\uff41-\uff5a]")
_DIGIT: Final = re.compile("[0-9\uff10-\uff19]")

# The hundred surnames that nine people in ten have, and the double ones that are still common.
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_PERSON: Final = re.compile(f"(?:欧阳|上官|司马|诸葛|[{_SURNAMES}])[{_HAN}]{{1,2}}")
# What is short and begins like a surname, but is an office, a firm or a place.
_OFFICE: Final = re.compile(
    r"[局部委厅院校厂店社所会馆站府办处团队园场行司网县市区镇乡村矿港坊阁轩]\Z|集团|科技|实业|控股|投资|资本|国资|财政|政府"
)
MIDDLE_DOT: Final = "\u00b7"
_DOTS: Final = ".。\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u30fb\ufe52\uff0e\uff61\uff65"
_WRONG_DOT: Final = re.compile(f"(?<=[{_HAN}])(?: ?[{_DOTS}] ?| {MIDDLE_DOT} ?|{MIDDLE_DOT} )(?=[{_HAN}])")

_NAME_MARKS: Final = frozenset(f"{MIDDLE_DOT}.,'’‘ʼ`-‐–")
_FOREIGN_MARKS: Final = frozenset("()（）/、，")
# Letters, their marks and letter-like numbers; the rest is hygiene of text and told there, as are blanks.
_NAME_CATEGORIES: Final = frozenset(
    ("Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nl", "Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs")
)


def problems(text: str, *, foreign: bool = False, resident: bool = False) -> tuple[Problem, ...]:
    """A person has the name of the identity document, without a title.

    Suggested fix: `middle-dot` (the parts of a minority name are joined by · without blanks), `inner-blank` (between
    Chinese characters), `title` (先生, 女士, 经理 … at the end; no fix when a single character would be left). No
    fix: `length` (2 to 64), `digits`, `organisation-word`, `latin` (no mainland identity card has such letters),
    `odd-character`. Absence is not judged. Facts: `position`, `count`, `length`.

    Parameters:
        text: a person's name as typed.
        foreign: whether a foreign document is named, whose names may hold digits, commas and brackets.
        resident: whether it is the mainland's identity card, whose names have no Latin letters.
    """
    if not text or (_is_right(text) and not (resident and text.isascii())):
        return ()
    length = len(text.strip())
    if not MINIMUM <= length <= MAXIMUM:
        return (Problem("length", (("length", length),)),)
    title = _TITLE.search(text)
    name = text[: title.start()] if title else text
    typing = (
        *_dot_problems(text),
        *(() if title else _blank_problems(text)),
        *(_latin_problems(text) if resident else ()),
    )
    return (*typing, *_word_problems(name, foreign), *_title_problems(text, name, foreign))


def _latin_problems(text: str) -> tuple[Problem, ...]:
    places = [found.start() + 1 for found in _LATIN.finditer(text)]
    return (Problem("latin", (("position", places[0]), ("count", len(places)))),) if places else ()


def _blank_problems(text: str) -> tuple[Problem, ...]:
    found = _BLANK.search(text)
    return (Problem("inner-blank", (("position", found.start() + 1),), _BLANK.sub("", text)),) if found else ()


def looks_like_a_person(text: str) -> bool:
    """Whether a text can hardly be anything but the name of a person: a common surname and one or two characters.

    Parameters:
        text: a name of a person or an organisation.
    """
    return _PERSON.fullmatch(text) is not None and _OFFICE.search(text) is None and not problems(text)


def _dot_problems(text: str) -> tuple[Problem, ...]:
    wrong = _WRONG_DOT.search(text)
    fix = _WRONG_DOT.sub(MIDDLE_DOT, text)
    return (Problem("middle-dot", (("position", wrong.start() + 1),), fix),) if wrong else ()


def _word_problems(text: str, foreign: bool) -> tuple[Problem, ...]:
    digits = () if foreign else tuple(found.start() for found in _DIGIT.finditer(text))
    words = tuple(found.start() for found in _ORGANISATION.finditer(text))
    # A wrong dot has its own problem.
    rest = _WRONG_DOT.sub(lambda dot: MIDDLE_DOT * len(dot.group()), text)
    odd = tuple(place for place, mark in enumerate(rest) if _is_odd(mark, foreign))
    return tuple(
        Problem(kind, (("position", places[0] + 1), ("count", len(places))))
        for kind, places in (("digits", digits), ("organisation-word", words), ("odd-character", odd))
        if places
    )


def _title_problems(text: str, name: str, foreign: bool) -> tuple[Problem, ...]:
    if name == text:
        return ()
    fix = name if len(name.strip()) >= MINIMUM and not problems(name, foreign=foreign) else None
    return (Problem("title", (("position", len(name) + 1),), fix),)


def _is_odd(mark: str, foreign: bool) -> bool:
    if mark in _NAME_MARKS or _DIGIT.match(mark) or (foreign and mark in _FOREIGN_MARKS):
        return False
    # Han characters newer than this Python are unassigned to it.
    return unicodedata.category(mark) not in _NAME_CATEGORIES and not 0x20000 <= ord(mark) <= 0x3FFFF
