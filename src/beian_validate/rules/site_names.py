"""NAM: the names of websites and apps."""

from functools import partial

from beian_validate.checks import site_name
from beian_validate.checks.place import place_only
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.lexicons import WordRow, words_in_name
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.relation import is_related
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals, of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
FORM = (cite("tencent-refusals"), cite("ucloud-review-faq"), cite("xinnet-service-names"))
NAME = ("name",)


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
def name_has_the_form_of_one(service: Website | App, ctx: Context) -> Hits:
    """A site name has three Chinese characters or more and no symbols, and is no domain."""
    yield from hits_of("name", site_name.problems(service.name))


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
def name_avoids_words(service: Website | App, ctx: Context) -> Hits:
    """A site name holds no word that its sponsor may not use."""
    for match, rows in ctx.once(words_in_name, service.name):
        row = next((row for row in rows if _concerns(row, service, ctx) and not _is_own(row, match.word, ctx)), None)
        if row is not None:
            yield hit("name", row.reason, row=row.row, word=match.word, position=match.start + 1)


def _concerns(row: WordRow, service: Website | App, ctx: Context) -> bool:
    is_individual = ctx.sponsor.nature == Nature.INDIVIDUAL and not is_mixed_up(ctx.sponsor)
    if row.scope == "app":
        return isinstance(service, App)
    if row.scope != "all" and (row.scope == "individual") != is_individual:
        return False
    is_excepted = ctx.sponsor.nature in row.except_natures or ctx.province in row.except_provinces
    return row.row.in_force(ctx.as_of) and not is_excepted


def _is_own(row: WordRow, word: str, ctx: Context) -> bool:
    """A word of the registered name is no surprise in the name of the site."""
    return row.own_name and ctx.sponsor.nature != Nature.INDIVIDUAL and word in ctx.sponsor.name


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
        yield hit("name")


@rule("NAM031", "name-is-a-place", each=SERVICES, needs=WORDS, severity=WARNING, source=cite("huawei-refusals"))
def name_is_more_than_a_place(service: Website | App, ctx: Context) -> Hits:
    """A site is not named after a province, city or county alone."""
    place = ctx.once(place_only, service.name)
    if place and not (ctx.sponsor.nature != Nature.INDIVIDUAL and place in ctx.sponsor.name):
        yield hit("name", place=place)


@rule(
    "NAM032",
    "name-unrelated-to-sponsor",
    each=SERVICES,
    needs=("name", "/sponsor/name", "/sponsor/nature"),
    severity=WARNING,
    source=FORM,
    when=of_organisations,
)
def name_is_related_to_the_sponsor(service: Website | App, ctx: Context) -> Hits:
    """An organisation's site is named after it, or the remark says whose brand, product or project the name is."""
    if not is_related(service.name, ctx.sponsor.name, service.remark + service.description):
        yield hit("name", sponsor=ctx.sponsor.name)


@rule("NAM033", "name-used-twice", each=Application, severity=WARNING, source=cite("miit-return-codes", "1020"))
def every_app_has_its_own_name(application: Application, ctx: Context) -> Hits:
    """Two apps of one sponsor do not share a name."""
    seen: set[str] = set()
    for index, app in enumerate(application.apps):
        if app.name and app.name in seen:
            yield hit(f"apps.{index}.name", name=app.name)
        seen.add(app.name)
