"""Reading law XML from anybody: no document type, no entity, nothing fetched; errors with their line."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from xml.parsers import expat

from django.utils.translation import gettext as _

from .law_check import problems
from .law_nodes import Node, Problem

MOST_BYTES = 20 * 1024 * 1024
MOST_DEPTH = 200
MOST_NAMED = 20
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class UnreadableLaw(ValueError):
    """A file that is no law XML, with every reason a person can act on."""

    def __init__(self, *found: Problem) -> None:
        self.problems = found
        super().__init__("\n".join(self.sentences()))

    def sentences(self) -> list[str]:
        return [sentence(problem) for problem in self.problems]


def sentence(problem: Problem) -> str:
    """The problem in words, with the line where the file has one."""
    said = _sentences()[problem.kind] % dict(zip("abc", problem.names, strict=False))
    return _("Line %(line)s: %(said)s") % {"line": problem.line, "said": said} if problem.line else said


def _sentences() -> dict[str, str]:
    return {
        "too_large": _("The file is larger than %(a)s MB."),
        "encoding": _("The file is not written in the encoding it names (%(a)s)."),
        "doctype": _("The file holds a document type or an entity. For safety such files are not read."),
        "malformed": _("The XML is broken: %(a)s"),
        "too_deep": _("The elements are nested too deeply."),
        "no_law": _("There is no Law element in the file. Is it a file of the national law XML?"),
        "unknown_element": _("The element %(a)s does not exist in the standard."),
        "missing_attribute": _("%(a)s lacks the attribute %(b)s."),
        "unknown_attribute": _("%(a)s may not have the attribute %(b)s."),
        "bad_value": _("The value “%(c)s” is not allowed for the attribute %(b)s of %(a)s."),
        "misplaced": _("%(b)s may not stand in %(a)s."),
        "stray_text": _("%(a)s may not hold text directly."),
        "wrong_order": _("What stands in %(a)s is incomplete or in the wrong order: %(b)s"),
        "empty": _("%(a)s is empty."),
    }


def read(content: bytes) -> Node:
    """The Law element of a file, held against the standard; also out of the envelope of a law service."""
    root = _parse(_utf8(content))
    law = _find(root)
    if law is None:
        raise UnreadableLaw(Problem(root.line, "no_law"))
    if found := tuple(islice(problems(law), MOST_NAMED)):
        raise UnreadableLaw(*found)
    return law


def _utf8(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise UnreadableLaw(Problem(0, "too_large", (str(MOST_BYTES // 1024 // 1024),)))
    marked = next((name for mark, name in _BOMS if content.startswith(mark)), "")
    declared = _DECLARED.match(content)
    name = marked or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        text = content.decode("utf-8-sig" if marked == "utf-8" else name)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableLaw(Problem(0, "encoding", (name,))) from error
    return text.encode("utf-8", "surrogatepass")


def _parse(content: bytes) -> Node:
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    top = Node("")
    open_nodes = [top]

    def begin(tag: str, attrs: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        if len(open_nodes) > MOST_DEPTH:
            raise UnreadableLaw(Problem(line, "too_deep"))
        plain = {
            name: value for name, value in attrs.items() if not name.startswith(("xmlns", "xsi:", "xml:"))
        }
        node = Node(tag, plain, [], line)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def refuse(*_args: object) -> None:
        raise UnreadableLaw(Problem(parser.CurrentLineNumber, "doctype"))

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _tag: open_nodes.pop()
    parser.CharacterDataHandler = lambda words: open_nodes[-1].children.append(words)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        raise UnreadableLaw(Problem(error.lineno, "malformed", (said,))) from error
    return top.elements()[0]


def _find(node: Node) -> Node | None:
    if node.tag == "Law":
        return node
    return next((found for child in node.elements() if (found := _find(child))), None)
