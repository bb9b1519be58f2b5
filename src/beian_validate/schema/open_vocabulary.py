"""Vocabularies that may grow without us: access providers and kinds of material.

An unknown word is kept as it is written; a rule may give advice about it, but it is never a wrong shape.
"""

from beian_validate.schema.term import Term


class Provider(Term):
    """Access provider (接入服务商) or platform through which the application is filed."""

    ALIYUN = (
        "aliyun",
        None,
        "阿里云",
        "Alibaba Cloud",
        "alibaba",
        "alibabacloud",
        "阿里云计算有限公司",
        "阿里",
        "阿里云计算",
        "万网",
    )
    TENCENT = (
        "tencent",
        None,
        "腾讯云",
        "Tencent Cloud",
        "tencentcloud",
        "腾讯",
        "qcloud",
        "腾讯云计算（北京）有限责任公司",
    )
    HUAWEI = "huawei", None, "华为云", "Huawei Cloud", "huaweicloud", "华为", "华为云计算技术有限公司"
    JD = "jd", None, "京东云", "JD Cloud", "jdcloud", "京东"
    BAIDU = "baidu", None, "百度智能云", "Baidu AI Cloud", "百度云", "百度"
    UCLOUD = "ucloud", None, "优刻得", "UCloud"
    QINGCLOUD = "qingcloud", None, "青云", "QingCloud"
    VOLCENGINE = "volcengine", None, "火山引擎", "Volcano Engine"
    KINGSOFT = "kingsoft", None, "金山云", "Kingsoft Cloud", "ksyun", "金山"
    CTYUN = "ctyun", None, "天翼云", "China Telecom Cloud", "中国电信天翼云"
    ECLOUD = "ecloud", None, "移动云", "China Mobile Cloud", "中国移动云"
    CUCLOUD = "cucloud", None, "联通云", "China Unicom Cloud", "中国联通云", "沃云"
    INSPUR = "inspur", None, "浪潮云", "Inspur Cloud"
    NETEASE = "netease", None, "网易云", "NetEase Cloud"
    XINNET = "xinnet", None, "新网", "Xinnet"
    WEST = "west", None, "西部数码", "West.cn"
    WECHAT = "wechat", None, "微信", "WeChat"
    DOUYIN = "douyin", None, "抖音", "Douyin"


class MaterialKind(Term):
    """Kind of document that goes with the application (备案材料)."""

    SPONSOR_CERTIFICATE = (
        "sponsor_certificate",
        None,
        "主办单位证件",
        "certificate of the sponsor",
        "主办者证件",
        "营业执照",
        "单位证件",
        "单位有效证件",
    )
    IDENTITY_DOCUMENT = "identity_document", None, "个人身份证件", "identity document", "居民身份证", "身份证", "护照"
    PERSON_CERTIFICATE = (
        "person_certificate", None, "负责人证件", "certificate of the person in charge",
        "主体负责人证件", "网站负责人证件", "APP负责人证件", "服务负责人证件",
    )  # fmt: skip
    AUTHORIZATION_LETTER = "authorization_letter", None, "授权书", "letter of authority", "委托书", "授权委托书"
    COMMITMENT_LETTER = (
        "commitment_letter",
        None,
        "互联网信息服务备案承诺书",
        "filing commitment letter",
        "承诺书",
        "备案承诺书",
    )
    TRUTHFULNESS_PLEDGE = "truthfulness_pledge", None, "真实性承诺书", "pledge of truthfulness"
    RESPONSIBILITY_NOTICE = (
        "responsibility_notice", None, "真实性责任告知书", "notice of responsibility", "责任告知书",
    )  # fmt: skip
    COMMITMENT_VIDEO = "commitment_video", None, "手持承诺书视频", "video with the signed commitment", "承诺书视频"
    VERIFICATION_SHEET = "verification_sheet", None, "备案信息真实性核验单", "verification sheet", "核验单"
    VERIFICATION_PHOTO = "verification_photo", None, "核验照片", "verification photo", "手持证件照片", "手持身份证照片"
    SITE_PLAN = "site_plan", None, "网站建设方案书", "website construction plan", "建设方案书", "网站建设方案"
    PRE_APPROVAL_DOCUMENT = "pre_approval_document", None, "前置审批文件", "pre-approval document", "前置审批批文"
    NO_PRE_APPROVAL_PLEDGE = (
        "no_pre_approval_pledge", None, "不涉及前置审批承诺书", "pledge of no pre-approval content", "文化承诺书",
    )  # fmt: skip
    NO_TUTORING_PLEDGE = (
        "no_tutoring_pledge", None, "不涉及校外培训承诺书", "pledge of no out-of-school training", "不涉及学科类培训承诺书",
        "不涉及校外培训证明", "不涉及校外培训声明", "不涉及校外培训情况说明",
    )  # fmt: skip
    FINANCE_APPROVAL = (
        "finance_approval",
        None,
        "金融主管部门审批文件",
        "approval of the financial authority",
        "金融许可证",
    )
    FINANCE_PLEDGE = (
        "finance_pledge",
        None,
        "不涉及金融业务承诺书",
        "pledge of no financial business",
        "不涉及金融承诺书",
        "金融类承诺书",
    )
    INDUSTRY_LICENCE = (
        "industry_licence",
        None,
        "行业许可证",
        "licence of the trade",
        "专项审批文件",
        "医疗广告审查证明",
        "医疗广告审查证",
    )
    EDITORIAL_OFFICE_APPROVAL = (
        "editorial_office_approval", None, "编办审批文件", "approval of the staffing office",
        "网站名称审核表", "网站开办资格申请表", "机构编制办公室前置审批", "编办审核表", "编办审批表", "编办批复", "编办批文",
    )  # fmt: skip
    PARTY_BUILDING_CONFIRMATION = (
        "party_building_confirmation", None, "党建确认函", "party-building confirmation", "党建函", "党建备案函",
    )  # fmt: skip
    ECOMMERCE_STATEMENT = (
        "ecommerce_statement",
        None,
        "电子商务情况说明",
        "statement on e-commerce",
        "不涉及第三方商家入驻说明",
    )
    DOMAIN_CERTIFICATE = "domain_certificate", None, "域名证书", "domain certificate", "域名注册证书", "域名实名认证"
    DOMAIN_HOLDER_PROOF = (
        "domain_holder_proof", None, "域名持有者关系证明", "proof of the domain holder's position",
        "有关网站备案域名注册人的证明", "域名注册人与本单位关系的证明", "域名注册人证明", "股东关系证明",
    )  # fmt: skip
    DOMAIN_OWNERSHIP_STATEMENT = (
        "domain_ownership_statement",
        None,
        "域名归属情况说明",
        "statement on domain ownership",
        "域名情况说明",
    )
    RESOURCE_STATEMENT = "resource_statement", None, "云资源使用说明", "statement on server resources"
    NAME_CHANGE_LETTER = (
        "name_change_letter",
        None,
        "工商更名函",
        "registry letter on a change of name",
        "名称变更核准通知书",
        "更名证明",
        "更名函",
        "名称变更证明",
        "名称变更通知书",
        "名称变更登记通知书",
    )
    RESIDENCE_PERMIT = "residence_permit", None, "居住证", "residence permit", "居住证明"
    TEMPORARY_RESIDENCE_PERMIT = (
        "temporary_residence_permit", None, "暂住证", "temporary residence permit",
        "暂住登记凭证", "居住登记凭证", "居住登记证明", "居住登记回执",
    )  # fmt: skip
    SOCIAL_INSURANCE = (
        "social_insurance", None, "社保缴纳证明", "proof of social insurance", "社保证明", "社保", "社会保险证明",
        "社保缴费证明", "社保缴费记录", "社保缴纳记录", "社保记录", "社保清单", "社保缴费清单", "社会保险缴费证明",
        "社会保险缴费记录", "社会保险缴纳证明", "社保参保缴费证明",
    )  # fmt: skip
    PROPERTY_CERTIFICATE = (
        "property_certificate", None, "房产证", "property certificate", "不动产权证", "不动产权证书", "不动产证", "房产证明",
        "房屋产权证", "房屋产权证书", "房屋所有权证", "房屋所有权证书", "房权证",
    )  # fmt: skip
    HOUSE_PURCHASE_CONTRACT = (
        "house_purchase_contract", None, "购房合同", "house purchase contract", "商品房买卖合同", "房屋买卖合同", "购房协议",
    )  # fmt: skip
    RENTAL_CONTRACT = (
        "rental_contract", None, "租房合同", "rental contract", "租赁合同", "租房协议", "房屋租赁协议", "租赁协议",
    )  # fmt: skip
    STUDENT_CARD = "student_card", None, "学生证", "student card", "在读证明", "在校证明", "学籍证明"
    HOUSEHOLD_REGISTER = "household_register", None, "户口簿", "household register", "户口本", "户口页"
    EMPLOYMENT_PROOF = (
        "employment_proof",
        None,
        "在职证明",
        "proof of employment",
        "工作证明",
        "工作单位证明",
        "劳动合同",
        "就业证明",
        "work_unit_proof",
        "单位证明",
        "就业或收入证明",
    )
    INCOME_PROOF = "income_proof", None, "收入证明", "proof of income", "劳动收入证明"
    GUARDIAN_ID = "guardian_id", None, "监护人身份证件", "guardian's identity document", "监护人身份证"
    GUARDIAN_STATEMENT = (
        "guardian_statement",
        None,
        "监护人同意书",
        "guardian's consent",
        "监护人情况说明",
        "监护人声明",
        "知情书",
        "监护人知情书",
        "监护人知情同意书",
    )
    PROFESSIONAL_LICENCE = "professional_licence", None, "执业资格证", "professional licence", "律师资格证"
    RESIDENCE_QUERY_RESULT = "residence_query_result", None, "居住证有效期查询结果", "residence permit validity query"
    PARENT_LICENCE = (
        "parent_licence", None, "母公司证件", "licence of the parent company", "母公司营业执照", "总公司营业执照",
    )  # fmt: skip
    DOMAIN_USE_AUTHORISATION = (
        "domain_use_authorisation",
        None,
        "域名使用授权书",
        "authorisation to use the domain",
        "域名授权书",
    )
    ACCESS_CONTRACT = "access_contract", None, "接入服务合同", "access contract"
    GUARANTEE_LETTER = "guarantee_letter", None, "保证书", "letter of guarantee", "担保函"
    STATEMENT = "statement", None, "情况说明", "statement", "情况说明书"
    PROOF_OF_POST = "proof_of_post", None, "任职证明", "proof of the post"
    ARTICLES = "articles_of_association", None, "公司章程", "articles of association", "章程"
    RESIDENCE_PERMIT_OF_FOREIGNER = (
        "residence_permit_of_foreigner", None, "外国人居留许可", "residence permit of a foreigner", "居留许可", "居住单",
    )  # fmt: skip
    APP_ICON = "app_icon", None, "APP图标", "app icon"


def provider_slug(word: str) -> str:
    """The slug of an access provider; an unknown word comes back as it is."""
    try:
        return Provider(word)
    except ValueError:
        return word
