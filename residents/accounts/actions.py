"""What people do with their own account."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.models import OutboxMessage

from .models import CityConnection, User
from .permissions import can_change_profile, can_register_at_counter


@transaction.atomic
def change_profile(
    person: User, *, by: Acting, real_name: str = "", connection: str = "", **fields: Any
) -> User:
    """Change what one says about oneself; an empty real name leaves the sealed one as it is."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(can_change_profile(by, person))
    for name, value in fields.items():
        setattr(person, name, value)
    if real_name:
        person.real_name = real_name
    person.save()
    declare_connection(person, connection)
    audit.record("residents.profile.changed", by=by, target=person, details={"fields": sorted(fields)})
    return person


@transaction.atomic
def register_at_counter(*, by: Acting, email: str, display_name: str, connection: str) -> User:
    """Somebody came with a paper: find their account, or open one that they enter by a mailed code."""
    require(can_register_at_counter(by))
    person = User.objects.filter(email=email.lower()).first()
    if person is None:
        person = User.objects.create_user(email, display_name=display_name)
        EmailAddress.objects.create(user=person, email=person.email, verified=False, primary=True)
        audit.record("residents.account.registered_at_counter", by=by, target=person)
    if not person.connections.on(clock.today()).exists():
        declare_connection(person, connection)
    return person


def declare_connection(person: User, kind: str) -> None:
    """State what ties one to the city from today on; an earlier statement ends yesterday."""
    current = person.connections.on(clock.today()).first()
    if kind == (current.kind if current else ""):
        return
    if current is not None:
        current.delete() if current.from_on == clock.today() else _end(current)
    if kind:
        CityConnection.objects.create(person=person, kind=kind, from_on=clock.today())


def _end(connection: CityConnection) -> None:
    connection.until_on = clock.today() - clock.ONE_DAY
    connection.save(update_fields=["until_on"])


def mark_read(person: User) -> None:
    """The person has looked at their notices."""
    OutboxMessage.objects.filter(recipient_id=str(person.pk), read_at__isnull=True).update(
        read_at=clock.now()
    )
