"""The sponsor (主办者), its certificate and the persons who answer for it."""

from typing import Annotated

from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import Day, EndDay, Flag, Node, Privacy, label
from beian_validate.schema.vocabulary import Nature


class Certificate(Node):
    """A certificate (证件) of an organisation or a person."""

    type: Annotated[
        CertificateType | None,
        label("证件类型", "Certificate type", hint=("须属于所选性质", "Must belong to the nature")),
    ] = None
    number: Annotated[str, label("证件号码", "Certificate number", privacy=Privacy.PARTY_NUMBER, identifier=True)] = ""
    address: Annotated[
        str,
        label(
            "证件住所", "Address on the certificate", privacy=Privacy.ADDRESS,
            hint=("与证件所载完全一致", "Exactly as printed on the certificate"),
        ),
    ] = ""  # fmt: skip
    valid_from: Annotated[Day, label("证件有效期起", "Valid from", hint=("YYYY-MM-DD", "YYYY-MM-DD"))] = None
    valid_to: Annotated[
        EndDay, label("证件有效期止", "Valid to", hint=("YYYY-MM-DD 或 长期", "YYYY-MM-DD or long_term"))
    ] = None


class Person(Node):
    """A person in charge (负责人) or legal representative (法定代表人)."""

    name: Annotated[str, label("姓名", "Name", privacy=Privacy.PERSON_NAME)] = ""
    certificate: Annotated[Certificate, label("证件", "Certificate")] = Certificate()
    mobile: Annotated[
        str,
        label(
            "联系方式1（移动电话）", "Mobile phone (contact 1)", privacy=Privacy.PHONE, identifier=True,
            hint=("接收核验短信的本人手机号", "Own number; receives the verification code"),
        ),
    ] = ""  # fmt: skip
    office_phone: Annotated[str, label("办公电话", "Office phone", privacy=Privacy.PHONE, identifier=True)] = ""
    emergency_phone: Annotated[
        str,
        label(
            "联系方式2（应急联系电话）", "Emergency phone (contact 2)", privacy=Privacy.PHONE, identifier=True,
            hint=("不得与联系方式1相同", "Must differ from contact 1"),
        ),
    ] = ""  # fmt: skip
    email: Annotated[str, label("电子邮箱", "E-mail address", privacy=Privacy.EMAIL, identifier=True)] = ""
    is_legal_representative: Annotated[Flag, label("是否为法定代表人", "Is the legal representative")] = None
    is_student: Annotated[Flag, label("是否为在校学生", "Is a student")] = None


class RegistryRecord(Node):
    """What the company registry (工商登记) shows for the sponsor."""

    name: Annotated[str, label("登记名称", "Registered name", privacy=Privacy.PARTY_NAME)] = ""
    number: Annotated[str, label("登记号码", "Registered number", privacy=Privacy.PARTY_NUMBER, identifier=True)] = ""
    address: Annotated[str, label("登记住所", "Registered address", privacy=Privacy.ADDRESS)] = ""


class Sponsor(Node):
    """The sponsor (主办者): the organisation or individual that answers for the service."""

    name: Annotated[
        str,
        label(
            "主办单位名称", "Name of the sponsor", privacy=Privacy.PARTY_NAME,
            hint=("与证件完全一致，括号用全角（）", "Exactly as on the certificate, with full-width brackets"),
        ),
    ] = ""  # fmt: skip
    nature: Annotated[Nature | None, label("主办单位性质", "Nature of the sponsor")] = None
    certificate: Annotated[Certificate, label("主办单位证件", "Certificate of the sponsor")] = Certificate()
    division_code: Annotated[
        str,
        label(
            "所属省市县（行政区划代码）", "Administrative division", identifier=True,
            hint=("GB/T 2260 六位代码", "Six digits of GB/T 2260"),
        ),
    ] = ""  # fmt: skip
    address: Annotated[
        str,
        label(
            "通信地址", "Communication address", privacy=Privacy.ADDRESS,
            hint=("具体到门牌号或房间号", "Down to the door or room number"),
        ),
    ] = ""  # fmt: skip
    investor: Annotated[str, label("投资人或主管单位", "Investor or supervising unit", privacy=Privacy.PARTY_NAME)] = ""
    legal_representative: Annotated[Person | None, label("法定代表人", "Legal representative")] = None
    person_in_charge: Annotated[Person, label("主体负责人", "Person in charge of the sponsor")] = Person()
    registry_record: Annotated[
        RegistryRecord | None,
        label("工商登记信息", "Company registry record", hint=("个人留空", "Null for individuals")),
    ] = None
    filing_number: Annotated[str, label("主体备案号", "Filing number of the sponsor", identifier=True)] = ""
    business_scope: Annotated[str, label("经营范围", "Business scope", privacy=Privacy.FREE_TEXT)] = ""
    remark: Annotated[str, label("备注", "Remark", privacy=Privacy.FREE_TEXT)] = ""
    default_remark: Annotated[
        str,
        label(
            "备注预填内容", "Pre-filled remark", privacy=Privacy.FREE_TEXT,
            hint=("接入商表单预先填好的备注", "What the provider's form pre-filled"),
        ),
    ] = ""  # fmt: skip
