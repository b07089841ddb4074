"""The floor: decisions, lifecycles, ledger, outbox, clock, numbers, sealing, paging."""

from datetime import date, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, models, transaction
from django.test import RequestFactory

from portal.foundation import audit, clock, parameters, sealing
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied, require
from portal.foundation.lifecycles import REGISTRY, START, Lifecycle
from portal.foundation.models import AuditEntry, AuditSeal, OutboxMessage, SealingKey
from portal.foundation.paging import keyset
from residents.models import User


class Door(models.TextChoices):
    OPEN = "open", "開"
    SHUT = "shut", "閉"


@pytest.fixture
def door():
    yield Lifecycle(
        "test.door",
        Door,
        build=({START}, Door.OPEN, "builder"),
        close=({Door.OPEN}, Door.SHUT, "anybody"),
    )
    REGISTRY.pop("test.door")


def test_a_denial_is_false_and_can_be_raised():
    refusal = Denied("だめです", "窓口へ")
    assert not refusal
    with pytest.raises(Denied) as caught:
        require(refusal)
    assert (caught.value.reason, caught.value.next_step) == ("だめです", "窓口へ")


def test_a_lifecycle_allows_by_verb_and_names_the_status(door):
    assert door.allows("close", Door.OPEN) is True
    assert "閉" in str(door.allows("close", Door.SHUT))
    assert not door.allows("close", START)
    assert "open --> shut: close (anybody)" in door.mermaid()


def test_a_lifecycle_refuses_statuses_that_do_not_exist():
    with pytest.raises(ValueError, match="ajar"):
        Lifecycle("test.broken", Door, leave=({Door.OPEN}, "ajar", "nobody"))


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_the_ledger(change):
    entry = audit.record("test.thing.done", by=CLOCK)
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        if change == "update":
            AuditEntry.objects.filter(pk=entry.pk).update(reason="anders")
        else:
            AuditEntry.objects.filter(pk=entry.pk).delete()


@pytest.mark.django_db
def test_sealing_twice_chains_each_line_once():
    audit.seal()
    audit.record("test.thing.done", by=CLOCK)
    audit.record("test.thing.done", by=CLOCK, details={"n": 2})
    assert audit.seal() == 2
    assert audit.seal() == 0
    assert audit.verify() == []
    second, first = AuditSeal.objects.order_by("-id")[:2]
    assert second.previous_hash == first.chain_hash


@pytest.mark.django_db
def test_an_altered_line_breaks_the_chain(monkeypatch):
    entry = audit.record("test.thing.done", by=CLOCK, reason="wahr")
    audit.seal()
    altered = AuditEntry.objects.in_bulk()
    altered[entry.pk].reason = "falsch"
    monkeypatch.setattr(AuditEntry.objects, "in_bulk", lambda: altered)
    assert audit.verify() == [AuditSeal.objects.latest("pk").pk]


def test_the_clock_can_be_set_and_returns():
    before = clock.now()
    with clock.at(date(2004, 1, 26)):
        assert clock.today() == date(2004, 1, 26)
        with clock.at(datetime(2005, 4, 1, 23, 59)):
            assert clock.today() == date(2005, 4, 1)
    assert clock.now() >= before


@pytest.mark.django_db
def test_a_number_holds_from_its_day():
    parameters.declare("test.number", int, unit="persons", source="第8条")
    parameters.set_value("test.number", 15, valid_from=date(2001, 4, 1), basis="第8条", by=CLOCK)
    parameters.set_value("test.number", 20, valid_from=date(2006, 4, 1), basis="第8条", by=CLOCK)
    assert parameters.value("test.number", on=date(2006, 3, 31)) == 15
    assert parameters.value("test.number", on=date(2006, 4, 1)) == 20
    with pytest.raises(parameters.NotSet):
        parameters.value("test.number", on=date(2001, 3, 31))
    parameters.set_value("test.number", None, valid_from=date(2010, 4, 1), basis="廃止", by=CLOCK)
    with pytest.raises(parameters.NotSet):
        parameters.value("test.number", on=date(2010, 4, 1))
    with pytest.raises(KeyError):
        parameters.value("test.never_declared")
    parameters.DECLARED.pop("test.number")


@pytest.mark.django_db
def test_what_is_sealed_opens_only_in_its_place_and_the_look_is_recorded(people, acting):
    me, other = people["resident_1"], people["resident_2"]
    me.real_name, other.real_name = "本名 一", "本名 二"
    me.save()
    other.save()
    me.refresh_from_db()
    assert "本名" not in str(me.real_name) and bool(me.real_name)
    assert me.real_name.reveal(by=acting("secretary"), reason="委嘱状の作成") == "本名 一"
    look = AuditEntry.objects.get(verb="residents.personal_data.viewed")
    assert (look.target_id, look.details, look.reason) == (str(me.pk), {"field": "real_name"}, "委嘱状の作成")
    User.objects.filter(pk=other.pk).update(
        real_name=bytes(User.objects.values_list("real_name", flat=True).get(pk=me.pk))
    )
    other.refresh_from_db()
    with pytest.raises(InvalidTag):
        other.real_name.reveal(by=acting("secretary"), reason="試験")


@pytest.mark.django_db
def test_destroying_the_key_erases_what_it_sealed(people, acting):
    me = people["resident_1"]
    me.real_name = "本名 一"
    me.save()
    SealingKey.objects.filter(purpose="residents.real_name").update(wrapped=None)
    me.refresh_from_db()
    with pytest.raises(sealing.Erased):
        me.real_name.reveal(by=acting("secretary"), reason="試験")


@pytest.mark.django_db
def test_a_list_is_read_by_key_forwards_and_backwards(town):
    everybody = [u.pk for u in User.objects.order_by("-display_name", "-id")]
    factory, seen, url, back = RequestFactory(), [], "/list/", None
    while url:
        page = keyset(User.objects.all(), factory.get(url), size=7, order="-display_name -id")
        seen += [user.pk for user in page]
        back, url = page.previous_url, page.next_url
    assert seen == everybody
    page = keyset(User.objects.all(), factory.get(back), size=7, order="-display_name -id")
    assert len(page.items) == 7
    tampered = keyset(User.objects.all(), factory.get("/list/?after=abc"), size=7, order="-display_name -id")
    assert [u.pk for u in tampered] == everybody[:7]


@pytest.mark.django_db
@pytest.mark.parametrize("order", ["-read_at -id", "read_at id"])
def test_rows_with_nothing_in_the_field_are_each_read_once(order, people):
    """Nothing counts as less than everything, whichever database sorts."""
    for n in range(9):
        OutboxMessage.objects.create(
            kind="x", recipient_id=str(n), read_at=clock.now() + timedelta(hours=n) if n % 2 else None
        )
    factory, seen, url = RequestFactory(), [], "/list/"
    while url:
        page = keyset(OutboxMessage.objects.filter(kind="x"), factory.get(url), size=2, order=order)
        seen += [message.pk for message in page]
        back, url = page.previous_url, page.next_url
    assert len(seen) == len(set(seen)) == 9
    returned = [
        m.pk for m in keyset(OutboxMessage.objects.filter(kind="x"), factory.get(back), size=8, order=order)
    ]
    assert returned == seen[:8]


@pytest.mark.django_db
def test_a_key_of_another_list_shows_the_first_page(town):
    factory = RequestFactory()
    key = keyset(User.objects.all(), factory.get("/"), size=3).next_url.split("after=")[1]
    first = [entry.pk for entry in keyset(AuditEntry.objects.all(), factory.get("/"))]
    assert [e.pk for e in keyset(AuditEntry.objects.all(), factory.get(f"/?after={key}"))] == first
