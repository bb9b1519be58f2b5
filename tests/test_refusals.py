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
from beian_validate.recognition import match
from beian_validate.refusals import REASONS, Refusal, prevented_by, refusals
from beian_validate.rules import all_rules
from beian_validate.schema.application import Application
from beian_validate.tables import table
from beian_validate.tables.bibliography import source
from beian_validate.tree import field_at

ALL = refusals()
CODES = {str(rule.code) for rule in all_rules()}
each_refusal = pytest.mark.parametrize("refusal", ALL, ids=[refusal.id for refusal in ALL])

MESSAGES = Path(__file__).parent / "messages"
KNOWN = [line.split("\t") for line in (MESSAGES / "known.tsv").read_text("utf-8").splitlines()]
"""The refusal and a message in other words than its keys; composed by hand, none is a quotation of a provider."""
OTHER = (MESSAGES / "other.txt").read_text("utf-8").splitlines()
"""Good news, bare nouns and verdicts, questions, and the troubles of other systems."""

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


@pytest.mark.parametrize(("wanted", "text"), KNOWN)
def test_it_is_found_in_other_words(wanted: str, text: str) -> None:
    """Reviewers and owners use their own words; the reason is the first, or second where two are named."""
    assert wanted in found(text)[:2]


def test_the_first_answer_is_nearly_always_right() -> None:
    """Two messages of the table name two reasons; no other answer comes second."""
    second = [text for wanted, text in KNOWN if found(text)[0] != wanted]
    assert len(second) <= 3, second


def test_the_messages_cover_every_stage() -> None:
    """Whoever adds a refusal adds a message."""
    stages = {refusal.id: refusal.stage for refusal in ALL}
    assert {stages[wanted] for wanted, _ in KNOWN} == set(stages.values())
    assert len({text for _, text in KNOWN}) == len(KNOWN) >= 150
    assert len(set(OTHER)) == len(OTHER) >= 60


@pytest.mark.parametrize("text", OTHER)
def test_what_is_no_refusal_gets_no_answer(text: str) -> None:
    """Silence rather than a guess."""
    assert found(text) == []


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("text", "word"), [("营业执照", "“"), ("不合格", "“"), ("1001", "1001"), ("99999", "99999")])
def test_a_bare_word_or_an_unknown_code_is_told_as_such(capfd: Any, text: str, word: str, lang: str) -> None:
    """The whole sentence is asked for; a number is no rule with a slip."""
    status, said = explained(capfd, text, "--lang", lang)
    assert (status, word in said, "WVR" in said) == (3, True, False)


WORDS = table("refusal_words")


@each_refusal
def test_a_refusal_is_recognised_by_an_object_and_a_verdict(refusal: Refusal) -> None:
    """No pattern is a bare noun, and every concept is defined."""
    for line in WORDS["says"][refusal.id]:
        concepts = {concept.removeprefix("-") for concept in line.split()}
        assert concepts <= WORDS["about"].keys() | WORDS["verdicts"].keys()
        assert {concept for concept in line.split() if concept in WORDS["verdicts"]}, line


def test_the_table_of_words_is_tidy() -> None:
    """Concepts stand in order, each in one part, each used; nothing is said of a refusal that does not exist."""
    about, verdicts, says = WORDS["about"], WORDS["verdicts"], WORDS["says"]
    assert list(about) == sorted(about)
    assert list(verdicts) == sorted(verdicts)
    assert not about.keys() & verdicts.keys()
    assert {c.removeprefix("-") for lines in says.values() for line in lines for c in line.split()} == {
        *about,
        *verdicts,
    }
    assert says.keys() == {refusal.id for refusal in ALL}
    assert len(WORDS["traditional"]["more"]) % 2 == 0


def test_several_reasons_are_parted() -> None:
    """What one reason says of its object is not taken for the verdict on another."""
    assert found("身份证不清晰，域名已过期") == ["domain-expired", "idcard-unclear"]
    assert set(found("管局退回：前置审批不合格；证件已过期。")) == {"preapproval-missing", "cert-expired"}
    letter = "1、主体负责人身份证不清晰，请重新上传；2、网站名称不符合要求，请修改；3、通讯地址不详，请填写到门牌号。"
    assert set(found(letter)) == {"idcard-unclear", "name-bad", "address-not-detailed"}


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
