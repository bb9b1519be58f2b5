"""A website (网站) of the application."""

from typing import Annotated

from beian_validate.schema.node import Flag, Node, Privacy, label
from beian_validate.schema.party import Person
from beian_validate.schema.service import Access, Domain, PreApprovals, ServiceNumber
from beian_validate.schema.vocabulary import ContentType, Language, ServiceType


class Website(Node):
    """A website (网站): one name, one domain, one purpose."""

    name: Annotated[str, label("网站名称", "Site name")] = ""
    domains: Annotated[tuple[Domain, ...], label("网站域名", "Domains")] = ()
    home_urls: Annotated[
        tuple[str, ...],
        label("网站首页URL", "Home page URLs", hint=("不含 http://", "Without http://"), identifier=True),
    ] = ()
    content_types: Annotated[tuple[ContentType, ...], label("网站服务内容", "Content types")] = ()
    service_type: Annotated[ServiceType | None, label("服务类型", "Service type")] = None
    languages: Annotated[tuple[Language, ...], label("网站语言", "Languages")] = ()
    pre_approvals: Annotated[PreApprovals, label("前置审批", "Pre-approvals")] = ()
    person_in_charge: Annotated[Person, label("网站负责人", "Person in charge of the website")] = Person()
    service_number: Annotated[ServiceNumber, label("备案服务号", "Service number")] = ServiceNumber()
    access: Annotated[Access, label("接入信息", "Access")] = Access()
    description: Annotated[str, label("网站内容说明", "Description", privacy=Privacy.FREE_TEXT)] = ""
    is_commercial: Annotated[Flag, label("是否经营性", "Commercial service")] = None
    remark: Annotated[str, label("网站备注", "Remark", privacy=Privacy.FREE_TEXT)] = ""
    default_remark: Annotated[str, label("网站备注预填内容", "Pre-filled remark", privacy=Privacy.FREE_TEXT)] = ""
