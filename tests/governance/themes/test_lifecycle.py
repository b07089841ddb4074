"""The table of a theme, typed by hand."""

from governance.themes.lifecycle import PUBLIC_THEMES, THEME


def test_the_life_of_a_theme():
    assert {(verb, source, target) for verb, source, target, _by in THEME.rows()} == {
        ("raise_theme", "", "raised"),
        ("receive", "raised", "received"),
        ("admit", "received", "eligible"),
        ("redirect", "received", "redirected"),
        ("shortlist", "eligible", "shortlisted"),
        ("shortlist", "deferred", "shortlisted"),
        ("adopt", "shortlisted", "adopted"),
        ("defer", "eligible", "deferred"),
        ("defer", "shortlisted", "deferred"),
        ("not_adopt", "eligible", "not_adopted"),
        ("not_adopt", "shortlisted", "not_adopted"),
        ("not_adopt", "deferred", "not_adopted"),
        ("prepare_room", "adopted", "in_room"),
    }
    assert {"eligible", "shortlisted", "deferred", "adopted", "not_adopted", "in_room"} == PUBLIC_THEMES
