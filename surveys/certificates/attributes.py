"""The four basic attributes inside a signing certificate, and the town its address lies in.

They are read for one decision and one keyed digest, and then forgotten; nothing of them is stored.
"""

import csv
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat import asn1

from .reasons import Refused

ARC = "1.2.392.200149.8.5.5"
NAME, SEX, BIRTH_DATE, ADDRESS = f"{ARC}.1", f"{ARC}.3", f"{ARC}.4", f"{ARC}.5"
NAME_SUBSTITUTES, ADDRESS_SUBSTITUTES = f"{ARC}.2", f"{ARC}.6"
MAX_NAME, MAX_ADDRESS = 100, 200
MUNICIPALITIES = Path(__file__).with_name("municipalities.csv")


@dataclass(frozen=True)
class Attributes:
    """Name, sex, birth date and address as the certificate writes them."""

    name: str = field(repr=False)
    sex: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    address: str = field(repr=False)

    @property
    def same_person_text(self) -> str:
        """The text that stays equal when one person's certificate is renewed."""
        name = "".join(unicodedata.normalize("NFKC", self.name).split())
        municipality = municipality_of(self.address, official_municipalities()) or ""
        return "\x1f".join((name, str(self.birth_date), self.sex, municipality))


def read(certificate: x509.Certificate) -> Attributes:
    """Take the attributes out of the alternative names; each once, each a UTF8String."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        found: dict[str, str] = {}
        for other in names.get_values_for_type(x509.OtherName):
            oid = other.type_id.dotted_string
            if not oid.startswith(ARC + "."):
                continue
            if oid in found:
                raise Refused("attributes")
            found[oid] = asn1.decode_der(str, other.value)
        return _checked(found)
    except Refused:
        raise
    except Exception:
        # A missing extension, a wrong string type and broken bytes all mean: not readable.
        raise Refused("attributes")


def _checked(found: dict[str, str]) -> Attributes:
    name, sex, born, address = (found[oid] for oid in (NAME, SEX, BIRTH_DATE, ADDRESS))
    if not 0 < len(name) <= MAX_NAME or not 0 < len(address) <= MAX_ADDRESS or sex not in ("1", "2", "3"):
        raise Refused("attributes")
    for oid in (NAME_SUBSTITUTES, ADDRESS_SUBSTITUTES):
        if set(found.get(oid, "")) - {"0", "1"}:
            raise Refused("attributes")
    return Attributes(name, sex, _birth_date(born), address)


def _birth_date(text: str) -> date | None:
    """`EYYYYMMDD`: an era figure before a Gregorian date; era 0 means the date is not known."""
    if len(text) != 9 or not text.isascii() or not text.isdigit() or text[0] not in "012345":
        raise Refused("attributes")
    if text[0] == "0":
        return None
    return date(int(text[1:5]), int(text[5:7]), int(text[7:9]))


_official: tuple[str, ...] = ()


def official_municipalities() -> tuple[str, ...]:
    """Names of municipalities with their prefecture, as the official code list writes them."""
    global _official
    if not _official:
        with MUNICIPALITIES.open(encoding="utf-8", newline="") as lines:
            _official = tuple(row["name"] for row in csv.DictReader(lines))
    return _official


def named_municipality(text: str) -> str:
    """A municipality given by name, or by its five or six figures in the official list."""
    if text.isdigit():
        with MUNICIPALITIES.open(encoding="utf-8", newline="") as lines:
            named = [row["name"] for row in csv.DictReader(lines) if text in (row["code"], row["code"][:5])]
        return named[0] if named else text
    return text


def municipality_of(address: str, names: tuple[str, ...]) -> str | None:
    """The longest official name the address begins with, so that a ward is not taken for its city."""
    text = unicodedata.normalize("NFKC", address)
    fitting = [name for name in names if text.startswith(_normal(name))]
    return max(fitting, key=len, default=None)


@lru_cache(maxsize=4096)
def _normal(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def lies_in(address: str, wanted: str) -> bool:
    """Is the address in this municipality? A ward lies in its city; a longer official name does not."""
    found = municipality_of(address, (*official_municipalities(), wanted))
    return found == wanted or bool(found and found.startswith(wanted) and _is_ward(found, wanted))


def _is_ward(found: str, city: str) -> bool:
    return city.endswith("市") and found.endswith("区")
