"""The public key of an app: modulus, and the forms that it is copied in by mistake."""

import base64
import textwrap

import pytest

from beian_validate.checks.public_key import problems

MODULUS = "ba62c5179c4e568a" * 32
SMALL = "ba62c5179c4e568a" * 16
ALGORITHM = "300d06092a864886f70d0101010500"
RSA = f"3082010a0282010100{MODULUS}0203010001"
KEY = f"30820122{ALGORITHM}0382010f00{RSA}"
SMALL_KEY = f"30819f{ALGORITHM}03818d0030818902818100{SMALL}0203010001"
POINT = "04" + "98d8" * 32


def pem(der: str, kind: str = "PUBLIC KEY") -> str:
    """A key as a file holds it."""
    body = "\n".join(textwrap.wrap(base64.b64encode(bytes.fromhex(der)).decode(), 64))
    return f"-----BEGIN {kind}-----\n{body}\n-----END {kind}-----"


@pytest.mark.parametrize("text", [MODULUS, MODULUS.upper(), SMALL, str(int(MODULUS, 16)), str(int(SMALL, 16))])
def test_a_modulus_is_right(text: str) -> None:
    """Decimal and hexadecimal digits are both taken."""
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "fix", "is_safe"),
    [
        (":".join(textwrap.wrap(MODULUS, 2)), "separators", MODULUS, True),
        (f"Modulus={MODULUS}", "separators", MODULUS, True),
        (f"Modulus:\n    00:{':'.join(textwrap.wrap(MODULUS, 2))}", "separators", MODULUS, True),
        (f"0x{MODULUS}", "separators", MODULUS, True),
        (f"00{MODULUS}", "separators", MODULUS, True),
        (f" {MODULUS}\n", "separators", MODULUS, True),
        (pem(KEY), "encoded", MODULUS, False),
        (pem(SMALL_KEY), "encoded", SMALL, False),
        (pem(RSA, "RSA PUBLIC KEY"), "encoded", MODULUS, False),
        (pem(f"3082020030820100{KEY}0500", "CERTIFICATE"), "encoded", MODULUS, False),
        (base64.b64encode(bytes.fromhex(KEY)).decode(), "encoded", MODULUS, False),
        ("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A==", "encoded", None, False),
        ("-----BEGIN PUBLIC KEY-----\nMIIBI\n-----END PUBLIC KEY-----", "encoded", None, False),
        ("-----BEGIN PUBLIC KEY-----…", "encoded", None, False),
        ("ssh-rsa AAAAB3NzaC1yc2E", "encoded", None, False),
        (KEY, "der", MODULUS, False),
        (RSA, "der", MODULUS, False),
        (SMALL_KEY, "der", SMALL, False),
        (RSA[:300], "der", None, False),
        (POINT, "form", None, False),
        ("65537", "form", None, False),
        ("同上", "form", None, False),
    ],
)
def test_other_forms_are_named(text: str, kind: str, fix: str | None, is_safe: bool) -> None:
    """Where the modulus can be taken out of what was copied, it is offered."""
    (problem,) = problems(text)
    assert (problem.kind, problem.fix, problem.safe) == (kind, fix, is_safe)


def test_keys_on_a_curve_have_no_modulus() -> None:
    """HarmonyOS signs with such keys."""
    assert problems(POINT, on_a_curve=True) == ()
    assert problems(MODULUS, on_a_curve=True) == ()
