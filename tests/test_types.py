"""The types for other people's models refuse what the rules refuse, under the same codes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from beian_validate.checks import credit_code, resident_id
from beian_validate.finding import Severity
from beian_validate.rules import all_rules
from beian_validate.types import CreditCode, FullWidthName, ResidentId, ServiceNumberValue

CODE, NAME, IDENTITY = "91330106MA2EXMP10F", "浙江云栖示例科技（杭州）有限公司", "33010619850312001X"
NUMBER = "6f1c2d7e-3a4b-8c5d-9e0f-1a2b3c4d5e6f"
TYPES = {"code": CreditCode, "identity": ResidentId, "name": FullWidthName, "number": ServiceNumberValue}
SEVERITIES = {str(rule.code): rule.severity for rule in all_rules()}

RIGHT = [
    ("code", CODE),
    ("code", "330106000012345"),  # an old registration number is a warning
    ("code", "91330106ma2exmp10f"),  # so are small letters
    ("code", "91330106MA2EXMP10G"),  # and the remainder that some issuers print
    ("code", "91339999MA2EXMP10Y"),  # an unknown division is advice
    ("identity", IDENTITY),
    ("identity", "33010619850312001x"),
    ("identity", "339999198503120015"),
    ("name", NAME),
    ("name", "浙江云栖示例科技【杭州】有限公司"),
    ("number", NUMBER),
    ("number", NUMBER.upper()),
]
WRONG = [
    ("code", "91330106MA2EXMP1F", "CER020"),
    ("code", "330106199003070022", "CER023"),
    ("code", "91330106MA2EXMP1OF", "CER024"),
    ("code", "91330106MA2EXMP1?F", "CER026"),
    ("code", "91330106MA2EXMP107", "CER027"),
    ("code", "9.13301E+17", "CER029"),
    ("code", "", "CER020"),
    ("identity", "3301061985031200X", "CER041"),
    ("identity", "330106850312001", "CER042"),
    ("identity", "33010619850312OO1X", "CER044"),
    ("identity", "330106198502300019", "CER045"),
    ("identity", "330106198503120015", "CER046"),
    ("identity", "330106198503120000", "CER047"),
    ("identity", CODE, "CER049"),
    ("name", "浙江云栖示例科技(杭州)有限公司", "SPN003"),
    ("name", "浙江云栖示例科技（杭州)有限公司", "SPN004"),
    ("name", "浙江云栖示例科技（杭州有限公司", "SPN005"),
    ("number", "6f1c2d7e-****-****-****-1a2b3c4d5e6f", "SVC002"),
    ("number", NUMBER[:-4], "SVC003"),
    ("number", "47.96.10.20", "SVC010"),
]


class Customer(BaseModel):
    """A model such as a user of the library writes."""

    model_config = ConfigDict(hide_input_in_errors=True)

    code: CreditCode
    name: FullWidthName


def _codes(kind: str, value: str) -> set[str]:
    try:
        TypeAdapter(TYPES[kind]).validate_python(value)
    except ValidationError as refused:
        return {error["type"] for error in refused.errors()}
    return set()


def _refusal(kind: str, value: str) -> dict[str, Any]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(TYPES[kind]).validate_python(value)
    (error,) = caught.value.errors(include_input=False)
    return dict(error)


@pytest.mark.parametrize(("kind", "value"), RIGHT)
def test_what_is_no_error_passes_as_it_is(kind: str, value: str) -> None:
    """Right values pass, and so does what the rules only warn of; nothing is rewritten."""
    assert TypeAdapter(TYPES[kind]).validate_python(value) == value


@pytest.mark.parametrize(("kind", "value", "code"), WRONG)
def test_an_error_has_the_code_of_its_rule(kind: str, value: str, code: str) -> None:
    """The error type is the code of the rule, and the rule is an error."""
    assert _refusal(kind, value)["type"] == code
    assert SEVERITIES[code] == Severity.ERROR


@pytest.mark.parametrize(("kind", "value", "code"), WRONG)
def test_the_message_is_that_of_the_page(kind: str, value: str, code: str) -> None:
    """The message is Chinese, has its facts and does not quote the value."""
    message = _refusal(kind, value)["msg"]
    assert message.endswith("。")
    assert "…" not in message
    assert not value or value not in message


def test_the_types_stand_in_a_model() -> None:
    """A model with these types names each field that was refused."""
    with pytest.raises(ValidationError) as caught:
        Customer(code=CODE[:-1], name="示例(杭州)有限公司")
    refused = {error["loc"]: error["type"] for error in caught.value.errors()}
    assert refused == {("code",): "CER020", ("name",): "SPN003"}
    assert CODE[:-1] not in str(caught.value)


def test_other_things_than_texts_are_refused_by_pydantic() -> None:
    """A number is no credit code, whatever its digits."""
    assert _refusal("code", 913301060000000000)["type"] == "string_type"  # type: ignore[arg-type]


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_a_code_with_its_check_character_passes(body: str) -> None:
    """Every code with a right check character passes, whatever its parts mean."""
    first = f"91330106{body}"
    code = first + credit_code.check_character(first)
    assert TypeAdapter(CreditCode).validate_python(code) == code


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999))
def test_an_identity_number_with_its_check_character_passes(born: Any, ordinal: int) -> None:
    """Every number with a possible birthday and a right check character passes."""
    first = f"330106{born:%Y%m%d}{ordinal:03}"
    number = first + resident_id.check_character(first)
    assert TypeAdapter(ResidentId).validate_python(number) == number


@pytest.mark.parametrize("kind", TYPES)
@given(value=st.text())
def test_any_text_is_judged(kind: str, value: str) -> None:
    """Whatever text is given, it passes or is refused with one of our codes."""
    assert {SEVERITIES[code] for code in _codes(kind, value)} <= {Severity.ERROR}
