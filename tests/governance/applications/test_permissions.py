"""M5, the rows about applications, and 第11条, typed by hand."""

import pytest

from governance.applications import permissions
from portal.foundation.acting import Acting
from residents.models import CityConnection, User
from tests.factories import governance as a
from tests.governance.recruitments.test_permissions import EVERYBODY

MAY_READ_APPLICATIONS = {"secretary", "secretary_chief", "mayor"}
MAY_ENTER = {"secretary", "secretary_chief"}


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_applications(recruitment, people, acting, who):
    by = acting(who)
    submitted = a.an_application(recruitment, people["resident_2"])
    assert bool(permissions.can_read_applications(by)) == (who in MAY_READ_APPLICATIONS)
    assert bool(permissions.can_enter_application(by, recruitment)) == (who in MAY_ENTER)
    assert bool(permissions.can_withdraw_application(by, submitted)) is False
    submitted.status = "selected"
    assert bool(permissions.can_accept_application(by, submitted)) is False
    assert bool(permissions.can_turn_down_application(by, submitted)) is False


def newcomer(kind: str | None) -> User:
    person = User.objects.create_user(f"{kind or 'nobody'}@example.jp", display_name="新しい人")
    if kind:
        person.connections.create(kind=kind)
    return person


@pytest.mark.parametrize(
    ("kind", "eligible"),
    [
        (CityConnection.Kind.RESIDENCE, True),
        (CityConnection.Kind.WORK, True),
        (CityConnection.Kind.STUDY, True),
        (None, False),
    ],
)
def test_article_11_asks_for_living_working_or_studying_in_the_city(recruitment, kind, eligible):
    assert bool(permissions.can_submit_application(Acting(newcomer(kind)), recruitment)) == eligible


def test_a_guest_is_told_to_log_in(recruitment):
    refused = permissions.can_submit_application(Acting(), recruitment)
    assert not refused and refused.next_step


MAY_APPLY_IN = {"accepting"}
MAY_ENTER_PAPER_IN = {"accepting", "closed"}


@pytest.mark.parametrize("status", ["planned", "announced", "accepting", "closed", "completed", "cancelled"])
def test_applications_are_accepted_only_in_the_window(recruitment, people, status):
    recruitment.status = status
    found = permissions.can_submit_application(Acting(people["resident_2"]), recruitment)
    assert bool(found) == (status in MAY_APPLY_IN)
    found = permissions.can_enter_application(a.acting_secretariat(), recruitment)
    assert bool(found) == (status in MAY_ENTER_PAPER_IN)


def test_nobody_applies_twice_in_one_recruitment(recruitment, people):
    a.an_application(recruitment, people["resident_2"])
    assert not permissions.can_submit_application(Acting(people["resident_2"]), recruitment)
