"""What happens in the demo town's city-area rooms once they are open: talk, a summary, a rule, a team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from communities.forums import actions as forums
from communities.forums.models import Joining
from communities.models import Room
from communities.posts import actions as posts
from communities.room_rules import actions as room_rules
from communities.sections.actions import hand_to_team
from communities.summaries import actions as summaries
from governance.seed_tables import FIRST_TOPICS, ROOM_POSTS
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from .seed_tables import CHOSEN

Day = Callable[[Town, int], date]


def talk(town: Town, day: Day) -> None:
    """Residents, facilitators and a section begin to talk in the new rooms."""
    for slug, said in ROOM_POSTS.items():
        room = Room.objects.get(slug=slug)
        thread = None
        for key, number, words in said:
            with clock.at(day(town, number)):
                by = Acting(town.person(key))
                _take_part(room, by)
                if thread is None:
                    topic = FIRST_TOPICS[slug]
                    thread = posts.start_thread(room.forum_ptr, by=by, title=topic, body=words).thread
                else:
                    posts.write(thread, by=by, body=words)


def _take_part(room: Room, by: Acting) -> None:
    if not room.memberships.filter(person=by.person).exists():
        forums.join(room.forum_ptr, by=by, shown_name=by.person.display_name)


def sum_up(town: Town, on: date) -> None:
    """A facilitator posts what has been said so far, with the posts it rests on."""
    room = Room.objects.get(slug=CHOSEN[0].slug)
    by = Acting(town.person(CHOSEN[0].facilitator))
    cited = room.posts.shown().exclude(author=by.person).filter(written_at__lt=clock.now()).order_by("pk")
    text = (
        "これまでの話し合いでは、見守りを身近なものと感じたという経験と、"
        "短い時間だけ手伝える仕組みがあれば参加しやすいという声がありました。\n"
        "どのような仕組みなら続けやすいかは、引き続き話し合います。"
    )
    with clock.at(on):
        summary = summaries.draft(room, by=by, text=text, cited=list(cited[:2]))
        summaries.post(summary, by=by)


def propose_a_rule(town: Town) -> None:
    """A facilitator asks the committee for another rule of the room; the committee has not decided yet."""
    row = CHOSEN[-1]
    room = Room.objects.get(slug=row.slug)
    with clock.at(town.today - timedelta(days=4)):
        room_rules.propose(
            room,
            by=Acting(town.person(row.facilitator)),
            name_rule=room.name_rule,
            joining=Joining.APPROVAL,
            visibility=room.visibility,
            reason="防犯の話題では個人の事情が出ることがあります。"
            "参加する方に、はじめに約束を読んでいただいてから入っていただきたいです。",
        )


def give_to_a_team(town: Town) -> None:
    """The section concerned says which of its teams follows the room about its own field."""
    by = town.acting("secretary_chief", "civic-autonomy")
    room = Room.objects.get(slug="shimin-katsudo")
    with clock.at(town.today - timedelta(days=3)):
        hand_to_team(room, by=by, team=by.body.teams.get(name="市民活動推進担当"))
