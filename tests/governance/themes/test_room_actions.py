"""The room of a theme: every act of the committee rests on a resolution of its own that names the room."""

from datetime import date

import pytest

from communities.facilitators import actions as facilitators
from communities.forums import actions as forums
from communities.posts import actions as posts
from communities.posts import tasks as quiet
from communities.room_rules import actions as room_rules
from communities.rooms import quiet_actions
from communities.rooms.models import Room
from governance.resolutions.lifecycle import Competence
from governance.themes import permissions, room_actions, tasks
from governance.themes.nominees import Nominee
from portal.foundation import parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories import governance as a
from tests.factories.communities import Forums
from tests.factories.themes import a_posted_summary, a_resolution, opened, prepared


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    return term


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.theme_room")
    return [row.kind.removeprefix("governance.theme_room_") for row in rows.order_by("pk")]


def test_the_raiser_hears_of_every_step_of_the_room_also_without_taking_part(committee, acting, people):
    theme = opened(acting, people, a_resolution())
    by = acting("chair")
    room_actions.extend_room(theme, by=by, resolution=a_resolution("延長"), closes_on=date(2026, 8, 1))
    room_actions.end_discussion(theme, by=by, resolution=a_resolution("終了"))
    summary = a_posted_summary(Room.objects.get(), people)
    room_actions.adopt_summary(theme, by=by, resolution=a_resolution("まとめの採択"), summary=summary)
    room_actions.close_city_area_room(theme, by=by, resolution=a_resolution("閉鎖"), reason="提言に至らず")
    assert told(people["resident_1"]) == [
        "prepared",
        "opened",
        "extended",
        "discussion_ended",
        "summary_adopted",
        "closed",
    ]
    room = Room.objects.get()
    assert (room.status, room.summary, room.closes_on) == ("closed", summary.text, date(2026, 8, 1))


def test_a_raiser_who_takes_part_is_told_once(committee, acting, people):
    theme = opened(acting, people, a_resolution())
    forums.join(theme.room.forum_ptr, by=Acting(people["resident_1"]), shown_name="本名 太郎")
    room_actions.extend_room(
        theme, by=acting("chair"), resolution=a_resolution("延長"), closes_on=date(2026, 8, 1)
    )
    assert told(people["resident_1"]) == ["prepared", "opened"]
    in_room = OutboxMessage.objects.filter(kind="communities.room_extended")
    assert in_room.filter(recipient_id=str(people["resident_1"].pk)).exists()


def test_a_room_without_a_facilitator_who_accepted_cannot_open(committee, acting, people):
    resolution = a_resolution()
    theme = prepared(acting, people, resolution)
    with pytest.raises(Denied):
        room_actions.open_city_area_room(theme, by=acting("chair"), resolution=resolution)
    assert Room.objects.get().status == "preparing"


@pytest.mark.parametrize("verb", ["extend", "end_discussion", "abolish"])
def test_the_opening_resolution_neither_extends_nor_ends_nor_closes_the_room(committee, acting, people, verb):
    resolution = a_resolution()
    theme = opened(acting, people, resolution)
    may = permissions.can_decide_on_room
    assert not may(acting("chair"), theme, verb, resolution)
    assert not may(acting("chair"), theme, verb, a_resolution("終了", title="別のテーマ"))
    assert not may(acting("chair"), theme, verb, a_resolution("終了", competence=Competence.RULES))
    assert not may(acting("chair"), theme, verb, None)
    assert may(acting("chair"), theme, verb, a_resolution("終了"))


def test_what_extended_a_room_does_not_close_it(committee, acting, people):
    theme, extending = opened(acting, people, a_resolution()), a_resolution("延長")
    room_actions.extend_room(theme, by=acting("chair"), resolution=extending, closes_on=date(2026, 8, 1))
    with pytest.raises(Denied):
        room_actions.close_city_area_room(theme, by=acting("chair"), resolution=extending, reason="x")


@pytest.mark.parametrize("who", ["secretary", "mayor", "caretaker_1", "planner_author"])
def test_staff_cannot_close_a_city_area_room_even_with_the_resolution_in_hand(committee, acting, people, who):
    theme, closing = prepared(acting, people, a_resolution()), a_resolution("閉鎖")
    with pytest.raises(Denied):
        room_actions.close_city_area_room(theme, by=acting(who), resolution=closing, reason="片付けたい")
    with pytest.raises(Denied):
        room_actions.close_city_area_room(theme, by=acting("chair"), resolution=None, reason="片付けたい")
    closed = room_actions.close_city_area_room(
        theme, by=acting("chair"), resolution=closing, reason="重複のため"
    )
    assert (closed.status, closed.closing_resolution) == ("closed", closing.printed_number)


def test_the_clock_ends_a_discussion_and_the_raiser_hears_of_it(committee, acting, people, frozen):
    theme = opened(acting, people, a_resolution())
    frozen("2026-07-01 23:00")
    assert tasks.end_discussions() == 0
    frozen("2026-07-02 04:00")
    assert tasks.end_discussions() == 1
    assert tasks.end_discussions() == 0
    theme.room.refresh_from_db()
    assert theme.room.status == "summarising"
    assert told(people["resident_1"]) == ["prepared", "opened", "discussion_ended"]


def test_only_a_summary_of_this_room_is_adopted(committee, acting, people):
    theme = opened(acting, people, a_resolution())
    other = Forums(acting).city_room("open", slug="other-room")
    summary = a_posted_summary(other, people)
    room_actions.end_discussion(theme, by=acting("chair"), resolution=a_resolution("終了"))
    theme.refresh_from_db()
    with pytest.raises(Denied):
        room_actions.adopt_summary(
            theme, by=acting("chair"), resolution=a_resolution("採択"), summary=summary
        )


def test_the_committee_puts_one_facilitator_in_the_place_of_another(committee, acting, people):
    theme = opened(acting, people, a_resolution())
    first = theme.room.facilitators.active().get()
    with pytest.raises(Denied):
        facilitators.end(first, by=acting("chair"), reason="決議なしに")
    changing = a_resolution("進行役の交代")
    room_actions.name_facilitator(
        theme,
        by=acting("chair"),
        resolution=changing,
        nominee=Nominee(people["member_1"], "committee_member"),
        replaced=first,
        reason="転居のため",
    )
    first.refresh_from_db()
    assert first.status == "ended"
    second = theme.room.facilitators.in_hand().get()
    assert (second.person, second.status, second.resolution) == (
        people["member_1"],
        "nominated",
        changing.printed_number,
    )
    with pytest.raises(Denied):
        room_actions.name_facilitator(
            theme, by=acting("chair"), resolution=changing, nominee=Nominee(people["resident_4"], "other")
        )
    for who in ("secretary", "caretaker_1", "facilitator_other", "resident_1"):
        assert not permissions.can_name_facilitator(acting(who), theme, a_resolution("進行役の追加"))


def test_a_summary_is_where_the_proposal_begins_with_the_posts_it_cites(committee, acting, people):
    from communities.summaries import actions as summaries
    from governance.proposals.forms import DraftForm

    theme = opened(acting, people, a_resolution())
    forums.join(theme.room.forum_ptr, by=Acting(people["resident_2"]), shown_name="本名 太郎")
    post = posts.start_thread(theme.room.forum_ptr, by=Acting(people["resident_2"]), title="話題", body="声")
    by = Acting(people["facilitator_other"])
    room_actions.end_discussion(theme, by=acting("chair"), resolution=a_resolution("終了"))
    summary = summaries.post(summaries.draft(Room.objects.get(), by=by, text="まとめ", cited=[post]), by=by)
    theme.refresh_from_db()
    room = room_actions.adopt_summary(
        theme, by=acting("chair"), resolution=a_resolution("採択"), summary=summary
    )
    filled = DraftForm.filled_from_room(Room.objects.get(pk=room.pk))
    assert (filled["background"], filled["cited"]) == ("まとめ", post.get_absolute_url())


@pytest.mark.parametrize(("stays_open", "status"), [(True, "open"), (False, "closed")])
def test_the_committee_decides_on_an_objection_by_a_resolution_adopted_since(
    committee, acting, frozen, stays_open, status
):
    old = a_resolution("会議室の閉鎖", title="子育てなんでも話", competence=Competence.PLANNING)
    for name, value in {"room.inactivity_days": 180, "room.closure_grace_days": 30}.items():
        parameters.set_value(name, value, valid_from=date(2020, 1, 1), basis="会議室ルール", by=CLOCK)
    room = Forums(acting).citizen_room()
    frozen("2027-01-05 09:00")
    quiet.watch_quiet_rooms()
    frozen("2027-03-01 09:00")
    quiet.watch_quiet_rooms()
    room = quiet_actions.object_to_closure(
        Room.objects.get(pk=room.pk), by=acting("resident_1"), reason="春に再開します"
    )
    with pytest.raises(Denied):
        room_actions.decide_on_objection(
            room, by=acting("chair"), resolution=old, stays_open=stays_open, reason="x"
        )
    new = a_resolution("異議の検討", title="子育てなんでも話", competence=Competence.PLANNING)
    for who in ("secretary", "caretaker_1", "resident_1"):
        assert not permissions.can_decide_on_objection(acting(who), room, new)
    room = room_actions.decide_on_objection(
        room, by=acting("chair"), resolution=new, stays_open=stays_open, reason="話し合いました"
    )
    assert room.status == status


def test_the_committee_approves_the_rule_of_a_room_by_a_resolution_adopted_since(
    committee, acting, people, client_as, frozen
):
    theme = opened(acting, people, a_resolution())
    room, by = Room.objects.get(), Acting(people["facilitator_other"])
    old = a_resolution("会議室の決まり")
    frozen("2026-06-02 09:00")
    rule = {"name_rule": "real_name", "joining": "approval", "visibility": "public"}
    proposal = room_rules.propose(room, by=by, **rule, reason="約束を読んでから入ってほしいため")
    page = f"/themes/rooms/{room.slug}/rule-proposals/{proposal.pk}/"
    assert page in client_as("chair").get(proposal.get_absolute_url()).content.decode()
    assert page not in client_as("secretary").get(proposal.get_absolute_url()).content.decode()
    assert client_as("secretary").get(page).status_code == 403
    assert client_as("facilitator_other").get(page).status_code == 403
    assert f'href="{proposal.get_absolute_url()}"' in client_as("chair").get(page).content.decode()
    words = {"outcome": "approved", "reason": "趣旨に賛成します。"}
    with pytest.raises(Denied):
        room_actions.decide_on_room_rule(
            proposal, by=acting("chair"), resolution=old, is_approved=True, reason="よい"
        )
    assert client_as("chair").post(page, {**words, "resolution": old.pk}).status_code == 403
    unnamed = a_resolution("会議室の決まり", title="別の会議室")
    assert (
        "form-errors" in client_as("chair").post(page, {**words, "resolution": unnamed.pk}).content.decode()
    )
    new = a_resolution("会議室の決まり")
    client_as("chair").post(page, {**words, "resolution": new.pk})
    room.refresh_from_db(), proposal.refresh_from_db()
    assert (room.joining, proposal.status, proposal.resolution) == (
        "approval",
        "approved",
        new.printed_number,
    )

    # The same resolution decides nothing else, and another one can say no.
    again = room_rules.propose(room, by=by, **{**rule, "joining": "open"}, reason="参加が減ったため")
    assert not permissions.can_decide_on_room_rule(acting("chair"), again, new)
    other = a_resolution("会議室の決まりの再検討")
    page = f"/themes/rooms/{room.slug}/rule-proposals/{again.pk}/"
    client_as("chair").post(
        page, {"outcome": "refused", "reason": "まだ様子を見ます。", "resolution": other.pk}
    )
    room.refresh_from_db(), again.refresh_from_db()
    assert (room.joining, again.status, again.answer) == ("approval", "refused", "まだ様子を見ます。")
    # What decided about the rule neither extends nor closes the room.
    assert not permissions.can_decide_on_room(acting("chair"), theme, "extend", other)
