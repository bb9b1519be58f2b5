"""The public key of an app: the modulus of the signing certificate, in decimal or hexadecimal digits.

Source: dossier app.public_key (modulus, no colons, no PEM, not Base64) and app.harmony; the forms that keys are
copied in, from RFC 8017 and RFC 7468. HarmonyOS signs with keys on an elliptic curve, which have no modulus.
"""

import base64
import binascii
import re
from typing import Final

from beian_validate.checks.problem import Problem
from beian_validate.checks.text import clean_identifier

_MODULUS: Final = re.compile(r"[0-9]{300,1300}|[0-9A-Fa-f]{256,1100}")
_POINT: Final = re.compile("(?:04)?[0-9A-Fa-f]{128}|[0-9A-Fa-f]{192,}")
_LABEL: Final = re.compile(r"\A(?:Modulus=?)?(?:0x)?(?:00(?=[89A-F]))?", re.IGNORECASE)
_SEPARATORS: Final = re.compile(r"[:\s,]+")
_PEM: Final = re.compile(r"-+(?:BEGIN|END)[A-Z0-9 ]*-+|\s+")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}")
# An RSA key in DER: a sequence of modulus and exponent, alone or in the wrapping that names the algorithm.
_ALGORITHM: Final = "300d06092a864886f70d0101010500"
_DER: Final = re.compile("30(?:81[0-9a-f]{2}|82[0-9a-f]{4})028(?:181|2([0-9a-f]{4}))00")
_HEX: Final = re.compile("[0-9a-f]+")
_LIKE_BASE64: Final = re.compile("(?=.{16}).*[+/=]|(?=[A-Za-z0-9]*[G-Zg-z])[A-Za-z0-9]{60}")
_BYTES_OF_1024: Final = 129


def problems(text: str, *, on_a_curve: bool = False) -> tuple[Problem, ...]:
    """A public key is the modulus in decimal or hexadecimal digits and nothing else.

    Safe fix: `separators` (colons, blanks, line breaks, 0x, Modulus=, the sign byte 00).
    Suggested fix, where the modulus can be taken out: `encoded` (PEM or Base64), `der` (hexadecimal, but the
    wrapping with it). No fix: `form`. Facts: `length`.

    Parameters:
        text: a public key as typed.
        on_a_curve: whether the platform signs with keys on an elliptic curve as well.
    """
    plain = _LABEL.sub("", _SEPARATORS.sub("", clean_identifier(text)))
    if _is_wrapped(plain.lower()):
        return (_problem("der", text, _modulus(plain.lower())),)
    if _MODULUS.fullmatch(plain) or (on_a_curve and _POINT.fullmatch(plain)):
        return () if plain == text else (_problem("separators", text, plain, safe=True),)
    if "BEGIN" in text or text.startswith("ssh-") or _LIKE_BASE64.match(plain):
        return (_problem("encoded", text, _modulus(_decoded(text))),)
    return (_problem("form", text, None),)


def _is_wrapped(plain: str) -> bool:
    """Whether hexadecimal digits are a whole key or certificate in DER."""
    return _HEX.fullmatch(plain) is not None and (_DER.match(plain) is not None or _ALGORITHM in plain)


def _problem(kind: str, text: str, fix: str | None, *, safe: bool = False) -> Problem:
    return Problem(kind, (("length", len(text)),), fix, safe)


def _decoded(text: str) -> str:
    """The bytes of a PEM or Base64 text in hexadecimal; nothing if it is neither."""
    body = _PEM.sub("", text)
    if not _BASE64.fullmatch(body):
        return ""
    try:
        return base64.b64decode(body, validate=True).hex()
    except binascii.Error:
        return ""


def _modulus(der: str) -> str | None:
    """The modulus in a key, or in a certificate, in DER; None if there is no RSA key in it."""
    start = max(der.find(_ALGORITHM), 0)
    found = _DER.search(der, start)
    if not found:
        return None
    size = (int(found[1], 16) if found[1] else _BYTES_OF_1024) - 1
    modulus = der[found.end() : found.end() + 2 * size]
    return modulus if len(modulus) == 2 * size and _MODULUS.fullmatch(modulus) else None
