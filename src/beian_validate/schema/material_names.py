"""What people call the documents that go with an application, beside the labels of `MaterialKind`."""

import re

from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.open_vocabulary import MaterialKind

_BY_ENDING = {
    "备案承诺书": MaterialKind.COMMITMENT_LETTER,
    "授权书": MaterialKind.AUTHORIZATION_LETTER,
    "授权委托书": MaterialKind.AUTHORIZATION_LETTER,
    "授权函": MaterialKind.AUTHORIZATION_LETTER,
    "党建确认函": MaterialKind.PARTY_BUILDING_CONFIRMATION,
    "党建备案确认函": MaterialKind.PARTY_BUILDING_CONFIRMATION,
    "党建工作确认函": MaterialKind.PARTY_BUILDING_CONFIRMATION,
    "信息真实性承诺书": MaterialKind.COMMITMENT_LETTER,
    "情况说明": MaterialKind.STATEMENT,
    "许可证": MaterialKind.INDUSTRY_LICENCE,
    "资格证书": MaterialKind.INDUSTRY_LICENCE,
    "版号": MaterialKind.INDUSTRY_LICENCE,
    "诊所备案证": MaterialKind.INDUSTRY_LICENCE,
    "居民居住证": MaterialKind.PERSON_CERTIFICATE,
    "居住证": MaterialKind.RESIDENCE_PERMIT,
    "租赁合同": MaterialKind.RENTAL_CONTRACT,
    "参保证明": MaterialKind.SOCIAL_INSURANCE,
    "负责人身份证": MaterialKind.PERSON_CERTIFICATE,
    "法人身份证": MaterialKind.PERSON_CERTIFICATE,
    "法定代表人身份证": MaterialKind.PERSON_CERTIFICATE,
    "法定代表人证件": MaterialKind.PERSON_CERTIFICATE,
    "法人证书": MaterialKind.SPONSOR_CERTIFICATE,
    "法人登记证书": MaterialKind.SPONSOR_CERTIFICATE,
    "（法人）登记证书": MaterialKind.SPONSOR_CERTIFICATE,
    "社会团体登记证书": MaterialKind.SPONSOR_CERTIFICATE,
    "基金会登记证书": MaterialKind.SPONSOR_CERTIFICATE,
    "营业执照": MaterialKind.SPONSOR_CERTIFICATE,
    "承诺视频": MaterialKind.COMMITMENT_VIDEO,
    "承诺书视频": MaterialKind.COMMITMENT_VIDEO,
}
"""Names of documents that differ by place or trade and end alike."""


_OF_A_TRADE = "许可证"
_IN_HAND = "手持"
_COPIES = re.compile(
    "(?:[（(].*[）)]|彩色|盖章|加盖公章|正反面|正面|反面|人像面|国徽面|正本|副本|原件|扫描件|复印件|电子件|照片|截图|图片)+$"
)
"""What is written behind the name of a document about the copy of it."""


def material_kind(word: str) -> str:
    """The slug of a kind of material; 某省备案承诺书 and 某人授权书 are known by how they end.

    The name of a certificate means that certificate, unless it is the licence of a trade as well. An unknown word
    comes back as it is.
    """
    name = _COPIES.sub("", word.strip())
    known = _kind_named(word) or (_kind_named(name) if name != word and not word.startswith(_IN_HAND) else "")
    return known or (MaterialKind.VERIFICATION_PHOTO if word.startswith(_IN_HAND) else word)


def _kind_named(name: str) -> str:
    try:
        return MaterialKind(name)
    except ValueError:
        if name.startswith(_IN_HAND) and "承诺" not in name:
            return ""
        by_ending = next((kind for ending, kind in _BY_ENDING.items() if name.endswith(ending)), "")
        return by_ending or _kind_of_certificate(name)


def _kind_of_certificate(name: str) -> str:
    try:
        kind = CertificateType(name)
    except ValueError:
        return ""
    if kind in PERSONAL_CERTIFICATES:
        return MaterialKind.IDENTITY_DOCUMENT
    return MaterialKind.INDUSTRY_LICENCE if kind.zh.endswith(_OF_A_TRADE) else MaterialKind.SPONSOR_CERTIFICATE
