"""The table of a payment list, typed by hand."""

from governance.honoraria.lifecycle import HONORARIUM_LIST


def test_the_life_of_a_payment_list():
    assert {(verb, source, target) for verb, source, target, _by in HONORARIUM_LIST.rows()} == {
        ("draft", "", "drafted"),
        ("check", "drafted", "checked"),
        ("approve", "checked", "approved"),
        ("pay", "approved", "paid"),
        ("report", "paid", "reported"),
        ("discard", "drafted", "discarded"),
        ("discard", "checked", "discarded"),
    }
