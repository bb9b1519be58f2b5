"""The schema is the contract: names, slugs, codes, labels, and nodes that cannot be changed."""

from datetime import UTC, date, datetime
from typing import Any

import jsonschema_rs
import pytest
from cases import EXAMPLES
from pydantic import ValidationError

from beian_validate import Access, App, Application, Certificate, Domain, Material, Milestones, Person, Sponsor, Website
from beian_validate.json_schema import application_schema, report_schema
from beian_validate.schema.certificates import OFFICIAL_CODES, PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.node import CHINA_STANDARD_TIME, Node
from beian_validate.schema.open_vocabulary import MaterialKind, Provider
from beian_validate.schema.term import Term
from beian_validate.schema.vocabulary import AccessMode, ContentType, Language, Nature, PreApprovalCategory
from beian_validate.tree import children, node_type

FIELDS = {
    "Application": "id order_type provider sponsor websites apps materials milestones",
    "Sponsor": "name nature certificate division_code address investor legal_representative person_in_charge "
    "registry_record filing_number business_scope remark default_remark",
    "RegistryRecord": "name number address",
    "Certificate": "type number address valid_from valid_to",
    "Person": "name certificate mobile office_phone emergency_phone email is_legal_representative is_student",
    "Website": "name domains home_urls content_types service_type languages pre_approvals person_in_charge "
    "service_number access description is_commercial remark default_remark",
    "Domain": "name holder registrar real_name_verified real_name_verified_on registered_on expires_on",
    "DomainHolder": "name certificate",
    "ServiceNumber": "value product purchased_on expires_on state",
    "PreApproval": "category licence_number issuer valid_to",
    "Access": "modes ip_addresses locations instance_id",
    "App": "name kind platforms domains content_types service_type languages pre_approvals person_in_charge "
    "service_number access description is_commercial remark default_remark",
    "Platform": "kind package_name public_key fingerprint",
    "Material": "kind about file",
    "Milestones": "created_on provider_reviewed_at sms_sent_at sms_verified_at sent_to_authority_on approved_on "
    "site_opened_on public_security_filed_on",
}
NATURES = (
    "defence 1 government 2 public_institution 3 enterprise 4 individual 5 social_organisation 6 "
    "private_non_enterprise 9 foundation 10 law_practice 11 foreign_cultural_centre 12 mass_organisation "
    "13 judicial_appraisal 14 religious_body 15 overseas_institution 16 medical_institution 17 "
    "notary_office 18 collective_economy 19 arbitration 20 "
)
CONTENTS = (
    "instant_messaging search_engine general_portal web_mail online_news blog advertising organisation_portal "
    "online_shopping online_payment online_banking stocks_and_funds online_game online_music online_video "
    "online_pictures software_download job_seeking dating real_estate online_education site_building wap other"
)
APPROVALS = (
    "news 1 publishing 2 education 3 health_care 4 drugs_and_medical_devices 5 bulletin_board 6 culture 9 "
    "broadcasting 10 ride_hailing 12 internet_finance 13 tutoring 14 religion 15"
)


def _node_types() -> dict[str, type[Node]]:
    found: list[type[Node]] = [Application]
    for kind in found:
        below = (node_type(kind, child.name) for child in children(kind))
        found.extend(one for one in below if one is not None and one not in found)
    return {kind.__name__: kind for kind in found}


def _pairs(text: str) -> list[tuple[str, int]]:
    words = text.split()
    return [(slug, int(code)) for slug, code in zip(words[::2], words[1::2], strict=True)]


def test_every_node_has_the_fields_of_the_contract() -> None:
    """No more and no fewer, in the order of the form."""
    assert {name: " ".join(kind.model_fields) for name, kind in _node_types().items()} == FIELDS


@pytest.mark.parametrize("kind", _node_types().values())
def test_a_node_is_frozen_closed_and_may_be_empty(kind: type[Node]) -> None:
    """Presence is a rule's business, shape is the schema's."""
    node = kind()
    assert all(
        getattr(node, name) in ("", (), None) or isinstance(getattr(node, name), Node) for name in kind.model_fields
    )
    assert all(info.title and info.title.isprintable() for info in kind.model_fields.values())
    with pytest.raises(ValidationError, match="frozen"):
        setattr(node, next(iter(kind.model_fields)), "x")
    with pytest.raises(ValidationError, match="Extra inputs"):
        kind.model_validate({"unheard_of": 1})


@pytest.mark.parametrize(
    ("terms", "pairs"),
    [
        (Nature, _pairs(NATURES)),
        (ContentType, list(zip(CONTENTS.split(), range(1, 25), strict=True))),
        (PreApprovalCategory, _pairs(APPROVALS)),
        (AccessMode, _pairs("leased_line 1 colocation 2 virtual_host 3 other 4 cloud 5")),
    ],
)
def test_slugs_have_their_official_codes(terms: type[Term], pairs: list[tuple[str, int]]) -> None:
    """As the contract lists them."""
    assert [(slug, terms(slug).code) for slug, _ in pairs] == pairs


@pytest.mark.parametrize(
    "terms", [Nature, ContentType, PreApprovalCategory, AccessMode, Language, CertificateType, MaterialKind, Provider]
)
def test_a_term_is_known_by_slug_code_and_label(terms: type[Term]) -> None:
    """The label counts with and without its bracketed part, the code as a number and as digits."""
    for term in terms:
        spellings: list[Any] = [term.value, term.value.upper(), term.zh, term.zh.split("（")[0], f" {term.zh} "]
        spellings += [] if term.code is None else [term.code, str(term.code)]
        assert {terms(spelling) for spelling in spellings} == {term}
        assert term.label("en") == term.en


@pytest.mark.parametrize("value", [True, False, 0, 999, -1, "", "企业法人", 4.0, None, ["enterprise"]])
def test_what_is_no_term_is_refused(value: object) -> None:
    """True is not the code 1."""
    with pytest.raises(ValidationError):
        Sponsor.model_validate({"nature": value, "name": 3})


def test_certificates_belong_to_natures() -> None:
    """Every kind of document belongs to at least one nature, and no official code is given twice."""
    codes = [code for kinds in OFFICIAL_CODES.values() for code in kinds.values()]
    assert len(codes) == len(set(codes)) == 38
    assert {kind for kinds in OFFICIAL_CODES.values() for kind in kinds} == set(CertificateType)
    assert set(OFFICIAL_CODES[Nature.INDIVIDUAL]) == PERSONAL_CERTIFICATES
    assert [CertificateType(code) for code in ("3", 9, "20")] == [CertificateType.ORGANISATION_CODE_CERTIFICATE] * 3
    assert [CertificateType(code) for code in (13, "15", 24)] == [CertificateType.UNIFIED_CODE_CERTIFICATE] * 3


def test_dates_and_moments() -> None:
    """ISO 8601; a moment without an offset is China Standard Time; no numbers, no other spellings."""
    assert Certificate.model_validate({"valid_to": "长期"}).valid_to == "long_term"
    assert Certificate.model_validate({"valid_to": date(2030, 1, 2)}).valid_to == date(2030, 1, 2)
    sent = Milestones.model_validate({"sms_sent_at": "2026-03-01T09:30:00"}).sms_sent_at
    assert sent == datetime(2026, 3, 1, 9, 30, tzinfo=CHINA_STANDARD_TIME)
    assert Milestones.model_validate({"sms_sent_at": "2026-03-01T09:30Z"}).sms_sent_at == datetime(
        2026, 3, 1, 9, 30, tzinfo=UTC
    )
    for wrong in ("2026-3-1", "20260301", 20260301, "2026-02-30", datetime(2026, 3, 1), 1.5, True):
        with pytest.raises(ValidationError):
            Domain.model_validate({"expires_on": wrong})


def test_an_application_is_written_as_it_is_read() -> None:
    """JSON and plain data of a model make the same model, and writing them raises no warning."""
    milestones = Milestones(created_on="2026-02-20", sms_sent_at="2026-02-21T09:00:00")
    for path in sorted(EXAMPLES.glob("*.json")):
        application = Application.model_validate_json(path.read_bytes()).model_copy(update={"milestones": milestones})
        assert Application.model_validate_json(application.model_dump_json()) == application
        assert Application.model_validate(application.model_dump()) == application
        assert Application.model_validate(application.model_dump(mode="json", exclude_defaults=True)) == application


def test_equal_nodes_hash_alike() -> None:
    """Nodes are compared by what they hold, whichever fields were set."""
    assert Person(name="") == Person()
    assert hash(Person(name="")) == hash(Person())
    assert Person() != Sponsor()


def test_flags_and_provinces() -> None:
    """Forms and sheets say 是 and 否; a province goes by name, two digits or six."""
    assert Person.model_validate({"is_student": "是"}).is_student is True
    assert Domain.model_validate({"real_name_verified": "已实名"}).real_name_verified is True
    assert Domain.model_validate({"real_name_verified": "未实名认证"}).real_name_verified is False
    assert Website.model_validate({"is_commercial": "否"}).is_commercial is False
    places = ["浙江", "浙江省", "33", "330000", "浙江省杭州市"]
    assert Access.model_validate({"locations": places}).locations == ("33",) * 5
    for yes in ("TRUE", "Yes", "y", 1, "1", " 是 "):
        assert Person.model_validate({"is_student": yes}).is_student is True
    for no in ("FALSE", "no", "N", 0, "0"):
        assert Person.model_validate({"is_student": no}).is_student is False
    for wrong in ("maybe", 2, "2", "", 0.5):
        with pytest.raises(ValidationError):
            Person.model_validate({"is_student": wrong})


def test_open_words_are_kept() -> None:
    """An unknown provider or kind of material is no wrong shape; a province's own form is a commitment letter."""
    assert Application(provider="阿里云").provider == "aliyun"
    assert Application(provider="new-cloud").provider == "new-cloud"
    assert Material(kind="上海市互联网信息服务备案承诺书").kind == "commitment_letter"
    assert Material(kind="网站负责人证件").kind == "person_certificate"
    assert Material(kind="别的材料").kind == "别的材料"
    assert App(name="x").name == "x"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_json_schemas_are_valid(lang: str) -> None:
    """Draft 2020-12, with titles in one language, accepting what the models accept."""
    schema = application_schema(lang)
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.meta.validate(report_schema(lang))
    assert schema["$schema"].endswith("2020-12/schema")
    assert (
        schema["$defs"]["Sponsor"]["properties"]["name"]["title"]
        == {"zh": "主办单位名称", "en": "Name of the sponsor"}[lang]
    )
    check = jsonschema_rs.validator_for(schema)
    assert check.is_valid({"sponsor": {"nature": "企业", "certificate": {"type": 1}}, "order_type": None})
    assert not check.is_valid({"sponsor": {"nature": True}})
    assert not check.is_valid({"sponsors": {}})
