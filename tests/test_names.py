"""Names of sites: what holds a listed word without meaning it stays clean, what means it is told."""

from typing import Any

import pytest
from cases import AS_OF, load, patched

from beian_validate.finding import Severity
from beian_validate.law.lexicons import words_in_name
from beian_validate.law.pre_approvals import words_in, words_in_sponsor, words_in_text
from beian_validate.rules.denial import denies, offered
from beian_validate.rules.relation import is_explained, is_related
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import PreApprovalCategory
from beian_validate.tables import table
from beian_validate.validator import Validator

CODES = ("NAM", "PRE")
HARMLESS_OF_ORGANISATIONS = """
中央空调 中央厨房 机器人大赛 达人大会 巨人大厦 老人大学 私人大提琴 无人大棚 人民广场店 中华路店 渔人民宿 旅人民宿
万国家居 外国家具 安全国际认证 高中国际部 空中国际港 爱国家园 书法国画 穿越南极旅行 今朝鲜花 尚美国际 华泰国际 精英国际
厚德国学 每日本草 今日本地 办公安防 书法院 消毒品 成人礼服 反腐蚀 特色情怀 景色情缘 云博彩印 球迷信息 世纪检测 微信访谈
思维权重 联合国际 社交流量 在线检测仪 在线监测 交流充电桩 社区服务 社区养老 合作社区域 服务器托管 主机托管 中文学习
作文学堂 人文学院 天文学 升学报考 留学报名 跆拳道教学 茶道教室 司法会计 财经文化 轨道观测 今日报价 充电台灯 物联网校园
大家教育 专家教授 诚信托运 海外汇 定期货运 经典当代家具 代理财税 环保理念 预约车位 微小说明书 图表演示 木头条 视频会议
视频监控 电视墙 音乐喷泉 艺术品鉴 图书馆设备 保险柜 种子银行 公共广播 家庭影院 电竞椅 儿童游戏桌
五金融合件 托管柜 快讯通电缆 日本豆腐 联合国旗厂 英国管乐器 期货箱
""".split()
HARMLESS_OF_INDIVIDUALS = """
在水中央 私人大厨手记 渔人民谣手记 高中国文笔记 初中国画日记 时空间隙 天平台阶记 心中心事 办公司机日记 编组织物手记
社交流水账 存在线索集 实在线条手记 飞机构造手记 我学会做饭了 学会说晚安 广大众生相 杂技术语集 文科技巧集 大学校园手记
我的大学报到日记 五音乐理札记 采购见闻 木棉服务器折腾记
假设计算草稿 春游戏水手记
""".split()


def told(base: str, name: str, **more: Any) -> dict[str, Severity]:
    """The codes about names and pre-approvals that an application with this site name gets, with their severity."""
    patch = {"/websites/0/name": name, **{f"/websites/0/{field}": value for field, value in more.items()}}
    report = Validator(as_of=AS_OF).validate(patched(load(base), patch))
    return {str(found.code): found.severity for found in report.findings if str(found.code).startswith(CODES)}


@pytest.mark.parametrize("name", HARMLESS_OF_ORGANISATIONS)
def test_a_word_across_a_border_is_no_word(name: str) -> None:
    """机器人大赛 is no people's congress, and 跆拳道教学 no Taoism."""
    assert told("enterprise", f"云栖示例{name}") == {}


@pytest.mark.parametrize("name", HARMLESS_OF_INDIVIDUALS)
def test_nor_in_the_name_of_an_individual(name: str) -> None:
    """The longer lists for individuals know borders too."""
    assert told("individual", name) == {}


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("中国云栖示例", "NAM020", Severity.ERROR),
        ("云栖示例中国", "NAM020", Severity.ERROR),
        ("云栖示例（中国）", "NAM020", Severity.ERROR),
        ("云栖国家示例", "NAM020", Severity.WARNING),
        ("中國云栖示例", "NAM020", Severity.ERROR),
        ("中 国云栖示例", "NAM020", Severity.ERROR),
        ("云栖示例人大网", "NAM020", Severity.ERROR),
        ("云栖示例人大专项", "NAM020", Severity.WARNING),
        ("云栖示例反腐", "NAM021", Severity.ERROR),
        ("云栖示例新聞", "PRE001", Severity.WARNING),
        ("云栖示例银行", "PRE001", Severity.WARNING),
        ("云栖示例影视设备", "PRE001", Severity.ADVICE),
    ],
)
def test_a_word_that_is_meant_is_told(name: str, code: str, severity: Severity) -> None:
    """At the start or end of a name it is an error, inside it may be two halves."""
    assert told("enterprise", name).get(code) == severity


@pytest.mark.parametrize("table_name", ["site_names", "pre_approvals"])
def test_a_harmless_word_holds_a_listed_one(table_name: str) -> None:
    """Otherwise it would do nothing; and none is listed itself."""
    content = table(table_name)
    rows = content["words"] if table_name == "site_names" else content["categories"]
    listed = {word for row in rows for key in ("words", "name_words") for word in row.get(key, ())}
    harmless = {word for row in content["harmless"] for word in row["words"]}
    assert not {word for word in harmless if not any(one in word for one in listed)}
    assert not harmless & listed


SPONSORS = ("/sponsor/name", "/sponsor/investor", "/sponsor/registry_record/name", "/websites/0/domains/0/holder/name")


def of_sponsor(sponsor: str, name: str, **more: Any) -> dict[str, Severity]:
    """The same for a sponsor of that name."""
    data = patched(load("enterprise"), dict.fromkeys(SPONSORS, sponsor))
    data = patched(data, {"/websites/0/name": name, **{f"/websites/0/{key}": value for key, value in more.items()}})
    report = Validator(as_of=AS_OF).validate(data)
    return {str(found.code): found.severity for found in report.findings if str(found.code).startswith(CODES)}


@pytest.mark.parametrize(
    ("sponsor", "name", "is_told"),
    [
        ("杭州云中国际旅行社有限公司", "中国云旅行社", True),
        ("杭州聚达人大数据科技有限公司", "人大聚达数据网", True),
        ("宁波恒凉中央空调工程有限公司", "中央恒凉", True),
        ("示例县人民医院有限公司", "人民示例网", True),
        ("示例县人民医院有限公司", "示例县人民医院", False),
        ("杭州市西湖区示例社区居民委员会", "西湖区示例社区", False),
        ("中国示例石化浙江有限公司", "中国示例石化", False),
        ("中国示例石化浙江有限公司", "示例石化中国", False),
    ],
)
def test_only_a_word_of_the_registered_name_is_its_own(sponsor: str, name: str, is_told: bool) -> None:
    """It must stand there as a word, at the beginning or beside the same character."""
    assert ("NAM020" in of_sponsor(sponsor, name)) == is_told


def test_a_word_of_the_registered_name_still_asks_for_the_licence() -> None:
    """The name lowers it at most to advice, and content makes it an error."""
    name = "杭州示例新闻有限公司"
    assert of_sponsor(name, "示例新闻").get("PRE001") == Severity.WARNING
    assert of_sponsor(name, "示例新闻", content_types=["online_news"]).get("PRE002") == Severity.ERROR
    assert of_sponsor("浙江示例大药房有限公司", "示例大药房") == {"PRE001": Severity.ADVICE}
    assert of_sponsor("中国示例银行股份有限公司杭州分行", "中国示例银行杭州分行") == {}


@pytest.mark.parametrize("categories", [["以上都不涉及"], [{"category": "无"}], [{"category": 0}], "none"])
def test_none_of_them_is_the_empty_list(categories: Any) -> None:
    """The option of the form that no pre-approval is concerned is an answer, not a wrong term."""
    data = patched(load("enterprise"), {"/websites/0/pre_approvals": categories})
    assert Validator(as_of=AS_OF).validate(data).findings == ()


@pytest.mark.parametrize("other", [["无", {"category": "news", "licence_number": "33120250001"}], [1.5]])
def test_none_beside_others_has_a_wrong_shape(other: Any) -> None:
    """It excludes the others."""
    data = patched(load("enterprise"), {"/websites/0/pre_approvals": other})
    assert Validator(as_of=AS_OF).validate(data).findings


def test_an_unknown_category_is_told_alone() -> None:
    """Which one is declared has to be told before the name is asked about."""
    approvals = [{"licence_number": "33120250001"}]
    assert told("enterprise", "云栖示例新闻", pre_approvals=approvals) == {"PRE010": Severity.ERROR}


def test_a_game_is_declared_under_publishing() -> None:
    """The form has no option of its own for it."""
    approvals = [{"category": "publishing", "licence_number": "国新出审〔2024〕1234号"}]
    assert told("enterprise", "云栖示例游戏", content_types=["online_game"], pre_approvals=approvals) == {}


@pytest.mark.parametrize(
    ("number", "code"),
    [("办理中", "PRE011"), ("/", "PRE011"), ("ISBN 978-7-498-12345-6", ""), ("国新出审〔2024〕１２３４号", "")],
)
def test_a_licence_number_is_no_filler(number: str, code: str) -> None:
    """What says nothing is missing; blanks and widths are not judged."""
    approvals = [{"category": "online_game", "licence_number": number}]
    data = patched(load("enterprise"), {"/websites/0/pre_approvals": approvals, "/materials": []})
    codes = {str(found.code) for found in Validator(as_of=AS_OF).validate(data).findings}
    assert codes == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("网站发布时政新闻，本单位不从事房地产业务。", False),
        ("网站展示产品，不从事该业务，不涉及前置审批内容。", True),
        ("不涉及新闻、出版、药品等内容。", True),
        ("已咨询省网信办，答复无需办理许可。", True),
        ("不涉及前置审批内容。", False),
    ],
)
def test_a_denial_names_the_trade(text: str, is_denied: bool) -> None:
    """That some other trade, or no pre-approval, is concerned denies nothing."""
    assert denies(text, PreApprovalCategory.NEWS) == is_denied


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("提供电影和电视剧在线点播服务。", ["电影", "电视剧", "点播"]),
        ("本站为非经营性网站，提供电影和电视剧在线观看。", ["电影", "电视剧"]),
        ("不提供电影播放。", []),
        ("提供影视后期软件和设备。", []),
        ("发布公司新闻动态。", []),
        ("茶山直播由第三方平台进行，本网站不含直播。", []),
        ("茶山直播由第三方平台提供，本网站不含直播。", []),
        ("茶山直播由第三方平台提供，本网站不含药品。", ["直播"]),
        ("提供在线直播。", ["直播"]),
        ("网站开设在线直播，欢迎光临。", ["直播"]),
        ("茶山直播回顾。", []),
        ("网站提供电影在线观看，不提供新闻。", ["电影"]),
        ("网上药店，销售处方药和非处方药。", ["处方", "处方"]),
        ("无广告且提供电影在线观看。", ["电影"]),
        ("漫画连载平台。", ["漫画"]),
        ("棋牌游戏大厅。", ["棋牌", "游戏"]),
        ("短视频在抖音平台发布，本网站不含视频。", []),
        ("中小学课桌椅商城。", []),
        ("景区视频监控平台。", []),
        ("避免涉及影视点播，谢绝发布新闻。", []),
    ],
)
def test_what_is_on_offer(text: str, words: list[str]) -> None:
    """Neither what is denied nor what only supplies a trade."""
    assert [word for word, _ in offered(text)] == words


@pytest.mark.parametrize(
    ("site", "sponsor", "related"),
    [
        ("北大官网", "北京大学", True),
        ("海口工会", "海口市总工会", True),
        ("浙江生活", "浙江云栖有限公司", False),
        ("杭州美食", "浙江杭州云栖有限公司", False),
        ("Yunqi商城", "杭州Yunqi科技有限公司", True),
        ("飞鸟与鱼", "杭州云栖有限公司", False),
    ],
)
def test_names_are_related_by_more_than_a_place(site: str, sponsor: str, related: bool) -> None:
    """A pair of characters, a Latin word or an abbreviation."""
    assert is_related(site, sponsor) == related


@pytest.mark.parametrize(
    ("remark", "explained"),
    [
        ("飞鸟与鱼为本单位自有产品。", True),
        ("网站名称为本公司注册商标。", True),
        ("展示公司自研软件产品。", False),
        ("飞鸟与鱼网展示文具，公司自有品牌丰富。", False),
    ],
)
def test_a_remark_explains_the_name_in_one_breath(remark: str, explained: bool) -> None:
    """A product somewhere in the text explains nothing."""
    assert is_explained("飞鸟与鱼", remark) == explained


@pytest.mark.parametrize(
    ("name", "codes"),
    [("测试", {"WEB010"}), ("无", {"WEB010"}), ("0" * 12, {"NAM003"}), ("木棉", {"NAM001"}), ("木棉 手记", {"NAM039"})],
)
def test_a_filler_is_missing_and_not_ill_formed(name: str, codes: set[str]) -> None:
    """A long run of marks is no filler word, and its form is told."""
    report = Validator(as_of=AS_OF, select="WEB010,NAM").validate(
        patched(load("individual"), {"/websites/0/name": name})
    )
    assert {str(found.code) for found in report.findings} == codes


def test_a_blank_goes_and_foreign_words_keep_theirs() -> None:
    """Only what stands between Chinese characters is told, and taken out."""
    data = patched(load("enterprise"), {"/websites/0/name": "云栖 示例  科技 Yunqi Tech"})
    (found,) = Validator(as_of=AS_OF, select="NAM039").validate(data).findings
    assert found.fix
    assert found.fix.patch[0].value == "云栖示例科技 Yunqi Tech"
    assert (found.params["position"], found.params["count"]) == (3, 2)


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [
        ("杭州新闻路汽修", False),
        ("新闻北路汽修", False),
        ("金融街汽修", False),
        ("游戏巷茶馆", False),
        ("杭州新闻汽修路演", True),
        ("音乐路演", True),
        ("音乐街舞", True),
    ],
)
def test_a_road_is_no_trade(name: str, is_asked: bool) -> None:
    """A word of a trade before 路, 街 or 巷 names a road."""
    assert bool(words_in(name)) == is_asked


def test_where_words_are_looked_for() -> None:
    """A bank is asked about in the name of a site, not in its own; a company's news only in a name."""
    assert words_in("示例银行")
    assert not words_in_sponsor("示例银行股份有限公司")
    assert not words_in_text("发布公司新闻")
    assert words_in_name("SCIENCE BBS")


def elsewhere(base: str, province: str, **more: Any) -> dict[str, Severity]:
    """All codes of an application filed in some province."""
    patch = {pointer.replace("__", "/"): value for pointer, value in more.items()}
    report = Validator(as_of=AS_OF).validate(patched(load(base), {"~move": province, **patch}))
    return {str(found.code): found.severity for found in report.findings}


NAME, REMARK = "__websites__0__name", "__websites__0__remark"


def test_a_province_that_wants_a_personal_page_gets_one() -> None:
    """Jiangsu asks for somebody's personal home page: neither its words nor the name are refused there."""
    person = load("individual")["sponsor"]["name"]
    assert elsewhere("individual", "32", **{NAME: f"{person}的个人主页"}) == {"NAM030": Severity.ADVICE}
    for name in ("梧桐树工作室", "溪边导航", "前端爱好者", "溪边的个人网站"):
        assert elsewhere("individual", "32", **{NAME: name})["NAM026"] == Severity.ERROR
    assert elsewhere("individual", "32", **{NAME: f"{person}手记"}) == {"NAM030": Severity.ERROR}


def test_where_a_province_refuses_a_word_it_speaks_alone() -> None:
    """Sichuan wants the approval itself, no statement."""
    codes = elsewhere("enterprise", "51", **{NAME: "云栖示例游戏"})
    assert codes["PRV051"] == Severity.ERROR
    assert "PRE001" not in codes
    assert "PRV051" not in elsewhere("enterprise", "51", **{NAME: "云栖示例游戏桌"})


def test_a_remark_may_be_enough_for_an_unrelated_name() -> None:
    """Guangxi wants the content described where the name does not tell."""
    told_there = elsewhere("enterprise", "45", **{NAME: "飞鸟与鱼", REMARK: "网站展示文具，无任何互动功能。"})
    assert "NAM032" not in told_there


def test_a_topic_is_told_once() -> None:
    """Guizhou refuses forums of individuals, and says so in place of the general article."""
    codes = elsewhere("individual", "52", **{REMARK: "网站是本人的读书论坛，记录读书心得和植物笔记。"})
    assert set(codes) == {"PRV063"}


def test_an_approved_topic_is_no_question() -> None:
    """Hebei asks for an approval; here is one."""
    approvals = [{"category": "news", "licence_number": "33120250001"}]
    codes = elsewhere(
        "enterprise", "13", __websites__0__description="设有用户论坛。", __websites__0__pre_approvals=approvals
    )
    assert "PRV064" not in codes


def test_an_a_label_is_read() -> None:
    """中国 in Punycode is 中国; what cannot be read stays as it is."""
    domain = "__websites__0__domains__0__name"
    assert "PRV041" in elsewhere("enterprise", "11", **{domain: "xn--fiqs8sgxemnu.cn"})
    assert "PRV041" not in elsewhere("enterprise", "11", **{domain: "xn--99999999999.cn"})


def test_a_pledge_or_denial_settles_the_scope() -> None:
    """Where the province takes pledges; Hubei does not."""
    scope = {"__sponsor__business_scope": "软件开发；投资管理。"}
    pledge = [{"kind": "finance_pledge", "about": "/sponsor", "file": "承诺书.pdf"}]
    denial = {REMARK: "网站展示公司自研软件产品与联系方式，不从事金融业务。"}
    assert elsewhere("enterprise", "33", **scope)["PRE006"] == Severity.WARNING
    assert "PRE006" not in elsewhere("enterprise", "33", **scope, **denial)
    assert "PRE006" not in elsewhere("enterprise", "33", **scope, __materials=pledge)
    assert "PRE006" in elsewhere("enterprise", "42", **scope, __materials=pledge)


@pytest.mark.parametrize("scope", ["未经金融等监管部门批准，不得从事融资担保", "投资管理（不得从事证券业务）除外"])
def test_what_a_scope_excludes_is_not_done(scope: str) -> None:
    """The usual sentence of a licence about finance is no finance."""
    assert "PRE006" not in elsewhere("enterprise", "33", __sponsor__business_scope=f"软件开发（{scope}）；企业管理。")


def test_only_a_public_institution_may_run_its_governments_site() -> None:
    """The media centre of a county is asked, a company refused."""
    assert elsewhere("institution", "42", **{NAME: "示例县人民政府网"})["NAM022"] == Severity.WARNING
    assert elsewhere("enterprise", "33", **{NAME: "示例县人民政府网"})["NAM022"] == Severity.ERROR


def test_a_mini_program_of_an_individual_is_not_commercial() -> None:
    """The same word is nothing in the name of an organisation's."""
    assert any(row.scope == "mini_program" for _, rows in words_in_name("火锅预约") for row in rows)
    assert "NAM026" not in told("individual", "火锅手记")


def test_finance_in_a_domain_is_asked_where_no_province_asks() -> None:
    """Shanghai has a list of its own; a domain alone has no service."""
    domain = {"__websites__0__domains__0__name": "yunqi-licai.cn", "__websites__0__home_urls": ["www.yunqi-licai.cn"]}
    assert "PRE021" in elsewhere("enterprise", "33", **domain)
    assert "PRE021" not in elsewhere("enterprise", "31", **domain)
    report = Validator(as_of=AS_OF).validate(Domain(name="yunqi-licai.cn"))
    assert "PRE021" not in {str(found.code) for found in report.findings}


def test_a_place_of_the_registered_name_is_its_own() -> None:
    """An organisation may be called after the place that its name holds."""
    assert "NAM031" not in of_sponsor("浙江云栖示例科技（杭州）有限公司", "浙江网")
    assert "NAM031" in of_sponsor("浙江云栖示例科技（杭州）有限公司", "江苏网")
