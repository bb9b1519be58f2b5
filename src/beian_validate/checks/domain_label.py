"""The labels of a domain name, and one spelling for both forms of a Chinese domain name.

Source: MIIT announcement 2018 No. 7 (dossier: dom.syntax, dom.idn); RFC 3492 for the xn-- form.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

LABEL_MAXIMUM: Final = 63
A_LABEL: Final = "xn--"
_ASCII_LABEL: Final = re.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
# Python 3.11 knows Unicode 14; the Han of later versions lie in planes 2 and 3, which hold nothing else.
_RARE_HAN: Final = "\U00020000-\U0002f7ff\U0002fa20-\U0003ffff"
_SURE_HAN: Final = re.compile(f"[a-z0-9\u3007\u3400-\u4dbf\u4e00-\u9fff{_RARE_HAN}-]++")
_TO_LOWER: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ。．｡", "abcdefghijklmnopqrstuvwxyz...")


def to_ascii(text: str) -> str:
    """The domain name in lower case, each Chinese label in its xn-- form; a wrong label stays as it is.

    Both forms of a Chinese domain name give the same result.

    Parameters:
        text: a domain name in either form.
    """
    if text.isascii():
        return text.lower()
    labels = text.translate(_TO_LOWER).split(".")
    return ".".join(label if fault(label) else _encoded(label) for label in labels)


def fault(label: str) -> str:
    """What is wrong with a label in lower case; the empty text if it is right.

    One of `empty`, `too-long` (63 characters in ASCII form), `hyphen` (at an end), `underscore`, `character`,
    `punycode` (an xn-- label that encodes nothing), `idna` (only with the optional package `idna`).

    Parameters:
        label: one part of a domain name between dots, in lower case.
    """
    if _ASCII_LABEL.fullmatch(label):
        return "" if not label.startswith(A_LABEL) else _a_label_fault(label)
    if not label:
        return "empty"
    if len(label) > LABEL_MAXIMUM:
        return "too-long"
    place = -1 if _SURE_HAN.fullmatch(label) else odd_index(label)
    if place >= 0:
        return "underscore" if label[place] == "_" else "character"
    if label.startswith("-") or label.endswith("-"):
        return "hyphen"
    return _u_label_fault(label)


def odd_index(label: str) -> int:
    """The index of the first character that no label may have, or -1.

    Parameters:
        label: one part of a domain name between dots, in lower case.
    """
    return next((place for place, mark in enumerate(label) if not _is_label_character(mark)), -1)


def is_label_letter(mark: str) -> bool:
    """Whether a character is one of those that Chinese registries give out: a-z, 0-9, the hyphen and Han.

    Parameters:
        mark: one character, in lower case.
    """
    return _SURE_HAN.fullmatch(mark) is not None


def _is_label_character(mark: str) -> bool:
    if is_label_letter(mark):
        return True
    # Letters and marks of other scripts are registered abroad; only their lower-case form is stable.
    return not mark.isascii() and unicodedata.category(mark) in ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")


def _a_label_fault(label: str) -> str:
    try:
        decoded = label[len(A_LABEL) :].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return "punycode"
    if decoded.isascii() or _encoded(decoded) != label or odd_index(decoded) >= 0:
        return "punycode"
    return _u_label_fault(decoded) and "punycode"


def _u_label_fault(label: str) -> str:
    sure = _SURE_HAN.fullmatch(label) is not None
    if label.startswith(A_LABEL) or not (sure or unicodedata.normalize("NFKC", label) == label):
        return "character"
    if len(_encoded(label)) > LABEL_MAXIMUM:
        return "too-long"
    return "idna" if not sure and _idna_refuses(label) else ""


# The codec is slow, and the same endings come back with every application.
@lru_cache(maxsize=1024)
def _encoded(label: str) -> str:
    """A label in its ASCII form; for a right label this is what IDNA 2008 gives."""
    return label if label.isascii() else A_LABEL + label.encode("punycode").decode("ascii")


@cache
def _idna() -> Any:
    """The optional package, or None."""
    try:
        import idna
    except ImportError:
        return None
    return idna


def _idna_refuses(label: str) -> bool:
    idna = _idna()
    if idna is None:
        return False
    try:
        idna.alabel(label)
    except idna.IDNAError:
        return True
    return False
