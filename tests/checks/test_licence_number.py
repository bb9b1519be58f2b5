"""Numbers of pre-approval licences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.licence_number import normalise, problems
from beian_validate.checks.problem import Problem

RIGHT = [
    ("news", "31120170006"),
    ("publishing", "新出网证(京)字150号"),
    ("publishing", "(署)网出证（京）字第000号"),
    ("publishing", "（浙）新出网证（浙）字第012号"),
    ("online_game", "国新出审〔2023〕100号"),
    ("online_game", "新广出审[2017]1234号"),
    ("online_game", "ISBN 978-7-000-00000-0"),
    ("drugs_and_medical_devices", "(京)-经营性-2014-0008"),
    ("drugs_and_medical_devices", "（浙）－非经营性－2018－0010"),
    ("culture", "京网文[2014]2148-348号"),
    ("culture", "浙网文〔2020〕0123-001号"),
    ("publishing", "(总)网出证(京)字第001号"),
    ("online_game", "新广出审字[2017]1234号"),
    ("drugs_and_medical_devices", "(京)网药械信息备字（2023）第00001号"),
    ("culture", "粤网文[2017]0001-0001号"),
    ("broadcasting", "0110516"),
    ("broadcasting", "117330003"),
    ("tutoring", "教民133010070000001号"),
    ("tutoring", "人社民3301064000123号"),
    ("tutoring", "鄂教民142010670000018号"),
    ("tutoring", "（2021）鄂教民字第017号"),
    ("culture", "浙网文［2023］1234-056号"),
]
WRONG = [
    ("news", "3112017000", "high"),
    ("news", "", "high"),
    ("publishing", "新出网证150号", "high"),
    ("online_game", "2023年100号", "medium"),
    ("drugs_and_medical_devices", "(京)-2014-0008", "high"),
    ("culture", "京ICP证2148号", "high"),
    ("broadcasting", "011051", "high"),
    ("tutoring", "教民1330", "low"),
    ("news", "1" * 1_000_000, "high"),
    ("culture", "\ud800", "high"),
]


@pytest.mark.parametrize(("category", "text"), RIGHT)
def test_numbers_as_on_licences_are_right(category: str, text: str) -> None:
    """The number is right whatever brackets, dashes and blanks it is typed with."""
    assert problems(category, text) == ()


@pytest.mark.parametrize(("category", "text", "confidence"), WRONG)
def test_another_shape_is_told_with_its_confidence(category: str, text: str, confidence: str) -> None:
    """The rule learns how sure the shape is, so that it can choose its severity."""
    assert problems(category, text) == (Problem("shape", (("confidence", confidence),)),)


@pytest.mark.parametrize("category", ["religion", "ride_hailing", "internet_finance", "education", "unknown", ""])
@given(text=st.text())
def test_categories_without_a_known_shape_are_not_judged(category: str, text: str) -> None:
    """Where no shape is known, every number is right."""
    assert problems(category, text) == ()


@given(st.sampled_from(sorted({category for category, _ in RIGHT})), st.text())
def test_any_text_is_answered_and_blanks_do_not_matter(category: str, text: str) -> None:
    """No text raises, and the judgement is that of the normal form."""
    assert problems(category, text) == problems(category, normalise(text))
