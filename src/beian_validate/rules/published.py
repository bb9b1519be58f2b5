"""PUB: the published page of a filed website. No function enforces these; `published_page` judges."""

from beian_validate.finding import Severity
from beian_validate.rule import cite, declare

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
LAW = cite("miit-order-33")
PRACTICE = cite("huawei-error-messages")
APPS = cite("huawei-app")
PUBLIC_SECURITY = cite("tencent-public-security")

NUMBER_MISSING = declare("PUB001", "footer-number-missing", severity=ERROR, source=LAW)
NUMBER_DIFFERS = declare("PUB002", "footer-number-differs", severity=ERROR, source=PRACTICE)
NUMBER_SPELT = declare("PUB003", "footer-number-spelt-differently", severity=WARNING, source=PRACTICE)
NUMBER_UNLINKED = declare("PUB004", "footer-number-without-link", severity=ERROR, source=LAW)
LINKED_ELSEWHERE = declare("PUB005", "footer-link-elsewhere", severity=ERROR, source=LAW)
LINKED_TO_OLD_HOST = declare("PUB006", "footer-link-retired", severity=ERROR, source=cite("huawei-after-filing"))
SUBJECT_NUMBER = declare("PUB007", "footer-number-of-sponsor", severity=WARNING, source=cite("huawei-after-filing"))
NOT_AT_THE_BOTTOM = declare("PUB008", "footer-number-not-at-bottom", severity=ADVICE, source=LAW)
NOT_VISIBLE = declare("PUB009", "footer-number-not-visible", severity=WARNING, source=PRACTICE)
TITLE_DIFFERS = declare("PUB010", "page-title-differs", severity=WARNING, source=cite("ucloud-other-faq"))
TITLE_MISSING = declare("PUB011", "page-title-missing", severity=WARNING, source=cite("ucloud-other-faq"))
PUBLIC_SECURITY_MISSING = declare("PUB012", "public-security-number-missing", severity=WARNING, source=PUBLIC_SECURITY)
PUBLIC_SECURITY_DIFFERS = declare("PUB013", "public-security-number-differs", severity=WARNING, source=PUBLIC_SECURITY)
PUBLIC_SECURITY_UNLINKED = declare("PUB014", "public-security-link-missing", severity=WARNING, source=PUBLIC_SECURITY)
PUBLIC_SECURITY_ICON = declare("PUB015", "public-security-icon-missing", severity=ADVICE, source=PUBLIC_SECURITY)
PUBLIC_SECURITY_LINK_DIFFERS = declare(
    "PUB021", "public-security-link-of-another-number", severity=WARNING, source=PUBLIC_SECURITY
)
LINKED_BY_DETOUR = declare("PUB016", "footer-link-by-a-detour", severity=WARNING, source=LAW)
NUMBER_COMMENTED_OUT = declare("PUB017", "footer-number-commented-out", severity=ERROR, source=LAW)
ANOTHER_NUMBER_BESIDE = declare("PUB018", "footer-number-of-another-sponsor", severity=ADVICE, source=PRACTICE)
NUMBER_OF_AN_APP = declare("PUB019", "footer-number-of-an-app", severity=ERROR, source=APPS)
SERIAL_NOT_COMPARED = declare(
    "PUB020", "footer-serial-not-compared", severity=ADVICE, source=cite("huawei-after-filing")
)

ABOUT_NUMBER = (
    NUMBER_MISSING, NUMBER_DIFFERS, NUMBER_SPELT, NUMBER_UNLINKED, LINKED_ELSEWHERE, LINKED_TO_OLD_HOST,
    SUBJECT_NUMBER, NOT_AT_THE_BOTTOM, NOT_VISIBLE, LINKED_BY_DETOUR, NUMBER_COMMENTED_OUT, ANOTHER_NUMBER_BESIDE,
    NUMBER_OF_AN_APP, SERIAL_NOT_COMPARED,
)  # fmt: skip
ABOUT_TITLE = (TITLE_DIFFERS, TITLE_MISSING)
ABOUT_PUBLIC_SECURITY = (
    PUBLIC_SECURITY_MISSING, PUBLIC_SECURITY_DIFFERS, PUBLIC_SECURITY_UNLINKED, PUBLIC_SECURITY_ICON,
    PUBLIC_SECURITY_LINK_DIFFERS,
)  # fmt: skip
