"""A whole law XML document for one day: the head, the text in force, every supplementary provision."""

from __future__ import annotations

import re
from datetime import date

from portal.foundation.wareki import GREGORIAN_SINCE, era_year, wareki

from .law_nodes import Node
from .law_projection import APPENDED, LawText, project
from .law_reading import read
from .law_writing import Writer, inline, node, sentences, serialised
from .models import Rule, RuleVersion
from .provisions import WIDE_SPACE
from .standing import Standing, not_repealed
from .supplements import Supplement

ERAS = {"明治": "Meiji", "大正": "Taisho", "昭和": "Showa", "平成": "Heisei", "令和": "Reiwa"}


def law_xml(rule: Rule, standing: Standing) -> bytes | None:
    """The file; nothing for a day without text."""
    version = standing.version
    if version is None or version.main_provision is None:
        return None
    known = [entry for entry in not_repealed(rule.versions.all()) if entry.number <= version.number]
    read_from = max((entry for entry in known if entry.source), key=lambda entry: entry.number, default=None)
    if read_from is not None and read_from.pk == version.pk:
        return serialised(read(read_from.source.encode()))
    brought = [
        entry
        for entry in sorted(known, key=lambda entry: entry.number)
        if entry.supplement and (read_from is None or entry.number > read_from.number)
    ]
    source = project(read(read_from.source.encode())) if read_from else None
    writer = Writer(version.main_provision, source)
    supplements = [_supplement(entry, is_first=entry.number == 1) for entry in brought]
    law = _amended(source, writer, supplements) if source else _written(rule, known, writer, supplements)
    return serialised(law)


def _amended(source: LawText, writer: Writer, supplements: list[Node]) -> Node:
    """The file as it was read, with the text of the day in place of its own."""
    body = source.root.first("LawBody")
    children: list[Node] = []
    here = {appendix.id: appendix for appendix in writer.text.appendices}
    ids = {id(found): name for name, found in source.nodes.items()}
    for child in body.elements():
        if child.tag == "MainProvision":
            children.append(writer.main_provision())
        elif child.tag in APPENDED:
            appendix = here.pop(ids[id(child)], None)
            children += [writer.appendix(appendix)] if appendix else []
        else:
            children.append(child)
    children += [*supplements, *(writer.appendix(appendix) for appendix in here.values())]
    kept = [child for child in source.root.elements() if child.tag != "LawBody"]
    return Node("Law", source.root.attrs, [*kept, Node("LawBody", body.attrs, children)])


def _written(rule: Rule, known: list[RuleVersion], writer: Writer, supplements: list[Node]) -> Node:
    first = min(known, key=lambda version: version.number)
    day = max(first.promulgated_on or first.effective_from, GREGORIAN_SINCE)
    preamble = [_loose(place, words) for place, words in enumerate(writer.text.preamble, start=1)]
    body = node(
        "LawBody",
        node("LawTitle", *inline(rule.title)),
        *([node("Preamble", *preamble)] if preamble else []),
        writer.main_provision(),
        *supplements,
        *(writer.appendix(appendix) for appendix in writer.text.appendices),
    )
    return Node("Law", _head(first, day), [node("LawNum", _number(first, day)), body])


def _head(first: RuleVersion, day: date) -> dict[str, str]:
    """The standard asks for a running number; an instrument without one is the first of its day."""
    era, year = era_year(day)
    figures = re.findall(r"[1-9]\d*", _basis(first))
    return {
        "Era": ERAS[era],
        "Year": str(year),
        "Num": figures[-1] if figures else "1",
        "PromulgateMonth": str(day.month),
        "PromulgateDay": str(day.day),
        "LawType": "Misc",
        "Lang": "ja",
    }


def _basis(version: RuleVersion) -> str:
    return version.resolution.printed_number if version.resolution else version.reference


def _number(first: RuleVersion, day: date) -> str:
    return f"{wareki(day)}{_basis(first)}"


def _supplement(version: RuleVersion, is_first: bool) -> Node:
    supplement: Supplement = version.supplementary_provision
    day = max(version.promulgated_on or version.effective_from, GREGORIAN_SINCE)
    kind = {"Type": "New"} if is_first else {"Type": "Amend", "AmendLawNum": _number(version, day)}
    paragraphs = [
        _loose(place, words, label) for place, (label, words) in enumerate(supplement.paragraphs, start=1)
    ]
    return Node("SupplProvision", kind, [node("SupplProvisionLabel", f"附{WIDE_SPACE}則"), *paragraphs])


def _loose(place: int, words: str, label: str = "") -> Node:
    number = node("ParagraphNum", *inline(label))
    return node("Paragraph", number, node("ParagraphSentence", *sentences(words)), Num=str(place))
