"""The parts that websites and apps have in common: domains, service numbers, pre-approvals, access."""

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from beian_validate.checks.provinces import PROVINCES, province_code
from beian_validate.schema.node import Day, EndDay, Flag, Node, Privacy, label
from beian_validate.schema.party import Certificate
from beian_validate.schema.vocabulary import AccessMode, PreApprovalCategory, ServiceNumberState

_CITY = re.compile("[\u4e00-\u9fff]{1,15}[市区县州盟旗]")


def _of_a_city(text: str) -> str | None:
    """The province of a city or district that is written with its province in full, such as 浙江省杭州市."""
    rows = (row for row in PROVINCES.values() if text.startswith(row.name) and _CITY.fullmatch(text, len(row.name)))
    return next((row.code for row in rows), None)


def _province(value: object) -> object:
    code = (province_code(value) or _of_a_city(value)) if isinstance(value, str) else None
    if code is None:
        raise PydanticCustomError("not_a_province", "not a province: give its name, or its 2 or 6 digits")
    return code


ProvinceCode = Annotated[str, BeforeValidator(_province)]


class DomainHolder(Node):
    """The registrant (域名持有者) as the registrar's real-name record shows it."""

    name: Annotated[str, label("域名持有者名称", "Name of the domain holder", privacy=Privacy.PARTY_NAME)] = ""
    certificate: Annotated[Certificate, label("域名实名证件", "Certificate of the domain holder")] = Certificate()


class Domain(Node):
    """A domain name (域名) of a website or app."""

    name: Annotated[
        str,
        label(
            "域名", "Domain name", identifier=True,
            hint=("可注册的域名，不含 www 和协议", "The registered name, without www or a protocol"),
        ),
    ] = ""  # fmt: skip
    holder: Annotated[DomainHolder, label("域名持有者", "Domain holder")] = DomainHolder()
    registrar: Annotated[str, label("域名注册服务机构", "Registrar")] = ""
    real_name_verified: Annotated[Flag, label("域名是否实名认证", "Real-name verified")] = None
    real_name_verified_on: Annotated[Day, label("域名实名认证日期", "Real-name verified on")] = None
    registered_on: Annotated[Day, label("域名注册日期", "Registered on")] = None
    expires_on: Annotated[Day, label("域名到期日", "Expires on")] = None


class ServiceNumber(Node):
    """A filing service number (备案服务号) that ties the filing to a cloud product."""

    value: Annotated[str, label("备案服务号", "Service number", identifier=True)] = ""
    product: Annotated[str, label("云产品", "Cloud product")] = ""
    purchased_on: Annotated[Day, label("购买日期", "Purchased on")] = None
    expires_on: Annotated[Day, label("到期日", "Expires on")] = None
    state: Annotated[ServiceNumberState | None, label("服务号状态", "State of the service number")] = None


_NO_CATEGORY = frozenset({"以上都不涉及", "都不涉及", "均不涉及", "不涉及", "无", "none", "0", "24"})
"""How forms say that no pre-approval is concerned; it is an answer of its own, never one of several."""


class PreApproval(Node):
    """A pre-approval (前置审批) that the service holds."""

    category: Annotated[PreApprovalCategory | None, label("前置审批项", "Category of pre-approval")] = None
    licence_number: Annotated[str, label("前置审批号", "Licence number")] = ""
    issuer: Annotated[str, label("审批机关", "Issuing authority")] = ""
    valid_to: Annotated[EndDay, label("许可有效期止", "Valid to")] = None


def _none_is_empty(value: object) -> object:
    """The one answer that none is concerned is the empty list; beside others it stays and has a wrong shape."""
    items = value if isinstance(value, list | tuple) else (value,)
    return () if len(items) == 1 and _says_none(items[0]) else value


def _says_none(item: object) -> bool:
    if isinstance(item, dict):
        return set(item) == {"category"} and _says_none(item["category"])
    return str(item).strip().casefold() in _NO_CATEGORY if isinstance(item, str | int) else False


PreApprovals = Annotated[tuple[PreApproval, ...], BeforeValidator(_none_is_empty)]


class Access(Node):
    """How and where the service is connected (接入信息)."""

    modes: Annotated[tuple[AccessMode, ...], label("接入方式", "Access modes")] = ()
    ip_addresses: Annotated[tuple[str, ...], label("IP地址", "IP addresses", identifier=True)] = ()
    locations: Annotated[tuple[ProvinceCode, ...], label("服务器放置地", "Server locations")] = ()
    instance_id: Annotated[str, label("云资源实例", "Cloud instance", identifier=True)] = ""
