"""Write what follows from the rules: their index, the lock of their codes, their pages, the output in the READMEs.

python3 dev.py generate             write everything
python tools/generate.py --check    name what is stale, and exit 1 if anything is
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from readme_output import ExampleFailed, with_outputs

from beian_validate.pages import UnknownCode
from beian_validate.rule import Rule
from beian_validate.rules import all_rules

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))  # the pages show the cases as the tests run them

from province_pages import province_pages  # noqa: E402
from refusal_pages import linked, refusal_pages  # noqa: E402
from rule_pages import contents, rule_page  # noqa: E402

INDEX = ROOT / "src" / "beian_validate" / "rules" / "index.json"
LOCK = ROOT / "codes.lock"
PAGES = ROOT / "docs" / "rules"
WORDS = ROOT / "src" / "beian_validate" / "rules" / "pages"
READMES = (ROOT / "README.md", ROOT / "README.zh.md")

Texts = Mapping[Path, str]


class LockBroken(Exception):
    """A code was given a second meaning."""


def generated() -> Texts:
    """Every file that follows from the rules alone, with the text it should have."""
    rules = all_rules()
    locked = LOCK.read_text("utf-8") if LOCK.is_file() else ""
    return {
        INDEX: index(rules),
        LOCK: lock(locked, {str(rule.code): rule.name for rule in rules}),
        PAGES / "README.md": contents(rules),
        **dict(_pages(rules)),
        **province_pages(PAGES / "provinces"),
        **linked(WORDS),
        **refusal_pages(ROOT / "docs"),
    }


def index(rules: tuple[Rule, ...]) -> str:
    """The list that `rules` and `explain` read instead of the rules: see `beian_validate.index`."""
    rows = ",\n".join(json.dumps(_row(rule), ensure_ascii=False) for rule in rules)
    return f"[\n{rows}\n]\n"


def _row(rule: Rule) -> dict[str, object]:
    return {
        "code": str(rule.code),
        "name": rule.name,
        "severity": rule.severity.value,
        "each": [kind.__name__ for kind in rule.each],
        "since": rule.since.isoformat() if rule.since else "",
        "until": rule.until.isoformat() if rule.until else "",
        "manual": rule.manual,
        "sources": [[cited.id, cited.article] for cited in rule.sources],
    }


def lock(locked: str, names: Mapping[str, str]) -> str:
    """The lock with the codes of today; those that are gone stay in it, marked as retired.

    Parameters:
        locked: the lock as it was.
        names: code to name of every rule.

    Raises:
        LockBroken: a code has another name than before, or was retired and is back.
    """
    lines = dict(names)
    for code, name, *retired in (line.split(" ") for line in locked.splitlines()):
        if code not in names:
            lines[code] = f"{name} retired"
        elif retired or names[code] != name:
            was = f"was retired as {name!r}" if retired else f"is {name!r}"
            raise LockBroken(f"{code} {was} in codes.lock and cannot become {names[code]!r}: take a new code")
    return "".join(f"{code} {lines[code]}\n" for code in sorted(lines))


def _pages(rules: tuple[Rule, ...]) -> Iterator[tuple[Path, str]]:
    wordless = []
    for rule in rules:
        try:
            yield PAGES / f"{rule.code}.md", rule_page(rule)
        except UnknownCode:
            wordless.append(str(rule.code))
    if wordless:
        print("without a page in src/beian_validate/rules/pages:", *wordless, file=sys.stderr)


def orphans(texts: Texts) -> list[Path]:
    """The pages whose rule is gone."""
    return [page for page in sorted(PAGES.glob("*.md")) if page not in texts]


def stale(texts: Texts) -> list[Path]:
    """The files that are not what they should be."""
    return [file for file, text in texts.items() if not file.is_file() or file.read_text("utf-8") != text]


def write(texts: Texts) -> list[Path]:
    """Bring the stale files up to date and name them."""
    changed = stale(texts)
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(texts[file], "utf-8")
    return changed


def readmes() -> Texts:
    """The READMEs with the output that their commands have now."""
    return {file: with_outputs(file.read_text("utf-8"), ROOT) for file in READMES}


def main(arguments: list[str]) -> int:
    """Write everything, or with `--check` only compare."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    try:
        changed = check() if arguments else update()
    except (LockBroken, ExampleFailed) as error:
        print(error, file=sys.stderr)
        return 1
    for file in changed:
        print(("stale: " if arguments else "wrote ") + str(file.relative_to(ROOT)))
    return 1 if arguments and changed else 0


def check() -> list[Path]:
    """What is stale."""
    texts = generated()
    return stale(texts) + orphans(texts) + stale(readmes())


def update() -> list[Path]:
    """Write everything; the READMEs come last, their commands read what was written before."""
    texts = generated()
    changed = write(texts)
    for page in orphans(texts):
        page.unlink()
        print(f"removed {page.relative_to(ROOT)}")
    return changed + write(readmes())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
