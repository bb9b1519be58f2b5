"""What must not stand in any text of a filing: invisible, odd and damaged characters.

Every fix of one function is the same wholly cleaned value, so fixes of several problems never
contradict one another. Source: the fields are compared character by character with certificates
and registry records (dossier: subj.name_equals_certificate, sn.ali.incomplete).
"""

import re
import unicodedata
from itertools import repeat
from operator import contains
from typing import Final

from beian_validate.checks.han_variants import (
    COMPATIBILITY_CLASS,
    FOREIGN_CLASS,
    LETTERS,
    LOOK_ALIKES,
    TRADITIONAL,
)
from beian_validate.checks.problem import Facts, Problem

# Character classes for use inside [...] of a pattern.
ODD_BLANKS: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
)
LINE_BREAKS: Final = "\t\n\v\f\r\u0085\u2028\u2029"
_BIDIRECTIONAL: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_ZERO_WIDTH: Final = (
    "\u00ad\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
_JOINERS: Final = "\u180e\u200c\u200d"
INVISIBLE: Final = f"{_ZERO_WIDTH}{_JOINERS}{_BIDIRECTIONAL}{_CONTROL}"

# Arabic, Indic and Mongolian letters and emoji need their joiners.
_JOINED_BEFORE: Final = "\u0590-\u0dff\u1800-\u180d\u1810-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_PRIVATE_USE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_PLANE_ENDS: Final = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
# UTF-8 read as GBK (the Chinese for "limited", "technology", "website") and GBK damaged twice.
_MISREAD: Final = ("\ufffd", "锟斤拷", "鏈夐檺", "绉戞妧", "缃戠珯")
_CONTINUATION: Final = "\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"

_DAMAGED: Final = re.compile("|".join((*_MISREAD, f"(?:[ä-é][{_CONTINUATION}]{{2}}){{2,}}+")))
_PATTERNS: Final = (
    ("zero-width", re.compile(f"[{_ZERO_WIDTH}]|(?<![{_JOINED_BEFORE}])[{_JOINERS}]")),
    ("bidirectional", re.compile(f"[{_BIDIRECTIONAL}]")),
    ("control", re.compile(f"[{_CONTROL}]")),
)
_LOST: Final = (
    ("private-use", re.compile(f"[{_PRIVATE_USE}]")),
    ("noncharacter", re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")),
)
_REMOVED: Final = re.compile("|".join(pattern.pattern for _, pattern in _PATTERNS))
_BREAK: Final = re.compile(f"[{LINE_BREAKS}]")
_ODD_BLANK: Final = re.compile(f"[{ODD_BLANKS}]")
_BLANK: Final = re.compile(f"[ {ODD_BLANKS}]")
_BLANK_RUN: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}]++")
_OUTER: Final = f" {ODD_BLANKS}{LINE_BREAKS}"
# The ideographic full stop is what the dot key gives in a Chinese input method.
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e。｡]")
# Numbers with Chinese words in them, such as （署）网出证（京）字第012号, are printed with full-width brackets.
_FULL_WIDTH_AMONG_HAN: Final = re.compile("[\uff01-\uff07\uff0a-\uff5e。｡]")
_IDEOGRAPHIC_DOTS: Final = str.maketrans("。｡", "..")
# Numbers that people group for reading: digits, credit codes, keys and fingerprints. Elsewhere a blank may stand for
# a character that was lost.
_GROUPED: Final = re.compile("[0-9()+-]++[Xx]?|[0-9A-Z]{18}|[0-9A-Fa-f:]{32,}+")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_TO_ASCII: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# What `isprintable` lets through although `problems` would speak of it. One character is looked for at the speed
# of memchr, which neither a pattern nor a text of several is: only behind its first one is the rest worth a look.
_PRINTABLE_DIRT: Final = tuple((dirt[0], dirt) for dirt in ("\u2800", "\u3164", "\uffa0", *"äåæçèé", *_MISREAD))
_FIRST_OF_DIRT: Final = tuple(first for first, _ in _PRINTABLE_DIRT)

_SUSPECT: Final = re.compile(f"[{re.escape(''.join((*TRADITIONAL, *LOOK_ALIKES)))}{COMPATIBILITY_CLASS}]")
_FOREIGN: Final = re.compile(f"[{FOREIGN_CLASS}]")


def looks_clean(joined: str) -> bool:
    """Whether no field in a text of fields joined by `|` can have a hygiene problem.

    False means only that the fields must be judged one by one.

    Parameters:
        joined: the values of any number of fields, joined by `|`.
    """
    if not joined.isprintable() or (" " in joined and _has_edge_blank(joined)):
        return False
    if joined.isascii() or not any(map(contains, repeat(joined), _FIRST_OF_DIRT)):
        return True
    return not any(dirt in joined for _, dirt in _PRINTABLE_DIRT)


def _has_edge_blank(joined: str) -> bool:
    return " |" in joined or "| " in joined or joined[0] == " " or joined[-1] == " "


def is_plain(text: str) -> bool:
    """Whether a text is visible ASCII without blanks, as identifiers mostly are: nothing of it needs cleaning.

    Parameters:
        text: any text.
    """
    return text.isascii() and text.isprintable() and " " not in text


def looks_clean_identifiers(joined: str) -> bool:
    """Whether no identifier in a text of identifiers joined by `|` can have any problem of this module.

    Parameters:
        joined: the values of any number of identifier fields, joined by `|`.
    """
    return joined.isascii() and joined.isprintable() and " " not in joined


def code_point(character: str) -> str:
    """The Unicode name of a place in the code table, such as `U+200B`.

    Parameters:
        character: one character.
    """
    return f"U+{ord(character):04X}"


def ascii_width(text: str) -> str:
    """Full-width digits, letters and punctuation become ASCII; the length stays the same.

    Parameters:
        text: any text.
    """
    return text.translate(_TO_ASCII)


def clean(text: str, *, single_line: bool = True) -> str:
    """Without invisible characters; in a single line also without odd or outer blanks and line breaks.

    Parameters:
        text: any text.
        single_line: False for prose such as a remark, where blanks and line breaks are layout.
    """
    seen = _REMOVED.sub("", text)
    return _BLANK_RUN.sub(_plain_blanks, seen).strip(" ") if single_line else seen


def clean_identifier(text: str) -> str:
    """The identifier in ASCII width, without blanks and invisible characters.

    Parameters:
        text: any text.
    """
    return text if is_plain(text) else ascii_width(clean(text)).translate(_IDEOGRAPHIC_DOTS).replace(" ", "")


def problems(text: str, *, single_line: bool = True) -> tuple[Problem, ...]:
    """A text of a filing consists of visible characters and plain blanks.

    Kinds with a safe fix: `zero-width`, `bidirectional`, `control`, and in a single line `line-break` (tabs
    too), `edge-blank`, `inner-odd-blank`. Kinds without: `private-use`, `replacement` (damaged in
    conversion), `noncharacter` (lone surrogates too). Facts: `position` and `code_point` of the first one,
    `count`.
    A damaged text must be copied again, not polished, so it gets no fix at all.

    Parameters:
        text: any text.
        single_line: False for prose such as a remark, where blanks and line breaks are layout.
    """
    if looks_clean(text):
        return ()
    # The parts damaged in conversion are one cause; their odd characters are not told again.
    sound = _DAMAGED.sub(lambda damage: "x" * len(damage.group()), text)
    lost = (*_found(_LOST, sound), *_found((("replacement", _DAMAGED),), text))
    beyond_repair = any(problem.kind != "private-use" for problem in lost)
    fix = None if beyond_repair else clean(text, single_line=single_line)
    dirt = (*_found(_PATTERNS, sound), *(_blank_problems(sound) if single_line else ()))
    return (*(problem._replace(fix=fix, safe=fix is not None) for problem in dirt), *lost)


def identifier_problems(text: str) -> tuple[Problem, ...]:
    """A number, code or address of a machine is typed in half-width characters without blanks.

    Kinds: `full-width` (。 for the dot too), `inner-blank` (it stands for `inner-odd-blank` of `problems`; blanks
    at the ends are `edge-blank` there). The fix is safe unless a blank parts something else than a number that
    people group for reading. Facts: `position`, `code_point` of the first one, `count`.

    Parameters:
        text: the value of an identifier field.
    """
    if looks_clean_identifiers(text):
        return ()
    inner = _inner(text)
    full_width = _FULL_WIDTH_AMONG_HAN if _HAN.search(inner) else _FULL_WIDTH
    found = _found((("full-width", full_width), ("inner-blank", _BLANK)), inner)
    fix = clean_identifier(text)
    safe = _GROUPED.fullmatch(fix) is not None or all(problem.kind != "inner-blank" for problem in found)
    return tuple(problem._replace(fix=fix, safe=safe) for problem in found)


def licence_name_problems(text: str) -> tuple[Problem, ...]:
    """A name copied from a licence is written with the licence's own characters.

    Kinds, each with a suggested fix: `traditional`, `look-alike` (Cyrillic and Greek letters, radicals and
    compatibility forms of Han characters, dots, dashes, circles). Facts: `position`, `code_point`, `expected`
    of the first one, `count`. Material for advice: a licence of Hong Kong or Taiwan is rightly traditional.

    Parameters:
        text: a name that must equal a licence.
    """
    if _SUSPECT.search(text) is None:
        return ()
    # Letters of a text truly written in Greek or Cyrillic are no look-alikes.
    right = LETTERS if any(letter not in LETTERS for letter in _FOREIGN.findall(text)) else frozenset()
    marks = [(mark.start(), mark.group()) for mark in _SUSPECT.finditer(text) if mark.group() not in right]
    traditional = [index for index, mark in marks if mark in TRADITIONAL]
    look_alike = [index for index, mark in marks if mark not in TRADITIONAL]
    fix = _SUSPECT.sub(lambda mark: mark.group() if mark.group() in right else _expected(mark.group()), text)
    return tuple(
        Problem(kind, (*_facts(text, found[0], len(found)), ("expected", _expected(text[found[0]]))), fix)
        for kind, found in (("traditional", traditional), ("look-alike", look_alike))
        if found
    )


def _expected(mark: str) -> str:
    """The mainland's usual character for a traditional form or a look-alike."""
    usual = LOOK_ALIKES.get(mark) or unicodedata.normalize("NFKC", mark)
    return TRADITIONAL.get(usual, usual)


def _found(patterns: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for kind, pattern in patterns:
        first = pattern.search(text)
        if first:
            problems.append(Problem(kind, _facts(text, first.start(), len(pattern.findall(text)))))
    return tuple(problems)


def _facts(text: str, index: int, count: int) -> Facts:
    return (("position", index + 1), ("code_point", code_point(text[index])), ("count", count))


def _blank_problems(text: str) -> tuple[Problem, ...]:
    inner = _inner(text)
    breaks = _found((("line-break", _BREAK), ("inner-odd-blank", _ODD_BLANK)), inner)
    return (*_edge_problem(text), *breaks)


def _edge_problem(text: str) -> tuple[Problem, ...]:
    count = len(text) - len(text.strip(_OUTER))
    if not count:
        return ()
    index = 0 if text[0] in _OUTER else len(text) - count
    return (Problem("edge-blank", _facts(text, index, count)),)


def _inner(text: str) -> str:
    """The text with its outer blanks hidden, so that every other place keeps its position."""
    core = text.strip(_OUTER)
    start = len(text) - len(text.lstrip(_OUTER))
    return "x" * start + core + "x" * (len(text) - start - len(core))


def _plain_blanks(run: re.Match[str]) -> str:
    """A line break between Latin words is a blank, between Chinese characters nothing."""
    if not _BREAK.search(run.group()):
        return " " * len(run.group())
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    return " " if before.isascii() and after.isascii() else ""
