"""APP: what is asked of apps, mini-programs and quick apps beyond what is asked of websites."""

import re
from functools import partial

from beian_validate.checks import public_key
from beian_validate.checks.text import clean_identifier
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule, safe, suggest
from beian_validate.schema.app import App, Platform
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import AppKind, PlatformKind
from beian_validate.situation import Situation, of_individuals

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
APPS = (cite("ucloud-app"), cite("huawei-app"))
ANDROID_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+")
IOS_BUNDLE = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
FINGERPRINT = {PlatformKind.ANDROID: 32, PlatformKind.IOS: 40}
HEX = re.compile("[0-9A-Fa-f]+")
MINI_CONTENTS, TENCENT_REMARK = 5, 15
FEW_MINI_PROGRAMS, MANY_MINI_PROGRAMS = 5, 50
OTHER_PLATFORMS = frozenset({"douyin"})
"""Platforms of mini-programs whose limits are not those of WeChat."""


def _may_be_wechat(situation: Situation) -> bool:
    """Mini-programs are filed by their platform; where another provider is named, it is most often WeChat."""
    return situation.provider not in OTHER_PLATFORMS


def _platform(ctx: Context) -> str:
    return "wechat" if ctx.provider == "wechat" else "elsewhere"


@rule("APP001", "app-platform-missing", each=App, severity=ERROR, source=APPS)
def app_names_its_platforms(app: App, ctx: Context) -> Hits:
    """An app names the operating systems that it runs on; a mini-program has none."""
    if not app.platforms and app.kind in (None, AppKind.APP):
        yield hit("platforms")


article = partial(rule, each=Platform, source=APPS)


@article("APP002", "package-name-missing", severity=ERROR, kinds=("package_name",))
@article("APP003", "public-key-missing", severity=WARNING, kinds=("public_key",))
@article("APP004", "fingerprint-missing", severity=WARNING, kinds=("fingerprint",))
def platform_is_complete(platform: Platform, ctx: Context) -> Hits:
    """Every platform has package name, public key and fingerprint."""
    for field in ("package_name", "public_key", "fingerprint"):
        if not getattr(platform, field).strip():
            yield hit(field, field)


@rule("APP005", "package-name-form", each=Platform, needs=("kind", "package_name"), severity=ERROR, source=APPS)
def package_name_is_a_reversed_domain(platform: Platform, ctx: Context) -> Hits:
    """A package name is a domain written backwards."""
    form = IOS_BUNDLE if platform.kind == PlatformKind.IOS else ANDROID_PACKAGE
    if not form.fullmatch(clean_identifier(platform.package_name)):
        yield hit("package_name", package=platform.package_name)


SAMPLE = re.compile(r"(?:com|org)\.(?:example|yourcompany|mycompany|company|domain|test)\..+", re.IGNORECASE)
TEAM = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{10}\..+\..+")


article = partial(rule, each=Platform, needs=("package_name",), severity=WARNING, source=APPS)


@article("APP023", "package-name-of-a-sample", kinds=("sample",))
@article("APP024", "package-name-with-team", kinds=("team",))
def package_name_is_the_apps_own(platform: Platform, ctx: Context) -> Hits:
    """A package name is the app's own: neither a development kit's sample, nor preceded by Apple's team identifier."""
    name = clean_identifier(platform.package_name)
    if SAMPLE.fullmatch(name):
        yield hit("package_name", "sample", package=platform.package_name)
    elif TEAM.fullmatch(name):
        bare = name.partition(".")[2]
        yield hit("package_name", "team", suggest(bare), package=platform.package_name, expected=bare)


KEY_FORM = (cite("app-filing-note-2026"), cite("ucloud-app"))
article = partial(rule, each=Platform, needs=("public_key",), source=KEY_FORM)


@article("APP006", "public-key-form", severity=WARNING, kinds=("form",))
@article("APP020", "public-key-encoded", severity=ERROR, kinds=("encoded",))
@article("APP021", "public-key-separators", severity=WARNING, kinds=("separators",))
@article("APP022", "public-key-wrapped", severity=WARNING, kinds=("der",))
def public_key_is_a_modulus(platform: Platform, ctx: Context) -> Hits:
    """The public key is the modulus of the signing certificate, in decimal or hexadecimal digits."""
    on_a_curve = platform.kind == PlatformKind.HARMONY
    yield from hits_of("public_key", public_key.problems(platform.public_key, on_a_curve=on_a_curve))


article = partial(rule, each=Platform, needs=("kind", "fingerprint"), source=APPS)


@article("APP007", "fingerprint-separators", severity=WARNING, kinds=("separators",))
@article("APP008", "fingerprint-form", severity=ERROR, kinds=("form",))
@article("APP009", "fingerprint-of-another-kind", severity=ERROR, kinds=("kind",))
def fingerprint_has_the_length_of_its_platform(platform: Platform, ctx: Context) -> Hits:
    """The field called MD5 takes an MD5 for Android and a SHA-1 for iOS, in hexadecimal without colons."""
    typed = clean_identifier(platform.fingerprint)
    plain = typed.replace(":", "")
    expected = FINGERPRINT.get(platform.kind) if platform.kind else None
    if not HEX.fullmatch(plain) or (expected and len(plain) not in FINGERPRINT.values()):
        yield hit("fingerprint", "form", platform=platform.kind, length=len(plain))
    elif expected and len(plain) != expected:
        yield hit("fingerprint", "kind", platform=platform.kind, length=len(plain), expected=expected)
    elif plain != typed or " " in platform.fingerprint.strip():
        yield hit("fingerprint", "separators", safe(plain))


@rule("APP010", "platform-twice", each=App, if_given=("platforms",), severity=ERROR, source=APPS)
def package_names_differ_on_a_platform(app: App, ctx: Context) -> Hits:
    """On one platform a package name stands once."""
    seen: set[tuple[object, str]] = set()
    for index, platform in enumerate(app.platforms):
        key = (platform.kind, platform.package_name)
        if platform.package_name and key in seen:
            yield hit(f"platforms.{index}.package_name", package=platform.package_name)
        seen.add(key)


@rule("APP011", "package-name-of-another-app", each=Application, severity=ERROR, source=APPS)
def apps_have_package_names_of_their_own(application: Application, ctx: Context) -> Hits:
    """Two apps of one sponsor do not share a package name."""
    owners: dict[str, int] = {}
    for index, app in enumerate(application.apps):
        shared = [
            (place, platform.package_name)
            for place, platform in enumerate(app.platforms)
            if platform.package_name and owners.setdefault(platform.package_name, index) != index
        ]
        for place, name in shared[:1]:  # the platforms of one app share one name
            yield hit(f"apps.{index}.platforms.{place}.package_name", package=name)


article = partial(rule, each=App, needs=("content_types",), source=cite("wechat-icp-api"), when=_may_be_wechat)


@article("APP012", "mini-program-many-contents", severity=ERROR, kinds=("wechat",))
@article("APP017", "mini-program-many-contents-elsewhere", severity=WARNING, kinds=("elsewhere",))
def mini_program_has_few_contents(app: App, ctx: Context) -> Hits:
    """A mini-program has at most five contents."""
    if app.kind == AppKind.MINI_PROGRAM and len(app.content_types) > MINI_CONTENTS:
        yield hit("content_types", _platform(ctx), count=len(app.content_types), limit=MINI_CONTENTS)


article = partial(rule, each=Application, source=cite("wechat-filing-faq"), when=_may_be_wechat)


@article("APP018", "too-many-mini-programs", severity=ERROR, kinds=("wechat",))
@article("APP019", "too-many-mini-programs-elsewhere", severity=WARNING, kinds=("elsewhere",))
def mini_programs_are_within_the_quota(application: Application, ctx: Context) -> Hits:
    """An individual or sole trader files five mini-programs at most, other sponsors fifty."""
    is_small = ctx.situation.is_individual or ctx.situation.is_sole_trader
    limit = FEW_MINI_PROGRAMS if is_small else MANY_MINI_PROGRAMS
    count = sum(app.kind == AppKind.MINI_PROGRAM for app in application.apps)
    if count > limit:
        yield hit("apps", _platform(ctx), count=count, limit=limit)


article = partial(rule, each=App, severity=WARNING)


@article("APP013", "mini-program-remark-length", source=cite("wechat-icp-api"), kinds=("mini",))
@article("APP014", "app-remark-length", source=cite("app-filing-note-2026"), kinds=("tencent",))
def remark_says_what_the_app_does(app: App, ctx: Context) -> Hits:
    """The remark of a mini-program has 20 to 200 characters, that of an app with Tencent at least 15."""
    length = len(app.remark.strip())
    if app.kind == AppKind.MINI_PROGRAM and _may_be_wechat(ctx.situation) and not 20 <= length <= 200:
        yield hit("remark", "mini", length=length)
    elif app.kind in (None, AppKind.APP) and ctx.provider == "tencent" and length < TENCENT_REMARK:
        yield hit("remark", "tencent", length=length, limit=TENCENT_REMARK)


@rule(
    "APP015", "individual-mixes-website-and-app", each=Application, severity=WARNING, source=cite("huawei-app"),
    when=of_individuals,
)  # fmt: skip
def individual_files_apps_apart(application: Application, ctx: Context) -> Hits:
    """An individual files website and app in two orders."""
    if application.websites and application.apps:
        yield hit("apps")


@rule("APP016", "app-kind-missing", each=App, severity=ADVICE, source=APPS)
def app_says_what_it_is(app: App, ctx: Context) -> Hits:
    """It is said whether it is an app, a mini-program or a quick app."""
    if app.kind is None:
        yield hit("kind")
