"""Types for other people's pydantic models; the error type is our code, the message that of its page.

```python
class Customer(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)  # pydantic itself quotes the value otherwise
    code: CreditCode
    name: FullWidthName
```

They refuse what the rules call an error; what is a warning or advice passes, and the text stays as typed.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from beian_validate.checks import brackets, credit_code, resident_id, service_number
from beian_validate.checks.problem import Problem
from beian_validate.finding import Severity
from beian_validate.pages import page
from beian_validate.rule import Rule

__all__ = ["CreditCode", "FullWidthName", "ResidentId", "ServiceNumberValue"]


def _judged_by(chapter: str, function: str, problems: Callable[[str], tuple[Problem, ...]]) -> AfterValidator:
    """A validator that refuses what the articles of a rule function call an error."""

    def check(value: str) -> str:
        for problem in problems(value):
            article = _errors(chapter, function).get(problem.kind)
            if article:
                message = page(article.code).message("zh", dict(problem.facts), article.sources)
                raise PydanticCustomError(str(article.code), "{message}", {"message": message})
        return value

    return AfterValidator(check)


@cache
def _errors(chapter: str, function: str) -> Mapping[str, Rule]:
    """The articles of a rule function that are errors, by kind; the chapter is loaded at the first refusal."""
    articles: list[Rule] = getattr(import_module(f"beian_validate.rules.{chapter}"), function).rules
    return {kind: article for article in articles if article.severity == Severity.ERROR for kind in article.kinds}


CreditCode = Annotated[str, _judged_by("numbers", "credit_code_is_right", credit_code.problems)]
"""A unified social credit code (统一社会信用代码) of GB 32100, refused with CER020 to CER029."""

ResidentId = Annotated[str, _judged_by("personal_numbers", "personal_number_is_right", resident_id.problems)]
"""A resident identity number (公民身份号码) of GB 11643, refused with CER041 to CER049."""

FullWidthName = Annotated[str, _judged_by("brackets", "brackets_are_full_width", brackets.problems)]
"""A registered name with full-width brackets in pairs, refused with SPN003 to SPN005."""

ServiceNumberValue = Annotated[
    str, _judged_by("service_number", "number_has_the_shape_of_its_provider", service_number.problems)
]
"""A service number (备案服务号) in the shape of Alibaba Cloud's, refused with SVC002 to SVC011."""
