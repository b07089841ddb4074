"""What a model holds about people, said by the model itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PersonalData:
    """Who answers for it, what it is for, how long it stays, what erasure leaves behind."""

    controller: str
    purpose: str
    fields: tuple[str, ...]
    retention: str
    on_erasure: str


NoPersonalData = PersonalData(controller="", purpose="", fields=(), retention="", on_erasure="")
