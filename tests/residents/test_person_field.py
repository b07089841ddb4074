"""Naming a person: by address or by a name nobody else bears, never from a list."""

import pytest
from django.core.exceptions import ValidationError

from residents.accounts.person_field import PersonField


def test_a_person_is_found_by_address_or_by_their_own_name(people):
    meant = people["resident_1"]
    field = PersonField(label="だれ")
    assert field.clean(f" {meant.email.upper()} ") == meant
    assert field.clean(meant.display_name) == meant
    assert str(meant.pk) not in str(field.widget.render("who", meant.display_name))


def test_a_name_several_people_bear_asks_for_the_address(people):
    one, other = people["resident_1"], people["resident_2"]
    other.display_name = one.display_name
    other.save()
    with pytest.raises(ValidationError) as refused:
        PersonField().clean(one.display_name)
    assert refused.value.code == "several"
    assert PersonField().clean(one.email) == one


@pytest.mark.parametrize("asked", ["nobody@example.jp", "だれでもない人", "%", "resident"])
def test_who_has_no_account_or_left_is_not_found(people, asked):
    gone = people["resident_3"]
    gone.is_active = False
    gone.save()
    for words in (asked, gone.email, gone.display_name):
        with pytest.raises(ValidationError) as refused:
            PersonField().clean(words)
        assert refused.value.code == "unknown"


def test_nothing_entered_is_nobody(people):
    assert PersonField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        PersonField().clean("")
