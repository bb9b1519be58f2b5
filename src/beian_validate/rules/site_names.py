"""NAM: the names of websites and apps."""

import re
from dataclasses import replace
from functools import partial

from beian_validate.checks import organisation_name, site_name
from beian_validate.checks.place import place_at_the_start, place_only
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.words import Match
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.lexicons import WordRow, plain, words_in_name
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.law.row import TableRow
from beian_validate.rule import Hits, cite, hit, hits_of, rule, safe
from beian_validate.rules.presence import LONGEST_FILLER
from beian_validate.rules.provincial import decided_by_row, demands
from beian_validate.rules.relation import is_explained, is_hinted, is_related
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import AppKind, Nature
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals, of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
FORM = (cite("tencent-refusals"), cite("ucloud-review-faq"), cite("xinnet-service-names"))
NAME = ("name",)
NOTE, RELATION = frozenset({"website.name.suffix_note"}), frozenset({"website.name.matches_subject"})
FORBIDDEN_FORM = frozenset({"website.name.forbidden_form"})
NO_NAME = frozenset({"domain", "digits-only", "latin-only", "without-chinese", "too-short"})
PLACES = frozenset({"website.name.geographic"})
NO_INTERACTION = re.compile(
    "(?:无(?!缝|障碍|限|线|界|忧|距离)|没有|不(?:设|含|提供|开设|涉及))[^，。；]*"
    "(?:论坛|互动|交互|评论|交流|留言|聊天|社区|发帖)"
)
"""How an organisation's remark says that its name promises no service of interaction."""
OF_APPS = {"too-short": "few-chinese", "latin-only": "without-chinese"}
"""What is doubted only: an app is filed under the name it shows, and many show two characters or Latin letters."""
BLANK = re.compile("(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
PERSONAL_PAGE = "only_xx_personal_blog_or_homepage"
PERSONAL_PAGES = ("个人博客", "个人主页")


article = partial(rule, each=SERVICES, needs=NAME, source=FORM)


@article("NAM001", "name-too-short", severity=ERROR, kinds=("too-short",))
@article("NAM002", "name-few-chinese-characters", severity=WARNING, kinds=("few-chinese",))
@article("NAM003", "name-digits-only", severity=ERROR, kinds=("digits-only",))
@article("NAM004", "name-latin-only", severity=ERROR, kinds=("latin-only",))
@article("NAM005", "name-without-chinese", severity=WARNING, kinds=("without-chinese",))
@article("NAM006", "name-is-a-domain", severity=ERROR, kinds=("domain",))
@article("NAM007", "name-symbol", severity=ERROR, kinds=("symbol",))
@article("NAM008", "name-bracket-or-hyphen", severity=WARNING, kinds=("tolerated-symbol",))
@article("NAM009", "name-emoji", severity=ERROR, kinds=("emoji",))
@article("NAM010", "name-too-long", severity=ADVICE, kinds=("too-long",))
@article("NAM036", "name-ends-like-a-domain", severity=WARNING, kinds=("almost-domain",))
def name_has_the_form_of_one(service: Website | App, ctx: Context) -> Hits:
    """A site name has three Chinese characters or more and no symbols, and is no domain; an app's may be shorter."""
    name = service.name
    if is_placeholder(name) and len(name) <= LONGEST_FILLER:
        return  # such a name is missing, not ill formed
    for row in demands(ctx.situation, NOTE):
        for note in row.value["append"]:
            name = name.removesuffix(note)  # the province wants it there, brackets and all
    for found in hits_of("name", ctx.once(site_name.problems, name)):
        if isinstance(service, App):
            found = replace(found, kind=OF_APPS.get(found.kind, found.kind))
        is_doubtful = found.kind == "few-chinese"
        yield decided_by_row(found, ctx, "website.name.min_hanzi") if is_doubtful else found


@rule("NAM039", "blank-in-name", each=SERVICES, needs=NAME, severity=WARNING, source=FORM)
def name_has_no_blank_inside(service: Website | App, ctx: Context) -> Hits:
    """No blank stands between two Chinese characters of a site name."""
    name = service.name
    if found := [blank.start() + 1 for blank in BLANK.finditer(name)]:
        yield hit("name", fix=safe(BLANK.sub("", name)), position=found[0], count=len(found))


@rule(
    "NAM011",
    "name-is-the-certificate-number",
    each=SERVICES,
    needs=("name", "/sponsor/certificate/number"),
    severity=ERROR,
    source=FORM,
)
def name_is_no_number_of_the_sponsor(service: Website | App, ctx: Context) -> Hits:
    """The sponsor's certificate number is no name for a site."""
    number = ctx.sponsor.certificate.number
    if len(number) > 7 and number in service.name:
        yield hit("name")


WORDS = ("name", "/sponsor/nature")


article = partial(rule, each=SERVICES, needs=WORDS, source=FORM)


@article("NAM020", "name-state-word", severity=ERROR, kinds=("state-word",))
@article("NAM021", "name-sensitive-word", severity=ERROR, kinds=("sensitive-word",))
@article("NAM022", "name-public-power-word", severity=ERROR, kinds=("public-power-word",))
@article("NAM023", "name-foreign-or-international", severity=WARNING, kinds=("foreign-or-international-name",))
@article("NAM024", "name-organisation-word", severity=ERROR, kinds=("organisation-word",))
@article("NAM025", "name-interaction-word", severity=ERROR, kinds=("interaction-word",))
@article("NAM026", "name-banned-for-individuals", severity=ERROR, kinds=("word-banned-for-individuals",))
@article("NAM027", "name-overused", severity=WARNING, kinds=("overused-name",))
@article("NAM028", "name-marketing-word", severity=ADVICE, kinds=("marketing-word",))
@article("NAM029", "name-is-an-idiom", severity=WARNING, kinds=("idiom",))
@article("NAM037", "name-of-any-app", severity=WARNING, kinds=("generic-app-name",))
@article("NAM038", "name-of-a-famous-app", severity=WARNING, kinds=("famous-app-name",))
def name_avoids_words(service: Website | App, ctx: Context) -> Hits:
    """A site name holds no word that its sponsor may not use."""
    if any(problem.kind == "domain" for problem in ctx.once(site_name.problems, service.name)):
        return  # what a domain is made of is of no account
    for match, rows in ctx.once(words_in_name, service.name):
        name = plain(service.name)
        row = next((row for row in rows if concerns(row, match, service, ctx)), None)
        if row is None or (row.own_name and _is_own(match, row.at(match, name), name, ctx)):
            continue
        if not (row.scope == "organisation" and NO_INTERACTION.search(service.remark)):
            yield hit("name", row.reason, row=row.at(match, name), word=match.word, position=match.start + 1)


def concerns(row: WordRow, match: Match, service: Website | App, ctx: Context) -> bool:
    """Whether a list of words speaks about such a name of such a sponsor."""
    is_individual = ctx.sponsor.nature == Nature.INDIVIDUAL and not is_mixed_up(ctx.sponsor)
    kind = service.kind if isinstance(service, App) else None
    if (row.scope == "app" and kind is None) or (row.scope == "mini_program" and kind != AppKind.MINI_PROGRAM):
        return False
    if row.scope in ("individual", "organisation", "mini_program") and (row.scope != "organisation") != is_individual:
        return False
    if row.is_whole and match.word != plain(service.name):
        return False
    is_meant = not row.natures or ctx.sponsor.nature in row.natures
    is_excepted = ctx.sponsor.nature in row.except_natures or ctx.province in row.except_provinces
    return row.row.in_force(ctx.as_of) and is_meant and not is_excepted


def _is_own(match: Match, row: TableRow, name: str, ctx: Context) -> bool:
    """A word of the registered name is no surprise in the name of the site.

    Where the word is refused outright it must also stand as it does there: at the beginning of the registered name,
    or beside the same character.
    """
    own = plain(ctx.sponsor.name)
    if ctx.sponsor.nature == Nature.INDIVIDUAL or not any(match.word in found.word for found, _ in words_in_name(own)):
        return False
    around = {name[max(match.start - 1, 0) : match.end], name[match.start : match.end + 1]} - {match.word}
    return row.severity != ERROR or own.startswith(match.word) or any(part in own for part in around)


@rule(
    "NAM030",
    "name-of-a-person",
    each=SERVICES,
    needs=("name", "/sponsor/name", "/sponsor/nature"),
    severity=ERROR,
    source=FORM,
    when=of_individuals,
)
def individuals_site_is_not_named_after_a_person(service: Website | App, ctx: Context) -> Hits:
    """An individual's site does not carry the individual's own name."""
    name = ctx.sponsor.name
    if len(name) > 1 and name in service.name and not is_mixed_up(ctx.sponsor):
        yield hit("name", row=_form_asked_for(service.name, ctx))


def _form_asked_for(name: str, ctx: Context) -> Requirement | None:
    """The row of a province that itself wants the form "somebody's personal home page", where the name has it."""
    of = ctx.situation
    rows = requirements(of.province, of.party, of.order, of.as_of, FORBIDDEN_FORM)
    return next((row for row in rows if PERSONAL_PAGE in row.value and name.endswith(PERSONAL_PAGES)), None)


article = partial(rule, each=SERVICES, needs=WORDS, severity=WARNING)


@article("NAM031", "name-is-a-place", source=cite("huawei-refusals"), kinds=("only",))
@article("NAM035", "name-begins-with-a-place", source=FORM, kinds=("begins",))
def name_is_more_than_a_place(service: Website | App, ctx: Context) -> Hits:
    """A site is not named after a place alone, and an individual's not after one at all."""
    is_individual = ctx.sponsor.nature == Nature.INDIVIDUAL
    place = ctx.once(place_only, service.name)
    if place:
        if is_individual or place not in ctx.sponsor.name:
            yield hit("name", "only", place=place)
    elif (
        is_individual and (begins := ctx.once(place_at_the_start, service.name)) and not demands(ctx.situation, PLACES)
    ):
        yield hit("name", "begins", place=begins)


article = partial(
    rule,
    each=SERVICES,
    needs=("name", "/sponsor/name", "/sponsor/nature"),
    source=FORM,
    when=of_organisations,
)


@article("NAM032", "name-unrelated-to-sponsor", severity=WARNING, kinds=("unrelated",))
@article("NAM034", "name-explained-vaguely", severity=ADVICE, kinds=("vague",))
def name_is_related_to_the_sponsor(service: Website | App, ctx: Context) -> Hits:
    """An organisation's site is named after it, or the remark says whose brand, product or project the name is."""
    name, remark = service.name, service.remark
    if _is_no_name(name, ctx) or is_related(name, ctx.sponsor.name) or is_explained(name, remark):
        return
    if any(row.value == "remark_if_unrelated" for row in demands(ctx.situation, RELATION)) and len(remark) > 9:
        return
    yield hit("name", "vague" if is_hinted(remark + service.description) else "unrelated", sponsor=ctx.sponsor.name)


def _is_no_name(name: str, ctx: Context) -> bool:
    """Whether one of the two names will be another anyhow: its form, or that it is a bare place, is at fault."""
    kinds = {problem.kind for problem in ctx.once(site_name.problems, name)}
    is_unfit = not name.strip() or not kinds.isdisjoint(NO_NAME) or ctx.once(place_only, name)
    return bool(is_unfit or is_placeholder(ctx.sponsor.name) or organisation_name.problems(ctx.sponsor.name))


@rule("NAM033", "name-used-twice", each=Application, severity=WARNING, source=cite("miit-return-codes", "1020"))
def every_app_has_its_own_name(application: Application, ctx: Context) -> Hits:
    """Two apps of one sponsor do not share a name."""
    seen: set[str] = set()
    for index, app in enumerate(application.apps):
        if app.name and app.name in seen:
            yield hit(f"apps.{index}.name", name=app.name)
        seen.add(app.name)
