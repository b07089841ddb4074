"""The four basic attributes inside a signing certificate, and the town its address lies in.

They are read for one decision and one keyed digest, and then forgotten; nothing of them is stored.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from cryptography import x509
from cryptography.hazmat import asn1

from .municipalities import municipality_of
from .reasons import Refused

ARC = "1.2.392.200149.8.5.5"
NAME, SEX, BIRTH_DATE, ADDRESS = f"{ARC}.1", f"{ARC}.3", f"{ARC}.4", f"{ARC}.5"
NAME_SUBSTITUTES, ADDRESS_SUBSTITUTES = f"{ARC}.2", f"{ARC}.6"
MAX_NAME, MAX_ADDRESS = 100, 200
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True)
class Attributes:
    """Name, sex, birth date and address as the certificate writes them."""

    name: str = field(repr=False)
    sex: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    address: str = field(repr=False)

    @property
    def same_person_text(self) -> str:
        """The text that stays equal when one person's certificate is renewed, or their name is typed at a counter.

        A variation selector says only which shape of one letter is meant (Unicode Standard 23.4): some ways write it.
        """
        name = "".join(unicodedata.normalize("NFKC", VARIATION_SELECTORS.sub("", self.name)).split())
        municipality = municipality_of(self.address) or ""
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
