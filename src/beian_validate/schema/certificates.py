"""Kinds of certificate (证件类型) and which of them belong to which nature of sponsor.

The same document has one official code per nature (an organisation code certificate is 3, 9, 10, 12, 16, 18 or
20), so the code follows from the slug and the nature. Source: the ministry-side form of 2023 and the
mini-program filing API, as told in `tables/sources.toml`. The codes in capitals are those of registrars' records.
"""

from collections.abc import Mapping
from types import MappingProxyType

from beian_validate.schema.term import Term
from beian_validate.schema.vocabulary import Nature


class CertificateType(Term):
    """Kind of certificate (证件类型)."""

    BUSINESS_LICENCE = (
        "business_licence", 1, "营业执照（个人或企业）", "business licence", "工商营业执照", "营业执照", "个体工商户营业执照",
        "YYZZ",
    )  # fmt: skip
    RESIDENT_ID_CARD = "resident_id_card", 2, "居民身份证", "resident identity card", "身份证", "SFZ"
    ORGANISATION_CODE_CERTIFICATE = (
        "organisation_code_certificate", None, "组织机构代码证", "organisation code certificate",
        "组织机构代码证书", "3", "9", "10", "12", "16", "18", "20",
        "ORG",
    )  # fmt: skip
    PUBLIC_INSTITUTION_CERTIFICATE = (
        "public_institution_certificate", 4, "事业单位法人证书", "public-institution legal-person certificate", "事业法人证书",
        "SYZS", "SHIYEDANWEI",
    )  # fmt: skip
    MILITARY_UNIT_DESIGNATION = (
        "military_unit_designation", 5, "部队代号", "military unit designation", "军队代号",
        "BDDH", "BUDUIDAIHAO",
    )  # fmt: skip
    SOCIAL_ORGANISATION_CERTIFICATE = (
        "social_organisation_certificate", 6, "社会团体法人登记证书", "social-organisation legal-person certificate",
        "社团法人证书", "社团法人证",
        "STDJZ", "SHEHUITUANTI",
    )  # fmt: skip
    PASSPORT = "passport", 7, "护照", "passport", "HZ"
    TAIWAN_TRAVEL_PERMIT = (
        "taiwan_travel_permit", 11, "台湾居民来往大陆通行证", "mainland travel permit for Taiwan residents", "台胞证",
        "TWSFZ", "TW",
    )  # fmt: skip
    UNIFIED_CODE_CERTIFICATE = (
        "unified_code_certificate", None, "统一社会信用代码证书", "unified social credit code certificate",
        "统一社会信用代码证", "13", "15", "24",
        "TYDMZ", "XYDM",
    )  # fmt: skip
    HONG_KONG_MACAO_TRAVEL_PERMIT = (
        "hong_kong_macao_travel_permit", 14, "港澳居民来往内地通行证",
        "mainland travel permit for Hong Kong and Macao residents", "回乡证",
        "TXZ",
    )  # fmt: skip
    PRIVATE_NON_ENTERPRISE_CERTIFICATE = (
        "private_non_enterprise_certificate", 17, "民办非企业单位登记证书", "private non-enterprise registration certificate",
        "MBDJZ", "MINBANFEIQIYE",
    )  # fmt: skip
    FOUNDATION_CERTIFICATE = (
        "foundation_certificate", 19, "基金会法人登记证书", "foundation legal-person certificate",
        "JJDJZ", "JIJINHUI",
    )  # fmt: skip
    LAW_FIRM_LICENCE = (
        "law_firm_licence",
        21,
        "律师事务所执业许可证",
        "law-firm practice licence",
        "LSXKZ",
        "LVSHISHIWUSUO",
    )
    FOREIGN_CULTURAL_CENTRE_REGISTRATION = (
        "foreign_cultural_centre_registration", 22, "外国在华文化中心登记证", "foreign cultural centre registration",
        "GWZHDJZ", "WAIGUOWENHUA",
    )  # fmt: skip
    MILITARY_PAID_SERVICE_LICENCE = (
        "military_paid_service_licence", 23, "军队单位对外有偿服务许可证", "military paid-service licence",
        "JDXKZ", "JUNDUIFUWU",
    )  # fmt: skip
    RELIGIOUS_VENUE_REGISTRATION = (
        "religious_venue_registration", 25, "宗教活动场所登记证", "religious venue registration",
        "ZJDJZ", "ZONGJIAOCHANGSUO",
    )  # fmt: skip
    REPRESENTATIVE_OFFICE_REGISTRATION = (
        "representative_office_registration", 27, "外国企业常驻代表机构登记证",
        "foreign enterprise representative office registration", "外国（地区）企业常驻代表机构登记证",
        "GWCZDJZ", "WAIGUOQIYE",
    )  # fmt: skip
    JUDICIAL_APPRAISAL_LICENCE = (
        "judicial_appraisal_licence", 28, "司法鉴定许可证", "judicial appraisal licence",
        "SFXKZ", "SIFAJIANDING",
    )  # fmt: skip
    PERMANENT_RESIDENT_CARD = (
        "permanent_resident_card", 30, "外国人永久居留身份证", "foreign permanent resident card", "外国人永久居留证",
        "GWSFZ", "WAIGUOREN",
    )  # fmt: skip
    TOURISM_OFFICE_REGISTRATION = (
        "tourism_office_registration", 34, "外国政府旅游部门常驻代表机构批准登记证", "foreign government tourism office registration",
        "GWLYDJZ", "WAIGUOLVYOU",
    )  # fmt: skip
    OVERSEAS_CERTIFICATE = (
        "overseas_certificate", 35, "境外机构证件", "overseas institution certificate", "外国机构证件",
        "GWJGZJ", "WAIGUOJIGOU",
    )  # fmt: skip
    SOCIAL_SERVICE_CERTIFICATE = (
        "social_service_certificate", 36, "社会服务机构登记证书", "social-service institution certificate",
        "SHFWJGZ", "SHEHUIFUWUJIGOU",
    )  # fmt: skip
    PRIVATE_SCHOOL_LICENCE = (
        "private_school_licence", 37, "民办学校办学许可证", "private school licence",
        "MBXXXKZ", "MINBANXUEXIAO",
    )  # fmt: skip
    MEDICAL_LICENCE = (
        "medical_licence", 38, "医疗机构执业许可证", "medical institution practice licence",
        "YLJGXKZ", "YILIAOJIGOU",
    )  # fmt: skip
    NOTARY_LICENCE = "notary_licence", 39, "公证机构执业证", "notary practice certificate", "GZJGZY", "GONGZHENGJIGOU"
    EMBASSY_SCHOOL_LICENCE = (
        "embassy_school_licence", 40, "北京市外国驻华使馆人员子女学校办学许可证", "embassy children's school licence",
        "ZHUHUAZINVXUEXIAO",
    )  # fmt: skip
    HONG_KONG_MACAO_RESIDENCE_PERMIT = (
        "hong_kong_macao_residence_permit", 41, "港澳居民居住证", "residence permit for Hong Kong and Macao residents",
        "GAJZZ",
    )  # fmt: skip
    TAIWAN_RESIDENCE_PERMIT = (
        "taiwan_residence_permit", 42, "台湾居民居住证", "residence permit for Taiwan residents",
        "TWJZZ",
    )  # fmt: skip
    RURAL_COLLECTIVE_REGISTRATION = (
        "rural_collective_registration", 43, "农村集体经济组织登记证", "rural collective economic organisation registration",
    )  # fmt: skip
    ARBITRATION_REGISTRATION = (
        "arbitration_registration", 44, "仲裁委员会登记证", "arbitration commission registration",
    )  # fmt: skip


def _code_by_nature() -> Mapping[Nature, Mapping[CertificateType, int]]:
    own = CertificateType
    organisation_code, unified_code = own.ORGANISATION_CODE_CERTIFICATE, own.UNIFIED_CODE_CERTIFICATE
    table: dict[Nature, dict[CertificateType, int | None]] = {
        Nature.DEFENCE: {own.MILITARY_UNIT_DESIGNATION: 5, own.MILITARY_PAID_SERVICE_LICENCE: 23},
        Nature.GOVERNMENT: {organisation_code: 9, unified_code: 13},
        Nature.PUBLIC_INSTITUTION: {organisation_code: 3, own.PUBLIC_INSTITUTION_CERTIFICATE: 4, unified_code: 15},
        Nature.ENTERPRISE: {
            own.BUSINESS_LICENCE: 1,
            organisation_code: 12,
            own.REPRESENTATIVE_OFFICE_REGISTRATION: 27,
        },
        Nature.INDIVIDUAL: {kind: kind.code for kind in PERSONAL_CERTIFICATES},
        Nature.SOCIAL_ORGANISATION: {own.SOCIAL_ORGANISATION_CERTIFICATE: 6, organisation_code: 10},
        Nature.PRIVATE_NON_ENTERPRISE: {
            organisation_code: 16,
            own.PRIVATE_NON_ENTERPRISE_CERTIFICATE: 17,
            own.SOCIAL_SERVICE_CERTIFICATE: 36,
            own.PRIVATE_SCHOOL_LICENCE: 37,
        },
        Nature.FOUNDATION: {organisation_code: 18, own.FOUNDATION_CERTIFICATE: 19},
        Nature.LAW_PRACTICE: {organisation_code: 20, own.LAW_FIRM_LICENCE: 21},
        Nature.FOREIGN_CULTURAL_CENTRE: {
            own.FOREIGN_CULTURAL_CENTRE_REGISTRATION: 22,
            own.TOURISM_OFFICE_REGISTRATION: 34,
            own.EMBASSY_SCHOOL_LICENCE: 40,
        },
        Nature.MASS_ORGANISATION: {unified_code: 24},
        Nature.JUDICIAL_APPRAISAL: {own.JUDICIAL_APPRAISAL_LICENCE: 28},
        Nature.RELIGIOUS_BODY: {own.RELIGIOUS_VENUE_REGISTRATION: 25},
        Nature.OVERSEAS_INSTITUTION: {own.OVERSEAS_CERTIFICATE: 35},
        Nature.MEDICAL_INSTITUTION: {own.MEDICAL_LICENCE: 38},
        Nature.NOTARY_OFFICE: {own.NOTARY_LICENCE: 39},
        Nature.COLLECTIVE_ECONOMY: {own.RURAL_COLLECTIVE_REGISTRATION: 43},
        Nature.ARBITRATION: {own.ARBITRATION_REGISTRATION: 44},
    }
    return {nature: {kind: code or 0 for kind, code in kinds.items()} for nature, kinds in table.items()}


PERSONAL_CERTIFICATES = frozenset(
    {
        CertificateType.RESIDENT_ID_CARD,
        CertificateType.PASSPORT,
        CertificateType.TAIWAN_TRAVEL_PERMIT,
        CertificateType.HONG_KONG_MACAO_TRAVEL_PERMIT,
        CertificateType.PERMANENT_RESIDENT_CARD,
        CertificateType.HONG_KONG_MACAO_RESIDENCE_PERMIT,
        CertificateType.TAIWAN_RESIDENCE_PERMIT,
    }
)
"""Documents of natural persons: only these identify an individual or a person in charge."""

OFFICIAL_CODES: Mapping[Nature, Mapping[CertificateType, int]] = MappingProxyType(dict(_code_by_nature()))
"""For every nature of sponsor, the certificates that belong to it and their official codes."""
