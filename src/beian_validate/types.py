"""Types for other people's pydantic models; the error type is our code, the message is our page's.

```python
class Customer(BaseModel):
    code: CreditCode
    name: FullWidthName
```
"""

from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from beian_validate import pages
from beian_validate.checks import brackets, credit_code, resident_id, service_number
from beian_validate.checks.problem import Problem

__all__ = ["CreditCode", "FullWidthName", "ResidentId", "ServiceNumberValue"]

Problems = Callable[[str], tuple[Problem, ...]]


def _checked(problems: Problems, codes: Mapping[str, str]) -> Callable[[str], str]:
    """A validator that refuses what the rules with these codes would refuse, in the rules' own words."""

    def check(value: str) -> str:
        for problem in problems(value):
            code = codes.get(problem.kind)
            if code:
                raise PydanticCustomError(code, "{message}", {"message": _message(code, problem)})
        return value

    return check


def _message(code: str, problem: Problem) -> str:
    facts = dict(problem.facts)
    return pages.page(code).message("zh", facts) + " / " + pages.page(code).message("en", facts)
