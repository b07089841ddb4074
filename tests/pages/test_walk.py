"""Every address, by everybody: nothing breaks, and nobody causes what is not theirs.

Each address is asked for and posted to (with an empty form) as people of different standing. What
such a post may cause is typed out here by hand, as lines of the ledger; anything else is a hole.
What following links has shown somebody already (test_links) is not asked for again.
"""

from __future__ import annotations

import pytest
from django.db import transaction

from portal.foundation.models import AuditEntry
from tests.pages.routes import explored, filled, routes
from tests.seeded import walked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("refusals_drawn_once")]

NOT_LINKED = {
    "governance:comment-group-drop",  # only while comments on a draft are being answered
    "governance:comment-group-edit",
    "governance:resolution-propose",  # only while a sitting is in session
    "notices:translate",  # takes a language that no page of this walk names
    "residents:contract-withdraw-grant",  # the demo town withdraws no single right of a contract
    "residents:role-table-holders",  # only in a draft of a role table, and the demo town has none
    "surveys:challenge-text",  # only with a text that was just drawn
    "surveys:proof-present",
}
"""Addresses no page of the demo town links to; their rooms' own tests walk them."""

JOINING = {
    "communities.membership.joined by communities:membership-join",
    "governance.rule.followed by governance:rule-follow",
    "governance.event.signed_up by governance:event-sign-up",
}
GIVING_BACK = {"governance.event.sign_up_withdrawn by governance:event-withdraw-sign-up"}
"""resident_12 of the demo town has signed up for an event and may give the place back."""

PLACING = {"residents.team.member_placed by residents:team-place"}
"""A unit says who of its people is in which team, and none is an answer; the mayor's office may do it for any unit."""

OF_THE_COMMITTEE = {
    "governance.event.announced by governance:event-announce",
    "governance.advice.acknowledged by governance:advice-acknowledge",
}
MAY_CAUSE: dict[str, set[str]] = {
    "": set(),
    "resident_12": JOINING | GIVING_BACK,
    "npo_author": JOINING,
    "adviser": JOINING,
    "member_3": JOINING | OF_THE_COMMITTEE,
    "facilitator_dispatched": JOINING,
    "caretaker_1": JOINING | {"communities.stand_in.agreed by communities:stand-in-agree"},
    "it_staff": JOINING | PLACING,
    "disaster_officer": JOINING | PLACING,
    "chair": JOINING | OF_THE_COMMITTEE,
    "mayor": JOINING | PLACING | {"residents.team.dissolved by residents:team-dissolve"},
}


@pytest.mark.parametrize("key", MAY_CAUSE)
def test_nobody_breaks_an_address_or_causes_what_is_not_theirs(seeded_client, key):
    client, samples, seen = seeded_client(key), explored(), walked(key).visited
    broken, caused, unreached = [], set(), []
    for route, name in routes().items():
        path = filled(route, samples)
        if path is None:
            unreached.append(name)
            continue
        for method in ("post",) if path in seen else ("get", "post"):
            before = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            with transaction.atomic():
                answer = getattr(client, method)(path)
                if answer.status_code >= 500:
                    broken.append(f"{method} {path}: {answer.status_code}")
                entries = AuditEntry.objects.filter(pk__gt=before)
                caused |= {f"{entry.verb} by {name}" for entry in entries}
                transaction.set_rollback(True)
        client = seeded_client(key) if "_auth_user_id" not in client.session and key else client
    assert broken == []
    assert caused - MAY_CAUSE[key] == set()
    assert set(unreached) == NOT_LINKED, sorted(set(unreached) ^ NOT_LINKED)
