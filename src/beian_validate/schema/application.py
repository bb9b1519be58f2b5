"""One ICP filing application (ICP备案申请)."""

from typing import Annotated

from pydantic import AfterValidator

from beian_validate.schema.app import App
from beian_validate.schema.material_names import material_kind
from beian_validate.schema.node import Day, Moment, Node, label
from beian_validate.schema.open_vocabulary import provider_slug
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import OrderType
from beian_validate.schema.website import Website


class Material(Node):
    """A document that goes with the application (备案材料)."""

    kind: Annotated[str, AfterValidator(material_kind), label("材料类型", "Kind of material")] = ""
    about: Annotated[
        str,
        label(
            "材料归属", "Whose material it is",
            hint=("JSON 指针，如 /sponsor", "A JSON pointer such as /sponsor"),
        ),
    ] = ""  # fmt: skip
    file: Annotated[str, label("材料文件", "File")] = ""


class Milestones(Node):
    """When the steps of the filing happened (备案进度)."""

    created_on: Annotated[Day, label("订单创建日", "Order created on")] = None
    provider_reviewed_at: Annotated[Moment, label("接入商初审通过时间", "Provider's review passed at")] = None
    sms_sent_at: Annotated[Moment, label("核验短信发送时间", "Verification SMS sent at")] = None
    sms_verified_at: Annotated[Moment, label("短信核验完成时间", "SMS verified at")] = None
    sent_to_authority_on: Annotated[Day, label("提交管局日", "Sent to the authority on")] = None
    approved_on: Annotated[Day, label("审核通过日", "Approved on")] = None
    site_opened_on: Annotated[Day, label("网站开通日", "Site opened on")] = None
    public_security_filed_on: Annotated[Day, label("公安备案日", "Public-security filing on")] = None


class Application(Node):
    """One ICP filing application (ICP备案申请): a sponsor and its websites and apps."""

    id: Annotated[str, label("申请编号", "Identifier of the application")] = ""
    order_type: Annotated[OrderType | None, label("备案类型", "Type of order")] = None
    provider: Annotated[str, AfterValidator(provider_slug), label("接入服务商", "Access provider")] = ""
    sponsor: Annotated[Sponsor, label("主办者", "Sponsor")] = Sponsor()
    websites: Annotated[tuple[Website, ...], label("网站", "Websites")] = ()
    apps: Annotated[tuple[App, ...], label("APP", "Apps")] = ()
    materials: Annotated[tuple[Material, ...], label("备案材料", "Materials")] = ()
    milestones: Annotated[Milestones, label("备案进度", "Milestones")] = Milestones()
