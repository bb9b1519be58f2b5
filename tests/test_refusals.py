"""What consoles and reviewers write is recognised, and what is about something else is not."""

import re
from pathlib import Path
from typing import Any

import pytest
from cases import EXAMPLES, page
from refusal_pages import refusal_pages

from beian_validate import explain
from beian_validate.checks.han_variants import TRADITIONAL
from beian_validate.cli import main
from beian_validate.refusals import REASONS, Refusal, match, prevented_by, refusals
from beian_validate.rules import all_rules
from beian_validate.schema.application import Application
from beian_validate.tables.bibliography import source
from beian_validate.tree import field_at

ALL = refusals()
CODES = {str(rule.code) for rule in all_rules()}
each_refusal = pytest.mark.parametrize("refusal", ALL, ids=[refusal.id for refusal in ALL])

PARAPHRASES = [
    ("老师您好，系统提示我填的备案服务号查不到，说不存在怎么办", "sn-not-exist"),
    ("服务号复制过去后提示号码不存在", "sn-not-exist"),
    ("公司名称跟工商登记的信息对不上，提示不一致", "subject-registry-mismatch"),
    ("产品被修改了，备案没法提交", "sn-product-changed"),
    ("打开网站显示暂时无法访问，可是备案已经通过了", "site-temporarily-unreachable"),
    ("我的域名后缀不能备案吗？页面说不支持", "tld-unsupported"),
    ("提示域名还没做实名认证", "domain-not-realname-shown"),
    ("授权码填进去显示无效", "auth-code-invalid"),
    ("这台服务器的备案次数用完了，达到最大使用次数", "resource-max-used"),
    ("账号里有一个进行中的备案订单，无法新建", "order-in-progress"),
    ("备案入口在哪里，控制台里找不到", "entry-missing"),
    ("初审说我的备案类型选错了", "filing-type-wrong"),
    ("域名的所有人跟主办单位不是同一个，被退回", "holder-mismatch"),
    ("域名注册商没有得到工信部的批复", "registrar-not-approved"),
    ("域名到期了，已过期", "domain-expired"),
    ("备案没通过之前网站就已经可以访问，请先关闭", "resolves-while-pending"),
    ("网站名称不规范，请修改网站名称后再提交", "name-bad"),
    ("网站名称全是英文，不行", "name-pure-alnum"),
    ("个人网站的名称里面有企业性质的字样", "name-individual-org"),
    ("名称带了“中国”字头，需要去掉", "name-state-words"),
    ("网站名称和主办单位看不出关联", "name-unrelated"),
    ("备案的省份和证件上的地址不一致，属于跨省", "cross-province"),
    ("涉及前置审批，需要提供前置审批文件", "preapproval-missing"),
    ("管局驳回：主体名下已备案的网站打不开", "site-filed-not-open"),
    ("首页底部没有挂备案号", "footer-number-missing"),
    ("备案号没有加链接到工信部网站", "footer-link-missing"),
    ("公安备案号没有悬挂", "ps-number-missing"),
    ("人脸识别一直失败", "face-fail"),
    ("上传的身份证照片不清晰，看不清字", "idcard-unclear"),
    ("身份证已经过期了，请换证", "cert-expired"),
    ("证件的有效期剩下不到三个月", "cert-near-expiry"),
    ("主体负责人必须是法人，填的不是法人", "not-legal-rep"),
    ("没有上传授权书", "letter-missing"),
    ("手机号归属地不在备案省份", "phone-area"),
    ("给您打电话一直没有人接听，联系不上", "phone-unreachable"),
    ("这个手机号在别的主体备案中使用过", "phone-used-other"),
    ("两个负责人的手机号码和邮箱一样，不能相同", "two-principals-same-data"),
    ("紧急联系电话跟本人手机号相同", "emergency-same"),
    ("通讯地址不够详细，请具体到门牌号", "address-not-detailed"),
    ("企业被列入经营异常，无法备案", "unit-abnormal"),
    ("承诺书上没有盖章", "commit-unsigned"),
    ("短信验证没有在24小时以内完成，被退回来了", "sms-timeout"),
    ("一直没有收到工信部的核验短信", "sms-not-received"),
    ("提示要等待其他核验人", "sms-wait-other"),
    ("管局退回，原因是网站主办者冲突", "sponsor-conflict"),
    ("订单过了45天自动失效", "order-expired"),
    ("域名在其他家已经备案，但是没有在这里接入", "needs-access-filing"),
    ("网页标题跟备案的名称不一样，不一致", "title-mismatch"),
    ("安卓的签名MD5填得不对", "app-sign-wrong"),
    ("小程序的主体和主办者不一致", "mini-subject-mismatch"),
    ("字段里含有非法的字符", "miit-5008"),
    ("单位已经改名，名称发生了变更", "audit-name-changed"),
    ("解析的IP地址不是接入商的", "not-access-provider-ip"),
    ("The service number you entered does not exist, please check", "sn-not-exist"),
    ("Sorry, your domain has not passed the real-name verification", "domain-not-realname-shown"),
    ("The filing number is not shown at the bottom of the home page", "footer-number-missing"),
    ("The domain owner differs from the organizer", "holder-mismatch"),
    ("Dear user, the suffix of this domain is not supported", "tld-unsupported"),
    ("An order is already in progress in this account", "order-in-progress"),
    ("The SMS verification has timed out", "sms-timeout"),
]

UNRELATED = [
    "", " ", "？？？", "你好", "今天天气很好，我们去公园散步吧", "请问什么时候发货，快递到哪里了", "红烧肉怎么做才好吃",
    "会议改到下午三点，请带上季度报表", "这首歌真好听", "打印机卡纸了", "The quick brown fox jumps over the lazy dog",
    "Your parcel will arrive tomorrow", "npm ERR! code ENOENT", "python: can't open file", "12345", "2026年11月24日",
    "明天下午停水", "\ud800\x00", "🎉🎉🎉",
]  # fmt: skip

SEVERAL = "尊敬的用户您好！您的备案申请未通过：1.网站名称不合格；2、身份证过期 3）电话无人接听。感谢您的配合"


def found(text: str) -> list[str]:
    """The refusals that a text may mean."""
    return [hit.refusal.id for hit in match(text)]


@each_refusal
def test_its_own_words_find_it_first(refusal: Refusal) -> None:
    """Each key alone, and all together."""
    assert found("，".join(refusal.keys))[0] == refusal.id
    for key in refusal.keys:
        assert found(key)[0] == refusal.id, key


@pytest.mark.parametrize(("text", "wanted"), PARAPHRASES)
def test_it_is_found_in_other_words(text: str, wanted: str) -> None:
    """People retell messages in their own words; the reason is among the first three."""
    assert wanted in found(text)[:3]


@pytest.mark.parametrize("text", UNRELATED)
def test_another_subject_is_no_match(text: str) -> None:
    """A text about something else gives nothing rather than a guess."""
    assert found(text) == []


@each_refusal
def test_dress_does_not_matter(refusal: Refusal) -> None:
    """Courtesy, traditional characters, full width and blanks change nothing."""
    simplified = {right: wrong for wrong, right in TRADITIONAL.items()}
    dressed = "".join(simplified.get(character, character) for character in refusal.message)
    dressed = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and not c.isalnum() else c for c in dressed)
    assert refusal.id in found(f"尊敬的用户您好，{dressed} ，谢谢！")[:3]


@each_refusal
def test_a_cut_off_message_is_found(refusal: Refusal) -> None:
    """A message that lost its last fifth still says what it is about."""
    if len(refusal.message) >= 8:
        assert refusal.id in found(refusal.message[: len(refusal.message) * 4 // 5])


def test_several_reasons_are_all_found() -> None:
    """A list of reasons gives each of them."""
    assert {"name-bad", "cert-expired", "phone-unreachable"} <= set(found(SEVERAL))


@pytest.mark.parametrize("text", ["1005", "错误码：1005", "return code 1005", "管局返回码1005，域名冲突"])
def test_the_ministrys_numbers_are_known(text: str) -> None:
    """By number alone, or with a word before it."""
    assert found(text)[0] == "domain-conflict"


@pytest.mark.parametrize("text", ["1005元", "成立于1005年", "电话 0571-1005"])
def test_not_every_number_is_a_code(text: str) -> None:
    """An amount, a year, a part of a phone number."""
    assert "domain-conflict" not in found(text)


LONG = (
    "【阿里云】尊敬的用户，您的备案订单（订单号20261234567）未通过初审，原因：网站名称不符合要求，请修改为与主办单位相关的名称；"
    "域名持有者与主办单位不一致，请过户后重新提交。如有疑问请致电95187转3。"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LONG, ["name-bad", "holder-mismatch"]),
        (
            "1、主办单位证件地址与营业执照不一致，请核实修改 2、请上传网站负责人授权书",
            ["cert-address-wrong", "letter-missing"],
        ),
        ("【工信部】您的备案申请因未在24小时内完成短信核验被退回，请联系接入服务商重新提交。", ["sms-timeout"]),
        ("The website name is not compliant. Please modify it.", ["name-bad"]),
    ],
)
def test_whole_messages_are_read(text: str, wanted: list[str]) -> None:
    """Letters with order numbers, names of senders and help lines lead to what they say."""
    assert set(found(text)[: len(wanted)]) == set(wanted)


def test_long_texts_end() -> None:
    """A megabyte is cut, not worked through."""
    assert isinstance(match("备案" * 500_000), tuple)


@each_refusal
def test_the_entry_is_complete(refusal: Refusal) -> None:
    """Cause and steps in both languages, sources that exist, and codes or a reason why there are none."""
    assert all(refusal.cause[lang].strip() for lang in ("zh", "en"))
    assert 2 <= len(refusal.steps["zh"]) == len(refusal.steps["en"]) <= 4
    assert refusal.certainty in ("literal", "documented", "derived")
    assert refusal.stage in ("console", "provider_review", "authority_review", "miit_system", "sms", "after_filing")
    assert bool(refusal.rules) != bool(refusal.reason)
    assert not refusal.reason or refusal.reason in REASONS
    assert refusal.sources
    for identifier in refusal.sources:
        source(identifier)


@each_refusal
def test_its_rules_exist(refusal: Refusal) -> None:
    """A refusal names no code that no rule has."""
    assert set(refusal.rules) <= CODES


@each_refusal
def test_its_field_exists(refusal: Refusal) -> None:
    """The pointer pattern leads to a field of the application."""
    if refusal.field:
        assert field_at(Application, refusal.field.replace("*", "0"))


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_rule_prevents_what_names_it(code: str) -> None:
    """The way back from a rule leads to the refusals that name it, and to no others."""
    assert prevented_by(code) == tuple(dict.fromkeys(refusal.message for refusal in ALL if code in refusal.rules))


def test_the_keys_are_short() -> None:
    """Keys are what is looked for, not whole pages."""
    assert all(4 <= len(key) <= 80 for refusal in ALL for key in refusal.keys)
    assert not [key for refusal in ALL for key in refusal.keys if re.search(r"[。\n]", key)]


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_lists_what_the_rule_prevents(code: str) -> None:
    """The words of a rule name exactly the messages of the refusals that name it."""
    assert tuple(page(code).get("prevents", ())) == prevented_by(code), "run `python3 dev.py generate`"


def explained(capfd: Any, *arguments: str) -> tuple[int, str]:
    """Status and output of `explain`."""
    status = main(["explain", *arguments])
    return status, capfd.readouterr().out


@pytest.mark.parametrize(("lang", "word"), [("zh", "处理步骤"), ("en", "What to do")])
def test_a_message_is_explained(capfd: Any, lang: str, word: str) -> None:
    """With cause, steps, field, codes and source, in both languages; the function says the same."""
    status, text = explained(capfd, "您输入的备案服务号不存在，请检查输入是否正确", "--lang", lang)
    assert status == 0
    assert text == explain("您输入的备案服务号不存在，请检查输入是否正确", lang=lang)
    assert all(part in text for part in (word, "/websites/*/service_number/value", "SVC003"))


@pytest.mark.parametrize(("lang", "word"), [("zh", "没有认出"), ("en", "No known refusal")])
def test_no_match_is_said_honestly(capfd: Any, lang: str, word: str) -> None:
    """With status 3: it could not be decided."""
    status, text = explained(capfd, "今天天气很好", "--lang", lang)
    assert (status, word in text) == (3, True)


def test_why_no_rule_finds_it_is_told() -> None:
    """A refusal without a code gives the reason."""
    assert REASONS["picture"]["en"] in explain("人脸识别失败", lang="en")


def test_a_rule_names_what_it_prevents() -> None:
    """The page of a rule lists the messages."""
    assert "您输入的备案服务号不存在，请检查输入是否正确" in explain("SVC003")


def test_the_application_shows_its_suspects(capfd: Any) -> None:
    """Which suspected fields are wrong, or that none is."""
    cut_off = str(EXAMPLES / "enterprise-service-number-cut-off.json")
    good = str(EXAMPLES / "enterprise-zhejiang-aliyun.json")
    text = "备案服务号不存在"
    told = ("--as-of", "2026-03-01", "--lang", "en", "--application")
    assert "/websites/0/service_number/value SVC003" in explained(capfd, text, *told, cut_off)[1]
    assert "nothing wrong is found" in explained(capfd, text, *told, good)[1]
    assert main(["explain", text, "--application", "nowhere.json"]) == 2


def test_every_refusal_has_its_place_in_the_pages() -> None:
    """The entry page leads to each of them, and each page links only rules that exist."""
    entry, *pages = refusal_pages(Path("docs")).values()
    told = "\n".join(pages)
    for refusal in ALL:
        assert f"rules/refusals/{refusal.stage}.md#{refusal.id})" in entry
        assert told.count(f'<a id="{refusal.id}"></a>') == 1
    assert set(re.findall(r"\(\.\./([A-Z]{3}[0-9]{3})\.md\)", told)) <= CODES
    assert all(entry.count(f"#{refusal.id})") == (1 if refusal.rules else 2) for refusal in ALL)
