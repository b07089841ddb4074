"""Personal data at rest: AES-256-GCM, bound to its row, opened only by a recorded look.

A record is version ‖ nonce ‖ ciphertext; the associated data are model, field and row, so that a
ciphertext moved to another row does not open (NIST SP 800-38D). Data keys are per purpose, wrapped
(RFC 3394) by the first of SEALING_KEYS; setting one to NULL erases everything sealed under it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from .models import SealingKey

if TYPE_CHECKING:
    from .acting import Acting

VERSION = b"\x01"


class Erased(Exception):
    """The key of this purpose was destroyed; what it sealed cannot be read by anybody."""


def _wrapping_keys() -> list[bytes]:
    keys = [base64.b64decode(key) for key in settings.SEALING_KEYS]
    if not keys or any(len(key) != 32 for key in keys):
        raise ImproperlyConfigured("SEALING_KEYS needs base64 keys of 32 bytes each")
    return keys


def _data_key(purpose: str) -> bytes:
    row = SealingKey.objects.filter(purpose=purpose).first()
    if row is None:
        wrapped = aes_key_wrap(_wrapping_keys()[0], os.urandom(32))
        row, _created = SealingKey.objects.get_or_create(purpose=purpose, defaults={"wrapped": wrapped})
    return _unwrapped(row)


def _unwrapped(row: SealingKey) -> bytes:
    if row.wrapped is None:
        raise Erased(row.purpose)
    for key in _wrapping_keys():
        try:
            return aes_key_unwrap(key, bytes(row.wrapped))
        except InvalidUnwrap:
            continue
    raise ImproperlyConfigured(f"no key in SEALING_KEYS opens the data key of {row.purpose}")


def seal(text: str, *, purpose: str, bound_to: str) -> bytes:
    """Encrypt ``text`` so that it opens only in the place named by ``bound_to``."""
    return seal_each([text], purpose=purpose, bound_to=bound_to)[0]


def seal_each(texts: Iterable[str], *, purpose: str, bound_to: str) -> list[bytes]:
    """Encrypt many texts that belong to one place; the key is fetched once."""
    cipher = AESGCM(_data_key(purpose))
    sealed = []
    for text in texts:
        nonce = os.urandom(12)
        sealed.append(VERSION + nonce + cipher.encrypt(nonce, text.encode(), bound_to.encode()))
    return sealed


def unseal(sealed: bytes, *, purpose: str, bound_to: str) -> str:
    """Decrypt.

    Raises:
        cryptography.exceptions.InvalidTag: altered, or moved from another row.
        Erased: the key was destroyed.
    """
    return next(unseal_each([sealed], purpose=purpose, bound_to=bound_to))


def unseal_each(sealed: Iterable[bytes], *, purpose: str, bound_to: str) -> Iterator[str]:
    """Decrypt many texts of one place, one after another; the key is fetched once."""
    opened = unsealer(purpose, bound_to=bound_to)
    for one in sealed:
        yield opened(one)


def unsealer(purpose: str, *, bound_to: str) -> Callable[[bytes], str]:
    """What opens texts of one place, however many come; the key is fetched now."""
    cipher = AESGCM(_data_key(purpose))
    return lambda sealed: _opened(cipher, sealed, bound_to)


def _opened(cipher: AESGCM, sealed: bytes, place: str) -> str:
    return cipher.decrypt(bytes(sealed[1:13]), bytes(sealed[13:]), place.encode()).decode()


def destroy(purpose: str) -> bool:
    """Set the data key to NULL: everything sealed under it is erased for good, in this database at once, in its
    backups with the last copy of the key. Whoever calls it records why; returns whether there was a key."""
    return bool(SealingKey.objects.filter(purpose=purpose, wrapped__isnull=False).update(wrapped=None))


def rewrap() -> int:
    """Wrap every data key anew with the first of SEALING_KEYS; how many were wrapped by another one before.

    What they seal stays as it is. Afterwards the older wrapping keys open nothing and can be taken away.
    """
    newest, count = _wrapping_keys()[0], 0
    for row in SealingKey.objects.select_for_update().filter(wrapped__isnull=False):
        opened = _unwrapped(row)
        try:
            aes_key_unwrap(newest, bytes(row.wrapped or b""))
        except InvalidUnwrap:
            row.wrapped = aes_key_wrap(newest, opened)
            row.save(update_fields=["wrapped"])
            count += 1
    return count


def blind_index(text: str, *, purpose: str) -> str:
    """What stands beside a sealed text so that exactly the same text can be found again: 128 bits of a keyed digest.

    Only for what few can guess, such as a full name. Of a sex or a birth date it would be a second copy in the open:
    whoever holds the key tries every value. The key is its own, and ends with `destroy` of the purpose's index.
    """
    words = "".join(unicodedata.normalize("NFKC", text).split())
    return hmac.new(_data_key(index_of(purpose)), words.encode(), hashlib.sha256).hexdigest()[:32]


def index_of(purpose: str) -> str:
    """The name of the key of a purpose's blind index."""
    return f"index:{purpose}"


class Sealed:
    """A closed envelope in a row; truthy when something is in it."""

    def __init__(self, instance: models.Model, field: SealedTextField, stored: bytes) -> None:
        self._instance, self._field, self._stored = instance, field, stored

    @property
    def name(self) -> str:
        return self._field.name

    @property
    def given_by(self) -> str:
        """The id of the person who gave these words to the town; "" where nobody did who has an account."""
        return self._field.giver(self._instance)

    def __bool__(self) -> bool:
        return bool(self._stored)

    def __str__(self) -> str:
        return "●●●" if self._stored else ""

    def reveal(self, *, by: Acting, reason: str) -> str:
        """Open the envelope; the look itself is written to the ledger."""
        from .looks import note_look  # the ledger's page cache reads settings; models use this module

        if not self._stored:
            return ""
        note_look([self], by=by, matter=self._instance, reason=reason, details={"field": self._field.name})
        return self.carried()

    def carried(self) -> str:
        """The words for what no person reads: sealing them again elsewhere, or counting. It leaves no line."""
        return self._field.opened(self._instance, self._stored) if self._stored else ""

    def is_exactly(self, words: str) -> bool:
        """Are these the words inside? They are compared and shown to nobody."""
        return hmac.compare_digest(self.carried().encode(), words.encode())


def opened_together(envelopes: Iterable[Sealed]) -> list[str]:
    """The words of many envelopes, for one look of ``looks.look``; each key is fetched once."""
    ciphers: dict[str, AESGCM] = {}
    found = []
    for one in envelopes:
        purpose, place = one._field.purpose, one._field._bound_to(one._instance)
        if one and purpose not in ciphers:
            ciphers[purpose] = AESGCM(_data_key(purpose))
        found.append(_opened(ciphers[purpose], one._stored, place) if one else "")
    return found


class _Envelope:
    """Attribute access: assign plain text, read a ``Sealed``."""

    def __init__(self, field: SealedTextField) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type | None = None) -> Any:
        if instance is None:
            return self
        stored = instance.__dict__.get(self.field.attname)
        if isinstance(stored, str):
            return stored
        return Sealed(instance, self.field, bytes(stored or b""))

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, Sealed):
            value = value._stored
        instance.__dict__[self.field.attname] = value


NOBODY = "nobody"


class SealedTextField(models.BinaryField):
    """Text that rests sealed, bound to the key of its row: the row is a ``Uuid``, or ``Numbered``.

    ``given_by`` leads from the row to the id of whoever gave these words (``case__subject_id``); they are told who
    opens them. `NOBODY`: the office's own words, or a copy of what stood in public.
    """

    def __init__(self, *args: Any, purpose: str = "", given_by: str = "", **kwargs: Any) -> None:
        self.purpose, self.given_by = purpose, given_by
        kwargs.setdefault("editable", True)
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs["purpose"] = self.purpose
        return name, path, args, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Envelope(self))

    def _bound_to(self, instance: models.Model) -> str:
        return f"{instance._meta.label_lower}:{self.name}:{instance.pk}"

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        stored = model_instance.__dict__.get(self.attname)
        if isinstance(stored, str):
            if stored and model_instance.pk is None:
                raise ValueError(
                    f"{self.name} is sealed for a row that has no key yet; see numbered.Numbered"
                )
            place = self._bound_to(model_instance)
            stored = seal(stored, purpose=self.purpose, bound_to=place) if stored else b""
            model_instance.__dict__[self.attname] = stored
        return bytes(stored or b"")

    def giver(self, instance: models.Model) -> str:
        """The id of whoever gave the words of this row."""
        found: Any = instance
        for step in self.given_by.split("__") if self.given_by != NOBODY else ():
            found = getattr(found, step, None)
        return "" if found is None or found is instance else str(found)

    def opened(self, instance: models.Model, stored: bytes) -> str:
        return unseal(stored, purpose=self.purpose, bound_to=self._bound_to(instance))
