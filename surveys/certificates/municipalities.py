"""In which town an address lies: the official list of municipalities, and the rule of the longest name.

The list (`municipalities.csv`) holds every municipality of the country under its code (全国地方公共団体コード), with
its county (郡) and with the wards of designated cities, as addresses write them. It was made from the postal code
data of Japan Post, on which Japan Post claims no right, with the designated cities themselves and the six villages
of the northern islands added from the code list of the Ministry of Internal Affairs and Communications.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).with_name("municipalities.csv")
WITH_COUNTY = re.compile(r"^(?P<prefecture>.{2,3}?[都道府県])(?P<county>.+?[郡島])(?P<town>.+[町村])$")
# Both spellings of these small letters are in use for one and the same town.
SAME_LETTERS = str.maketrans("ヶヵ", "ケカ")


@lru_cache(maxsize=1)
def official_municipalities() -> tuple[str, ...]:
    """Names of municipalities with their prefecture and county, as addresses write them."""
    return tuple(name for _code, name in _rows())


def named_municipality(text: str) -> str:
    """A municipality given by name, also without its county, or by its five or six figures."""
    if text.isdigit():
        named = [name for code, name in _rows() if code and text in (code, code[:5])]
        return named[0] if named else text
    return _forms().get(_normal(text), text)


def municipality_of(address: str, *further: str) -> str | None:
    """The longest name the address begins with, so that a ward is not taken for its city."""
    text = _normal(address)
    forms = _forms() if not further else {**_forms(), **{_normal(name): name for name in further}}
    longest = max(map(len, further), default=0)
    for length in range(max(_longest(), longest), 0, -1):
        found = forms.get(text[:length]) if length <= len(text) else None
        if found is not None:
            return found
    return None


def lies_in(address: str, wanted: str) -> bool:
    """Is the address in this municipality? A ward lies in its city; a longer official name does not."""
    asked = named_municipality(wanted)
    further = () if _normal(asked) in _forms() else (asked,)
    found = municipality_of(address, *further)
    return found == asked or bool(found and found.startswith(asked) and _is_ward(found, asked))


def _is_ward(found: str, city: str) -> bool:
    return city.endswith("市") and found.endswith("区")


def _rows() -> Iterator[tuple[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as lines:
        yield from ((row["code"], row["name"]) for row in csv.DictReader(lines))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """How a name may be written → the official name; without the county only where that is unmistakable."""
    names = official_municipalities()
    short = {name: "".join(found.group("prefecture", "town")) for name in names if (found := _parts(name))}
    seen = Counter([*short.values(), *names])
    forms = {_normal(form): name for name, form in short.items() if seen[form] == 1}
    return forms | {_normal(name): name for name in names}


def _parts(name: str) -> re.Match[str] | None:
    return WITH_COUNTY.match(name)


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _forms()))


def _normal(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(SAME_LETTERS)
