"""From where to where a rule moves, typed by hand."""

from governance.amendments.lifecycle import AMENDMENT
from governance.rules.lifecycle import BINDING, RULE


def test_the_table_of_a_rule():
    assert {(verb, source, target) for verb, source, target, _by in RULE.rows()} == {
        ("propose", "", "proposed"),
        ("transcribe", "", "in_force"),
        ("transcribe_version", "in_force", "in_force"),
        ("enact", "proposed", "enacted"),
        ("withdraw", "proposed", "withdrawn"),
        ("reject", "proposed", "rejected"),
        ("repeal", "enacted", "repealed"),
        ("repeal_version", "in_force", "in_force"),
        ("lapse", "in_force", "lapsed"),
        ("take_effect", "enacted", "in_force"),
        ("amend", "in_force", "in_force"),
        ("abolish", "in_force", "ending"),
        ("end", "ending", "abolished"),
    }


def test_a_decided_abolition_still_binds():
    assert {str(status) for status in BINDING} == {"in_force", "ending"}


def test_a_verb_out_of_turn_names_the_present_status():
    refusal = RULE.allows("amend", "ending")
    assert not refusal and str(RULE.label("ending")) in str(refusal)


def test_the_table_of_a_proposed_amendment():
    assert {(verb, source, target) for verb, source, target, _by in AMENDMENT.rows()} == {
        ("propose", "", "proposed"),
        ("adopt", "proposed", "adopted"),
        ("reject", "proposed", "rejected"),
        ("withdraw", "proposed", "withdrawn"),
    }
