"""Citations between the articles of one rule, so that nothing points at the wrong number after a change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .numbering import article_label
from .texts import Text

_CITED = re.compile(r"(?<![」)\uff09例則法令領])第(\d+)条((?:の\d+)*)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A line of the rule that names another article of the same rule."""

    provision: str
    number: str

    @property
    def label(self) -> str:
        return article_label(self.number)


def citations(text: Text) -> list[Citation]:
    """Every place where a line names an article of this rule by number."""
    return [
        Citation(id, "_".join([match[1], *match[2].split("の")[1:]]))
        for article in text.articles
        for id, _, words in article.lines()
        for match in _CITED.finditer(words)
    ]


@dataclass(frozen=True, slots=True)
class Stale:
    """A citation that after the change would name another article than it did, or none."""

    citing: str
    cited: str
    becomes: str


def stale_citations(old: Text, new: Text) -> list[Stale]:
    """Lines kept from the old text whose cited number now belongs to another article, or to none."""
    before = {citation for citation in citations(old)}
    found = []
    for citation in citations(new):
        meant = old.numbered(citation.number) if citation in before else None
        stands = new.numbered(citation.number)
        if meant and (stands is None or stands.id != meant.id):
            moved_to = new.article(meant.id)
            found.append(
                Stale(new.label(citation.provision), citation.label, moved_to.label if moved_to else "")
            )
        elif meant is None and stands is None:
            found.append(Stale(new.label(citation.provision), citation.label, ""))
    return found
