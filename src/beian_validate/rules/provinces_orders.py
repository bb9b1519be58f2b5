"""PRV150 to PRV154: what a province asks and only the person with the old filing in hand can see."""

from functools import partial

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, rule
from beian_validate.rules.asked import asked
from beian_validate.rules.provincial import ACCOUNTS, PROVINCE, asks, demands, told
from beian_validate.schema.application import Application

FIELDS = {
    "change.subject_replacement": "change",
    "order.editable_types": "change",
    "access.change_after_access": "access",
    "access.info_equals_original": "access",
    "access.old_certificate": "access",
    "website.name.access_equals_record": "access",
    "subject_in_charge.must_match_existing_filing": "filed",
    "empty_shell_subject.can_add_service": "filed",
    "order.single_domain_after_count": "filed",
    "order.one_icp_number_per_subject": "elsewhere",
    "phone.unique_to_subject": "elsewhere",
    "responsible_person.id_number_unique": "elsewhere",
    "site_in_charge.exclusive_to_one_subject": "elsewhere",
    "phone.locality": "mobile",
}
"""The fields and the kind of hit each gives."""
PLACES = {"mobile": "sponsor.person_in_charge.mobile"}
_FIELDS = frozenset(FIELDS)


of_province = partial(rule, needs=PROVINCE, severity=Severity.ADVICE, source=ACCOUNTS, when=asks(_FIELDS))
listed = partial(of_province, each=Application, manual=True)


@listed("PRV150", "change-to-compare", kinds=("change",))
@listed("PRV151", "access-to-compare", kinds=("access",))
@listed("PRV152", "existing-filing-to-compare", kinds=("filed",))
@listed("PRV153", "other-filings-to-look-at", kinds=("elsewhere",))
@listed("PRV154", "local-mobile-to-look-at", kinds=("mobile",))
def province_asks_what_no_program_sees(application: Application, ctx: Context) -> Hits:
    """What the province asks about the filing as it stands is listed for this application."""
    for row in demands(ctx.situation, _FIELDS):
        kind = FIELDS[row.field]
        yield told(PLACES.get(kind, "order_type"), kind, row, asked=asked(row))
