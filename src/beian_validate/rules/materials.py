"""MAT001 to MAT069: the documents that go with the application, and what a person must look at before it is sent.

Who lists no materials has uploaded them elsewhere: what every filing needs is not asked for then.
"""

from functools import partial

from beian_validate.context import Context
from beian_validate.finding import Pointer, Severity
from beian_validate.law.documents import names_in_tables
from beian_validate.law.filing import Filing, at
from beian_validate.law.looks import province_looks
from beian_validate.materials import gravest, is_a_list, missing, shown
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.schema.application import Application, Material
from beian_validate.schema.open_vocabulary import MaterialKind

KINDS = frozenset(MaterialKind)
LISTS = (cite("tencent-materials"), cite("huawei-materials"))
IMAGES = (".jpg", ".jpeg", ".png")
CERTIFICATES = frozenset(
    {MaterialKind.SPONSOR_CERTIFICATE, MaterialKind.IDENTITY_DOCUMENT, MaterialKind.PERSON_CERTIFICATE}
)
"""Documents that every provider wants as a picture; of others some take scans in other forms."""


@rule("MAT001", "document-missing", each=Application, severity=Severity.WARNING, source=LISTS, kinds=("missing",))
@rule("MAT005", "documents-to-have-ready", each=Application, severity=Severity.ADVICE, source=LISTS, kinds=("ready",))
def documents_are_there(application: Application, ctx: Context) -> Hits:
    """A list of materials has all that are due; without a list only what this filing itself calls for is named."""
    filing = Filing(application, ctx.as_of, ctx.province)
    if not is_a_list(filing):
        names = tuple(dict.fromkeys(document.name for document in shown(filing)))
        if names:
            yield hit("materials", "ready", documents=names)
        return
    for document in missing(filing):
        yield hit(
            "materials", "missing", row=document.at_most(gravest(filing, document)), document=document.name,
            place=Pointer(document.about), about=document.about, reason=document.reason, form=document.form,
        )  # fmt: skip


@rule("MAT002", "unknown-kind-of-material", each=Material, severity=Severity.ADVICE, source=cite("tencent-materials"))
def kind_is_known(material: Material, ctx: Context) -> Hits:
    """The kind of a material is one of the documents of a filing."""
    if material.kind and material.kind not in KINDS and material.kind not in names_in_tables():
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


article = partial(rule, each=Material, needs=("kind", "file"), source=LISTS)


@article("MAT006", "certificate-not-a-picture", severity=Severity.WARNING, kinds=("other",))
@article("MAT007", "certificate-as-pdf", severity=Severity.ADVICE, kinds=("pdf",))
@article("MAT008", "certificate-as-copy", severity=Severity.ADVICE, kinds=("copy",))
def certificate_is_a_picture(material: Material, ctx: Context) -> Hits:
    """A certificate is sent as a picture in JPG or PNG; a name without an ending tells nothing."""
    name = material.file.strip().lower()
    if material.kind in CERTIFICATES and "复印件" in name:
        yield hit("file", "copy")
    ending = name.rpartition("/")[2].rpartition(".")[2]
    if material.kind not in CERTIFICATES or ending == name.rpartition("/")[2] or name.endswith(IMAGES):
        return
    if ending.isalnum():
        yield hit("file", "pdf" if ending == "pdf" else "other", ending=ending)


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
