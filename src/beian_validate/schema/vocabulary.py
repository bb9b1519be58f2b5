"""The official code tables of an ICP filing.

Sources: the ministry-side filing form of 2023 and the mini-program filing API; `tables/sources.toml` has both.
Numbers that no source shows are None.
"""

from beian_validate.schema.term import Term


class OrderType(Term):
    """What the application asks for (备案类型)."""

    NEW_SUBJECT = (
        "new_subject",
        1,
        "首次备案",
        "first filing of a sponsor",
        "新增备案",
        "新增主体",
        "首次",
        "无主体新增备案",
    )
    NEW_WEBSITE = (
        "new_website",
        2,
        "新增网站",
        "new website for a filed sponsor",
        "新增互联网信息服务",
        "新增服务",
        "有主体新增网站",
        "新增APP",
    )
    ACCESS = "access", 3, "新增接入", "filed website moves to this provider", "接入备案", "接入"
    CHANGE = "change", None, "变更备案", "change of a filing", "变更", "变更主体", "变更网站", "变更备案信息"


class Nature(Term):
    """Nature of the sponsor (主办单位性质)."""

    DEFENCE = "defence", 1, "国防机构", "defence body", "军队"
    GOVERNMENT = "government", 2, "政府机关", "government organ"
    PUBLIC_INSTITUTION = "public_institution", 3, "事业单位", "public institution"
    ENTERPRISE = "enterprise", 4, "企业", "enterprise", "个体工商户", "个体户"
    INDIVIDUAL = "individual", 5, "个人", "individual"
    SOCIAL_ORGANISATION = "social_organisation", 6, "社会团体", "social organisation"
    PRIVATE_NON_ENTERPRISE = (
        "private_non_enterprise", 9, "民办非企业单位", "private non-enterprise unit", "民办非企业", "社会服务机构",
    )  # fmt: skip
    FOUNDATION = "foundation", 10, "基金会", "foundation"
    LAW_PRACTICE = "law_practice", 11, "律师执业机构", "law practice", "律师事务所"
    FOREIGN_CULTURAL_CENTRE = "foreign_cultural_centre", 12, "外国在华文化中心", "foreign cultural centre"
    MASS_ORGANISATION = "mass_organisation", 13, "群众性团体组织", "mass organisation", "群众团体"
    JUDICIAL_APPRAISAL = "judicial_appraisal", 14, "司法鉴定机构", "judicial appraisal body"
    RELIGIOUS_BODY = "religious_body", 15, "宗教团体", "religious body", "宗教活动场所"
    OVERSEAS_INSTITUTION = "overseas_institution", 16, "境外机构", "overseas institution"
    MEDICAL_INSTITUTION = "medical_institution", 17, "医疗机构", "medical institution"
    NOTARY_OFFICE = "notary_office", 18, "公证机构", "notary office", "公证处"
    COLLECTIVE_ECONOMY = "collective_economy", 19, "集体经济", "collective economic organisation", "农村集体经济组织"
    ARBITRATION = "arbitration", 20, "仲裁机构", "arbitration institution", "仲裁委员会"


class ContentType(Term):
    """Content of the service (服务内容)."""

    INSTANT_MESSAGING = "instant_messaging", 1, "即时通信", "instant messaging"
    SEARCH_ENGINE = "search_engine", 2, "搜索引擎", "search engine"
    GENERAL_PORTAL = "general_portal", 3, "综合门户", "general portal"
    WEB_MAIL = "web_mail", 4, "网上邮局", "web mail"
    ONLINE_NEWS = "online_news", 5, "网络新闻", "online news"
    BLOG = "blog", 6, "博客/个人空间", "blog or personal space", "博客", "个人空间"
    ADVERTISING = "advertising", 7, "网络广告/信息", "online advertising or information", "网络广告"
    ORGANISATION_PORTAL = "organisation_portal", 8, "单位门户网站", "organisation's own site", "单位门户"
    ONLINE_SHOPPING = "online_shopping", 9, "网络购物", "online shopping", "网上购物"
    ONLINE_PAYMENT = "online_payment", 10, "网上支付", "online payment"
    ONLINE_BANKING = "online_banking", 11, "网上银行", "online banking"
    STOCKS_AND_FUNDS = "stocks_and_funds", 12, "网上炒股/股票基金", "stocks and funds", "网上炒股", "股票基金"
    ONLINE_GAME = "online_game", 13, "网络游戏", "online game"
    ONLINE_MUSIC = "online_music", 14, "网络音乐", "online music"
    ONLINE_VIDEO = "online_video", 15, "网络影视", "online video"
    ONLINE_PICTURES = "online_pictures", 16, "网络图片", "online pictures"
    SOFTWARE_DOWNLOAD = "software_download", 17, "网络软件/下载", "software or downloads", "网络软件", "软件下载"
    JOB_SEEKING = "job_seeking", 18, "网上求职", "job seeking", "网上招聘"
    DATING = "dating", 19, "网上交友/婚介", "dating or matchmaking", "网上交友", "婚介"
    REAL_ESTATE = "real_estate", 20, "网上房产", "real estate"
    ONLINE_EDUCATION = "online_education", 21, "网络教育", "online education"
    SITE_BUILDING = "site_building", 22, "网站建设", "site building"
    WAP = "wap", 23, "WAP", "WAP"
    OTHER = "other", 24, "其他", "other", "其它"
    APP = "app", 28, "APP", "app", "移动应用"
    ONLINE_LENDING = "online_lending", 29, "网络借贷信息中介", "online lending intermediary"
    EQUITY_FINANCING = "equity_financing", 30, "互联网股权融资", "internet equity financing"
    ONLINE_INSURANCE = "online_insurance", 31, "互联网保险", "internet insurance"
    CROSS_SECTOR_FINANCE = (
        "cross_sector_finance", 32, "互联网跨界金融及资产管理", "cross-sector internet finance and asset management",
    )  # fmt: skip
    NON_BANK_PAYMENT = "non_bank_payment", 33, "网上非银支付", "non-bank online payment"
    BASIC_APPLICATION = "basic_application", 500, "基础应用", "basic application (group)"
    ONLINE_MEDIA = "online_media", 501, "网络媒体", "online media (group)"
    E_GOVERNMENT_AND_COMMERCE = (
        "e_government_and_commerce", 502, "电子政务/电子商务", "e-government and e-commerce (group)", "电子政务", "电子商务",
    )  # fmt: skip
    DIGITAL_ENTERTAINMENT = "digital_entertainment", 503, "数字娱乐", "digital entertainment (group)"


class PreApprovalCategory(Term):
    """Category of pre-approval or special approval (前置或专项审批内容)."""

    NEWS = "news", 1, "新闻", "news", "新闻类"
    PUBLISHING = "publishing", 2, "出版", "publishing", "出版类", "网络出版"
    EDUCATION = "education", 3, "教育", "education"
    HEALTH_CARE = "health_care", 4, "医疗保健", "health care"
    DRUGS_AND_MEDICAL_DEVICES = (
        "drugs_and_medical_devices", 5, "药品和医疗器械", "drugs and medical devices", "药品", "医疗器械", "药品医疗器械",
    )  # fmt: skip
    BULLETIN_BOARD = "bulletin_board", 6, "电子公告服务", "electronic bulletin service", "电子公告"
    BLOG = "blog", 7, "博客", "blog (historic)"
    WAP = "wap", 8, "WAP网站", "WAP site (historic)"
    CULTURE = "culture", 9, "文化", "culture", "文化类"
    BROADCASTING = (
        "broadcasting",
        10,
        "广播电影电视节目",
        "radio, film and television programmes",
        "广播电影电视",
        "视听节目",
        "广播电视",
    )
    RIDE_HAILING = "ride_hailing", 12, "网络预约车", "ride hailing", "网约车"
    INTERNET_FINANCE = "internet_finance", 13, "互联网金融", "internet finance"
    TUTORING = "tutoring", 14, "校外培训（高中及以下阶段）", "out-of-school training up to senior high"
    RELIGION = "religion", 15, "宗教", "religion"
    ONLINE_GAME = "online_game", None, "网络游戏", "online game", "游戏"


class ServiceType(Term):
    """Kind of internet information service (服务类型)."""

    WEBSITE_APPLICATION = "website_application", 1, "网站应用服务", "website service", "网站", "网站服务"
    APP_APPLICATION = "app_application", 6, "App应用服务", "app service", "APP"
    WECHAT_ACCOUNT = "wechat_account", None, "微信号应用服务", "WeChat official account service", "公众号"
    MINI_PROGRAM = "mini_program", 7, "小程序", "mini-program"
    QUICK_APP = "quick_app", 8, "快应用", "quick app"


class AccessMode(Term):
    """How the server is connected (网站接入方式)."""

    LEASED_LINE = "leased_line", 1, "专线", "leased line"
    COLOCATION = "colocation", 2, "主机托管", "server colocation", "服务器托管"
    VIRTUAL_HOST = "virtual_host", 3, "虚拟主机", "virtual host"
    OTHER = "other", 4, "其他方式", "other", "其他"
    CLOUD = "cloud", 5, "云接入", "cloud access", "云服务器", "云主机", "云服务", "云计算"


class Language(Term):
    """Language of the service (网站语言), as a BCP 47 tag."""

    SIMPLIFIED_CHINESE = "zh-Hans", 1, "中文简体", "Simplified Chinese", "简体中文", "zh", "zh-CN"
    TRADITIONAL_CHINESE = "zh-Hant", 2, "中文繁体", "Traditional Chinese", "繁体中文", "zh-TW", "zh-HK"
    UYGHUR = "ug", 3, "维吾尔语", "Uyghur"
    KAZAKH = "kk", 4, "哈萨克语", "Kazakh"
    KYRGYZ = "ky", 5, "柯尔克孜语", "Kyrgyz"
    MONGOLIAN = "mn", 6, "蒙古语", "Mongolian"
    TIBETAN = "bo", 7, "藏语", "Tibetan"
    ZHUANG = "za", 8, "壮语", "Zhuang"
    KOREAN = "ko", 9, "朝鲜语", "Korean", "韩语"
    YI = "ii", 10, "彝语", "Yi"
    MIAO = "hmn", 11, "苗语", "Miao"
    ENGLISH = "en", 12, "英语", "English", "英文", "en-US", "en-GB"
    JAPANESE = "ja", 13, "日语", "Japanese", "日文"
    FRENCH = "fr", 14, "法语", "French", "法文"
    RUSSIAN = "ru", 15, "俄罗斯语", "Russian", "俄语", "俄文"
    SPANISH = "es", 16, "西班牙语", "Spanish"
    ARABIC = "ar", 17, "阿拉伯语", "Arabic"
    OTHER = "und", None, "自定义", "another language", "其他"


class ServiceNumberState(Term):
    """State of the cloud product behind a service number (备案服务号状态)."""

    # Bound to an instance (已绑定) is how Alibaba calls a number that is ready; in use is one whose filing is under way.
    UNUSED = "unused", None, "未使用", "not yet used", "可用", "未绑定", "已绑定", "正常", "备案中", "使用中"
    USED = "used", None, "已使用", "already used", "已备案"
    CHANGED = "changed", None, "产品已变更", "product changed", "已修改", "产品已修改", "已变更"
    EXPIRED = "expired", None, "已过期", "expired", "已到期", "已失效", "已作废"


class AppKind(Term):
    """Kind of application (应用类别)."""

    APP = "app", 6, "APP", "app"
    MINI_PROGRAM = "mini_program", 7, "小程序", "mini-program"
    QUICK_APP = "quick_app", 8, "快应用", "quick app"


class PlatformKind(Term):
    """Operating system of an app (APP运行平台)."""

    ANDROID = "android", None, "安卓", "Android", "Android平台", "安卓平台"
    IOS = "ios", None, "iOS", "iOS", "苹果", "苹果平台"
    HARMONY = "harmony", None, "鸿蒙", "HarmonyOS", "HarmonyOS", "鸿蒙平台"
