"""MAT001 to MAT069: the documents that go with the application, and what a person must look at before it is sent.

Who lists no materials has uploaded them elsewhere: nothing is said then.
"""

from functools import partial

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.filing import Filing, at
from beian_validate.materials import missing, province_looks
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.schema.application import Application, Material
from beian_validate.schema.open_vocabulary import MaterialKind

KINDS = frozenset(MaterialKind)
OWN = frozenset({MaterialKind.SPONSOR_CERTIFICATE, MaterialKind.IDENTITY_DOCUMENT})
LISTS = (cite("tencent-materials"), cite("huawei-materials"))


@rule("MAT001", "document-missing", each=Application, severity=Severity.WARNING, source=LISTS)
def documents_are_there(application: Application, ctx: Context) -> Hits:
    """A list of materials that has the sponsor's own document and others has all that are due."""
    kinds = {material.kind for material in application.materials}
    if not kinds & OWN or not kinds - OWN:
        return  # no list, or only a few documents of many
    for document in missing(Filing(application, ctx.as_of, ctx.province)):
        yield hit(
            "materials",
            row=document,
            document=document.name,
            place=document.about,
            reason=document.reason,
            form=document.form,
        )


@rule("MAT002", "unknown-kind-of-material", each=Material, severity=Severity.ADVICE, source=cite("tencent-materials"))
def kind_is_known(material: Material, ctx: Context) -> Hits:
    """The kind of a material is one of the documents of a filing."""
    if material.kind and material.kind not in KINDS:
        yield hit("kind")


@rule("MAT003", "material-about-nothing", each=Material, severity=Severity.ADVICE, source=cite("tencent-materials"))
def part_is_there(material: Material, ctx: Context) -> Hits:
    """A material belongs to a part that the application has."""
    if material.about and ctx.application is not None and at(ctx.application, material.about) is None:
        yield hit("about", place=material.about)


@rule("MAT004", "material-without-file", each=Material, severity=Severity.WARNING, source=cite("tencent-materials"))
def file_is_named(material: Material, ctx: Context) -> Hits:
    """A material that is listed names its file."""
    if material.kind and not material.file.strip():
        yield hit("", document=MaterialKind(material.kind) if material.kind in KINDS else None)


listed = partial(rule, each=Application, severity=Severity.ADVICE, manual=True)


@listed("MAT050", "live-check-by-the-person", source=(cite("seed-guide"), cite("huawei-common-faq")), kinds=("live",))
@listed("MAT051", "phones-answered", source=(cite("seed-guide"), cite("huawei-process")), kinds=("phone",))
@listed("MAT052", "site-during-review", source=(cite("tencent-provinces"), cite("jd-provinces")), kinds=("province",))
def person_looks_before_it_is_sent(application: Application, ctx: Context) -> Hits:
    """What no file can prove is listed once the documents are."""
    if not application.materials:
        return
    yield hit("materials", "live")
    yield hit("materials", "phone")
    filing = Filing(application, ctx.as_of, ctx.province)
    for look in province_looks(ctx.province, filing.nature, ctx.order, ctx.as_of):
        yield hit("materials", "province", asked=look.text)
