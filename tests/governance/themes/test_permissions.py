"""M3, the rows about themes and city-area rooms, typed by hand."""

import pytest

from governance.resolutions.lifecycle import Competence
from governance.themes import permissions
from governance.themes.lifecycle import Origin, Source, ThemeStatus
from governance.themes.models import ThemeProposal
from portal.foundation import clock
from tests.factories import governance as a

EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "disaster_officer",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
RAISES_AS_CITIZEN = set(EVERYBODY)
RAISES_AS_CITY = {
    "secretary",
    "pr_approver",
    "planner_author",
    "it_staff",
    "disaster_officer",
    "system_admin",
}
ENTERS_PAPER = {"secretary"}
RECEIVES = {"secretary"}
SCREENS = {"secretary", "caretaker_1"}
CHOOSES = {"member_1", "vice_chair_1", "chair"}


@pytest.fixture
def town_with_committee(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office()


def a_theme(status: str) -> ThemeProposal:
    return ThemeProposal(title="題", description="文", status=status, raised_at=clock.now())


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_raise_a_theme(town, acting, who):
    by = acting(who)
    assert bool(permissions.can_raise_theme(by)) == (who in RAISES_AS_CITIZEN)
    assert bool(permissions.can_raise_theme(by, Origin.CITY)) == (who in RAISES_AS_CITY)
    assert bool(permissions.can_raise_theme(by, Origin.CITIZEN, Source.PAPER)) == (who in ENTERS_PAPER)


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_screen_and_choose_in_each_status(town_with_committee, acting, who):
    by = acting(who)
    resolution = a.an_adopted_resolution("「題」の選定", Competence.THEMES)
    for status in ThemeStatus.values:
        theme = a_theme(status)
        answers = {
            "receive": (permissions.can_receive_theme(by, theme), who in RECEIVES and status == "raised"),
            "admit": (permissions.can_admit_theme(by, theme), who in SCREENS and status == "received"),
            "redirect": (permissions.can_redirect_theme(by, theme), who in SCREENS and status == "received"),
            "shortlist": (
                permissions.can_shortlist_theme(by, theme),
                who in CHOOSES and status in {"eligible", "deferred"},
            ),
            "adopt": (
                permissions.can_adopt_theme(by, theme, resolution),
                who in CHOOSES and status == "shortlisted",
            ),
            "defer": (
                permissions.can_defer_theme(by, theme, resolution),
                who in CHOOSES and status in {"eligible", "shortlisted"},
            ),
            "not_adopt": (
                permissions.can_not_adopt_theme(by, theme, resolution),
                who in CHOOSES and status in {"eligible", "shortlisted", "deferred"},
            ),
            "prepare_room": (
                permissions.can_prepare_room(by, theme, resolution),
                who in CHOOSES and status == "adopted",
            ),
        }
        for verb, (found, expected) in answers.items():
            assert bool(found) == expected, (who, verb, status)


def test_choosing_a_theme_needs_a_resolution_about_themes(town_with_committee, acting):
    rules = a.an_adopted_resolution("「題」のルール", Competence.RULES)
    theme = a_theme("shortlisted")
    assert not permissions.can_adopt_theme(acting("chair"), theme, None)
    assert not permissions.can_adopt_theme(acting("chair"), theme, rules)


@pytest.mark.parametrize(
    ("title", "text", "may"),
    [
        ("テーマの選定", "「公園」を選定する。", True),
        ("「公園」の選定", "選定する。", True),
        ("テーマの選定", "『公園』を選定する。", True),
        ("テーマの選定", "「公園の犬」を選定する。", False),
        ("テーマの選定", "公園を選定する。", False),
        ("テーマの選定", "「道路」を選定する。", False),
    ],
)
def test_a_resolution_names_the_theme_it_is_about(town_with_committee, acting, title, text, may):
    resolution = a.an_adopted_resolution(title, Competence.THEMES, text)
    for verb, status in (("adopt", "shortlisted"), ("defer", "eligible"), ("not_adopt", "eligible")):
        theme = a_theme(status)
        theme.title = "公園"
        answer = getattr(permissions, f"can_{verb}_theme")(acting("chair"), theme, resolution)
        assert bool(answer) == may, verb
    theme.status = "adopted"
    assert bool(permissions.can_prepare_room(acting("chair"), theme, resolution)) == may


def test_what_put_a_theme_off_does_not_choose_it_later(town_with_committee, acting):
    resolution = a.an_adopted_resolution("「題」の選定", Competence.THEMES)
    theme = a_theme("shortlisted")
    theme.resolution = resolution
    assert not permissions.can_adopt_theme(acting("chair"), theme, resolution)
