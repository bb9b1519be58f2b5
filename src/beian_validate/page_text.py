"""A published page as a visitor reads it: visible text with its places, links and pictures; the rest apart."""

import codecs
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol option p pre section table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN: Final = frozenset("script style template noscript head title textarea select object svg".split())
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INLINE: Final = frozenset("a b em font i span strong".split())
_SHRUNK: Final = re.compile(r"font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)", re.IGNORECASE)
_FOOT: Final = re.compile("foot|copyright|bottom|beian", re.IGNORECASE)
_OLD_CHINESE: Final = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page; `has_script` when a click is handled by a script instead."""

    target: str
    has_script: bool = False


@dataclass(slots=True)
class PageText:
    """What was read from a page.

    Parameters:
        text: visible text; blocks are parted by line breaks.
        offsets: for each character of the text its position in the source.
        links: for each character the link it stands in, or None.
        foot_from: position in the text where a footer begins, or None.
        title: the text of the title and its position in the source; None without one.
        pictures: position in the text and address of every picture.
        unseen: scripts and hidden parts.
        comments: what no browser shows and no script reads.
    """

    source: str
    text: str = ""
    offsets: list[int] = field(default_factory=list)
    links: list[Link | None] = field(default_factory=list)
    foot_from: int | None = None
    title: tuple[str, int] | None = None
    pictures: list[tuple[int, str]] = field(default_factory=list)
    unseen: str = ""
    comments: str = ""
    has_scripts: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a position in the source, both from 1."""
        line = self.source.count("\n", 0, offset)
        return line + 1, offset - self.source.rfind("\n", 0, offset)


def read(page: str | bytes) -> PageText:
    """Read a page, whatever its dirt.

    Parameters:
        page: text, or bytes in UTF-8, in the encoding that the page names, or in GB18030.
    """
    source = decode(page) if isinstance(page, bytes) else page
    reader = _Reader(source.replace("\r\n", "\n").replace("\r", "\n"))
    whole, rest = _parted(reader.result.source)
    reader.feed(whole)
    reader.close()
    reader.handle_comment(rest)
    return reader.finished()


def _parted(source: str) -> tuple[str, str]:
    """The page, and what a comment hides that is never closed.

    Without this the parser of the standard library looks for the end again and again, in quadratic time; for the
    same reason no tag may begin after the last one has ended.
    """
    start = source.find("<!--", source.rfind("-->") + 1)
    before = source[: max(start, 0)].lower()
    is_in_script = before.rfind("<script") > before.rfind("</script")
    whole = source if start < 0 or is_in_script else source[:start]
    end = whole.rfind(">") + 1
    return whole[:end] + whole[end:].replace("<", " "), source[len(whole) :]


def decode(data: bytes) -> str:
    """The text of a page; never fails, unreadable bytes become replacement characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    named = _CHARSET.search(data[:4096])
    charset = named[1].decode("ascii").lower() if named else ""
    for encoding in ("utf-8-sig", "gb18030" if charset in _OLD_CHINESE or not charset else charset, "gb18030"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030" if charset in _OLD_CHINESE else "utf-8", "replace")


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.result = PageText(source)
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._shown: list[str] = []
        self._hidden: list[str] = []
        self._unseen: list[str] = []
        self._comments: list[str] = []
        self._title: list[str] | None = None
        self._link: Link | None = None

    def finished(self) -> PageText:
        """What was read, once everything was fed."""
        self.result.text, self.result.unseen = "".join(self._shown), "\n".join(self._unseen)
        self.result.comments = "\n".join(self._comments)
        if self._title is not None and self.result.title is None:
            self._end_title()
        return self.result

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.result.has_scripts = self.result.has_scripts or tag == "script"
        if tag in _BLOCKS:
            self._show("\n", self._offset())
        if tag == "body":
            self._hidden.clear()
        if tag == "title" and self.result.title is None and self._title is None:
            self._title, self._title_at = [], self._offset()
        if tag not in _VOID and (self._hidden[-1:] == [tag] or self._is_hiding(tag, given)):
            self._hidden.append(tag)
        if tag == "a":
            self._link = Link(given.get("href", "").strip(), "onclick" in given)
        if tag == "img" and not self._hidden:
            self.result.pictures.append((len(self._shown), f"{given.get('src', '')} {given.get('alt', '')}"))
        is_foot = tag == "footer" or _FOOT.search(f"{given.get('id', '')} {given.get('class', '')}")
        if is_foot and self.result.foot_from is None and not self._hidden:
            self.result.foot_from = len(self._shown)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._show("\n", self._offset())
        if tag == "title" and self._title is not None:
            self._end_title()
        if tag in self._hidden:
            del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
        if tag == "a":
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif self._hidden:
            self._unseen.append(data)
        else:
            start = self._offset()
            for number, character in enumerate(data):
                self._show(" " if character.isspace() else character, start + number)

    def handle_entityref(self, name: str) -> None:
        self._show_all(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._show_all(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        self._comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self._comments.append(data)

    def _is_hiding(self, tag: str, given: dict[str, str]) -> bool:
        style = given.get("style", "")
        is_shrunk = tag in _INLINE and _SHRUNK.search(style)
        return tag in _UNSEEN or "hidden" in given or bool(is_shrunk or _HIDING.search(style))

    def _end_title(self) -> None:
        self.result.title = (" ".join("".join(self._title or ()).split()), self._title_at)
        self._title = None

    def _show_all(self, text: str) -> None:
        if self._title is not None:
            self._title.append(text)
        elif not self._hidden:
            for character in text:
                self._show(" " if character.isspace() else character, self._offset())

    def _show(self, character: str, offset: int) -> None:
        if self._hidden:
            return
        self._shown.append(character)
        self.result.offsets.append(offset)
        self.result.links.append(self._link)
