"""What a report can cite: the sentences of the rules in force that say what must not be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.rules.lifecycle import InstrumentType
from governance.rules.models import RuleVersion
from governance.rules.texts import Text
from portal.foundation import clock

PROHIBITION = "してはならない"


@dataclass(frozen=True)
class Ban:
    """One provision of one version of a rule; ``key`` names both."""

    version: RuleVersion
    provision: str
    label: str
    words: str

    @property
    def key(self) -> str:
        return f"{self.version.pk}:{self.provision}"


def bans(on: date | None = None) -> list[Ban]:
    """The prohibitions of the room rules in force on a day, in reading order."""
    day = on or clock.today()
    versions = RuleVersion.objects.as_of(day).filter(rule__instrument_type=InstrumentType.ROOM_RULE)
    found = versions.filter(text__isnull=False).select_related("rule").order_by("rule__pk")
    return [Ban(version, *place) for version in found for place in prohibitions(version.main_provision)]


def prohibitions(text: Text) -> list[tuple[str, str, str]]:
    """(id, label, words) of each prohibition: the items of a list of them, or the paragraph itself."""
    found: list[tuple[str, str, str]] = []
    for article in text.articles:
        for paragraph in article.paragraphs:
            if PROHIBITION not in paragraph.text:
                continue
            lines = paragraph.items or (paragraph,)
            found += [(line.id, text.label(line.id), line.text) for line in lines]
    return found


def words_of(version: RuleVersion, provision: str) -> tuple[str, str]:
    """(第4条第2号, its words) as the version cited says it, whatever was amended since."""
    text = version.main_provision
    if text is None:
        return "", ""
    words = {id: words for article in text.articles for id, _label, words in article.lines()}
    return text.label(provision), words.get(provision, "")
