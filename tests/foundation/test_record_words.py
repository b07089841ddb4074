"""A person's own record and the ledger are read by people: no line of them is a code."""

from __future__ import annotations

import pytest
from django.utils import translation

from portal.foundation import audit
from portal.foundation.management.commands.document import audit_verbs
from portal.foundation.record_words import in_words


def test_every_verb_of_the_ledger_has_words():
    assert len(audit_verbs()) > 400
    assert [verb for verb in audit_verbs() if in_words(verb) == verb] == []


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("communities.stand_in.agreed", "進行役の代行：引受け"),
        ("governance.event.signed_up", "委員会の催し：参加の申込み"),
        ("governance.rule.followed", "ルール：見守りを始める"),
        ("residents.body.followed", "組織：引き継ぐ組織への移管"),
        ("nobody.knows.this", "nobody.knows.this"),
    ],
)
def test_what_a_line_says_in_japanese(verb, words):
    with translation.override("ja"):
        assert in_words(verb) == words


def test_a_look_is_a_verb_of_the_ledger():
    assert audit.LOOK in audit_verbs()
