"""PRV050 to PRV064: names, contents and topics of websites, by province."""

import re
from functools import partial

from beian_validate.checks.denial import affirmed
from beian_validate.checks.place import place_only, places_in
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.lexicons import listed_in_name, words_in_name
from beian_validate.law.pre_approvals import words_in
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.provincial import asks, judged, of_province, services, told
from beian_validate.rules.relation import is_explained, is_related
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import ContentType, Nature
from beian_validate.schema.website import Website

LATIN, DIGIT = re.compile("[A-Za-z]"), re.compile("[0-9]")


def _words(website: Website, row: Requirement, ctx: Context) -> Hits:
    word = _word_of(row, website.name, ctx)
    if word:
        yield told("name", "word", row, word=word)


def _approval_words(website: Website, row: Requirement, ctx: Context) -> Hits:
    word = "" if website.pre_approvals else _word_of(row, website.name, ctx)
    is_told = any(word in match.word or match.word in word for match, _ in ctx.once(words_in, website.name))
    if word and (row.severity == Severity.ERROR or not is_told):  # the general article is silent where it is an error
        yield told("name", "approval", row, word=word)


def _word_of(row: Requirement, name: str, ctx: Context) -> str:
    """The first listed word in a name that is neither the sponsor's own nor found by the general articles."""
    found = listed_in_name(row.value, name)
    if not found:
        return ""
    own = "" if ctx.sponsor.nature == Nature.INDIVIDUAL else ctx.sponsor.name
    known = _known_words(name, ctx)
    return next((word for word in found if word not in own and not any(word in other for other in known)), "")


def _known_words(name: str, ctx: Context) -> list[str]:
    """The words that the general lists tell of, and those that they expressly leave to this province."""
    scope = "individual" if ctx.sponsor.nature == Nature.INDIVIDUAL else "organisation"
    return [
        match.word for match, rows in ctx.once(words_in_name, name) if any(row.scope in ("all", scope) for row in rows)
    ]


def _form(website: Website, row: Requirement, ctx: Context) -> Hits:
    if "english" in row.value and LATIN.search(website.name):
        yield told("name", "latin", row)
    elif "digits" in row.value and DIGIT.search(website.name) and not website.name.isdigit():
        yield told("name", "digits", row)
    elif "person_name" in row.value and website.name.strip() in _persons(ctx):
        yield told("name", "person", row)


def _persons(ctx: Context) -> set[str]:
    """The names of those persons after whom an article of its own does not look."""
    sponsor = ctx.sponsor
    persons = [sponsor.person_in_charge, *(service.person_in_charge for service in services(ctx.application))]
    if sponsor.legal_representative:
        persons.append(sponsor.legal_representative)
    own = {"", sponsor.name if sponsor.nature == Nature.INDIVIDUAL else ""}
    return {person.name for person in persons} - own


def _charset(website: Website, row: Requirement, ctx: Context) -> Hits:
    if row.value == "no_english" and LATIN.search(website.name):
        yield told("name", "latin", row)


def _geographic(website: Website, row: Requirement, ctx: Context) -> Hits:
    is_individual = ctx.sponsor.nature == Nature.INDIVIDUAL
    places = (place for place in places_in(website.name) if is_individual or place not in ctx.sponsor.name)
    place = next(places, "")
    if place and not place_only(website.name):
        yield told("name", "place", row, place=place)


def _relation(website: Website, row: Requirement, ctx: Context) -> Hits:
    name, sponsor = website.name, ctx.sponsor.name
    if not name or not sponsor:
        return
    if row.value == "equals_subject_name" and name != sponsor:
        yield told("name", "equal", row)
    is_only_explained = not is_related(name, sponsor) and is_explained(name, website.remark)
    if row.value == "full_or_short_subject_name" and is_only_explained:
        yield told("name", "relation", row)


def _note(website: Website, row: Requirement, ctx: Context) -> Hits:
    word, notes = row.value["keyword"], row.value["append"]
    if word in website.name and word not in ctx.sponsor.name and not any(note in website.name for note in notes):
        yield told("name", "note", row, word=word, notes=tuple(notes))


NAME = {
    "website.name.forbidden_words": _words,
    "website.name.preapproval_words": _approval_words,
    "website.name.forbidden_form": _form,
    "website.name.charset": _charset,
    "website.name.geographic": _geographic,
    "website.name.matches_subject": _relation,
    "website.name.suffix_note": _note,
}
_NAME = frozenset(NAME)


article = partial(of_province, each=Website, when=asks(_NAME))


@article("PRV050", "word-refused-in-name", kinds=("word",))
@article("PRV051", "word-in-name-needs-approval", kinds=("approval",))
@article("PRV052", "latin-letters-in-name", kinds=("latin",))
@article("PRV053", "digits-in-name", kinds=("digits",))
@article("PRV054", "place-in-name", kinds=("place",))
@article("PRV055", "name-is-not-the-sponsors", kinds=("equal",))
@article("PRV056", "name-is-not-short-for-the-sponsors", kinds=("relation",))
@article("PRV057", "note-missing-in-name", kinds=("note",))
@article("PRV062", "name-of-somebody-in-charge", kinds=("person",))
def province_accepts_the_name(website: Website, ctx: Context) -> Hits:
    """The website is named as the province accepts it."""
    return judged(website, ctx, NAME, _NAME)


def _unique(application: Application, row: Requirement, ctx: Context) -> Hits:
    known: dict[str, Website] = {}
    for index, website in enumerate(application.websites):
        first = known.setdefault(website.name, website)
        if website.name and first is not website:
            # Some accounts only refuse the same content under one name.
            is_repeated = website.description == first.description != ""
            yield told(f"websites.{index}.name", "twice", row if is_repeated else row.at_most(Severity.WARNING))


APPLICATION = {"website.name.unique_in_subject": _unique}
_APPLICATION = frozenset(APPLICATION)


article = partial(of_province, each=Application, when=asks(_APPLICATION))


@article("PRV058", "two-websites-one-name", kinds=("twice",))
def websites_differ_by_name(application: Application, ctx: Context) -> Hits:
    """The websites of one sponsor have different names."""
    return judged(application, ctx, APPLICATION, _APPLICATION)


def _content(website: Website, row: Requirement, ctx: Context) -> Hits:
    for index, content in enumerate(website.content_types):
        if content in row.value.get("forbid", ()):
            yield told(f"content_types.{index}", "content", row, content=content)
        if content in row.value.get("approval", ()) and not website.pre_approvals:
            yield told(
                f"content_types.{index}", "content-approval", row, content=content, authority=row.value["authority"]
            )
    prefer = row.value.get("prefer")
    if prefer and website.content_types and prefer not in website.content_types:
        yield told("content_types", "preferred", row, content=ContentType(prefer))


def _topic(website: Website, row: Requirement, ctx: Context) -> Hits:
    forbidden, approved = row.value.get("forbid", ()), () if website.pre_approvals else row.value.get("approval", ())
    for field, text in (("remark", website.remark), ("description", website.description)):
        said = "，".join(affirmed(text))
        for kind, words in (("topic", forbidden), ("topic-approval", approved)):
            word = next((word for word in words if word in said), "")
            if word:
                yield told(field, kind, row, word=word)


WEBSITE = {"website.service_content": _content, "website.topic": _topic}
_WEBSITE = frozenset(WEBSITE)


article = partial(of_province, each=Website, when=asks(_WEBSITE))


@article("PRV059", "content-refused", kinds=("content",))
@article("PRV060", "content-needs-approval", kinds=("content-approval",))
@article("PRV061", "other-content-preferred", kinds=("preferred",))
@article("PRV063", "topic-refused", kinds=("topic",))
@article("PRV064", "topic-needs-approval", kinds=("topic-approval",))
def province_accepts_the_content(website: Website, ctx: Context) -> Hits:
    """Content and topic are such as the province accepts from this sponsor."""
    return judged(website, ctx, WEBSITE, _WEBSITE)
