"""An app, mini-program or quick app (APP、小程序、快应用) of the application."""

from typing import Annotated

from beian_validate.schema.node import Flag, Node, Privacy, label
from beian_validate.schema.party import Person
from beian_validate.schema.service import Access, Domain, PreApprovals, ServiceNumber
from beian_validate.schema.vocabulary import AppKind, ContentType, Language, PlatformKind, ServiceType


class Platform(Node):
    """One operating system that an app runs on (APP运行平台)."""

    kind: Annotated[PlatformKind | None, label("平台", "Platform")] = None
    package_name: Annotated[str, label("软件包名或 Bundle ID", "Package name or bundle id", identifier=True)] = ""
    public_key: Annotated[str, label("公钥", "Public key", identifier=True)] = ""
    fingerprint: Annotated[
        str,
        label(
            "证书指纹（MD5值）", "Certificate fingerprint (field MD5)", identifier=True,
            hint=("安卓为 MD5，苹果为 SHA-1", "MD5 for Android, SHA-1 for iOS"),
        ),
    ] = ""  # fmt: skip


class App(Node):
    """An app, mini-program or quick app (APP、小程序、快应用)."""

    name: Annotated[str, label("APP名称", "App name")] = ""
    kind: Annotated[AppKind | None, label("应用类别", "Kind of app")] = None
    platforms: Annotated[tuple[Platform, ...], label("运行平台", "Platforms")] = ()
    domains: Annotated[tuple[Domain, ...], label("APP域名", "Domains")] = ()
    content_types: Annotated[tuple[ContentType, ...], label("APP服务内容", "Content types")] = ()
    service_type: Annotated[ServiceType | None, label("服务类型", "Service type")] = None
    languages: Annotated[tuple[Language, ...], label("APP语言", "Languages")] = ()
    pre_approvals: Annotated[PreApprovals, label("前置审批", "Pre-approvals")] = ()
    person_in_charge: Annotated[Person, label("APP负责人", "Person in charge of the app")] = Person()
    service_number: Annotated[ServiceNumber, label("备案服务号", "Service number")] = ServiceNumber()
    access: Annotated[Access, label("接入信息", "Access")] = Access()
    description: Annotated[str, label("APP内容说明", "Description", privacy=Privacy.FREE_TEXT)] = ""
    is_commercial: Annotated[Flag, label("是否经营性", "Commercial service")] = None
    remark: Annotated[str, label("APP备注", "Remark", privacy=Privacy.FREE_TEXT)] = ""
    default_remark: Annotated[str, label("APP备注预填内容", "Pre-filled remark", privacy=Privacy.FREE_TEXT)] = ""
