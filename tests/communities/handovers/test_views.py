"""The pages of a handover: who finds them, what they offer, what stays hidden."""

from django.urls import reverse

from communities.handovers import actions


def at(name, **more):
    return reverse(f"communities:{name}", kwargs=more)


def test_a_members_only_community_and_its_handover_are_absent_for_others(forums, acting, client_as, people):
    community = forums.general(by="resident_1")
    forums.join(community, "resident_2")
    type(community).objects.filter(pk=community.pk).update(visibility="members")
    handover = actions.offer(community, by=acting("resident_1"), successor=people["resident_2"])
    outsider = client_as("resident_5")
    membership = community.memberships.get(person=people["resident_2"])
    for page in (
        at("handover-choose", slug=community.slug),
        at("handover-offer", slug=community.slug, pk=membership.pk),
        handover.get_absolute_url(),
        at("handover-accept", pk=handover.pk),
    ):
        assert outsider.get(page).status_code == 404
        assert outsider.post(page).status_code == 404


def test_a_participant_is_told_why_they_cannot_offer_it(forums, client_as):
    community = forums.general(by="resident_1")
    forums.join(community, "resident_2")
    answer = client_as("resident_2").get(at("handover-choose", slug=community.slug))
    assert answer.status_code == 403
    assert "管理者" in answer.content.decode()


def test_only_those_who_take_part_are_offered(forums, client_as, people):
    community = forums.general(by="resident_1")
    forums.join(community, "resident_2")
    html = client_as("resident_1").get(at("handover-choose", slug=community.slug)).content.decode()
    assert people["resident_2"].display_name in html
    assert people["resident_3"].display_name not in html
    mine = community.memberships.get(person=people["resident_1"])
    assert (
        client_as("resident_1").get(at("handover-offer", slug=community.slug, pk=mine.pk)).status_code == 404
    )


def test_without_participants_the_page_says_what_to_do(forums, client_as):
    community = forums.general(by="resident_1")
    html = client_as("resident_1").get(at("handover-choose", slug=community.slug)).content.decode()
    assert "ほかに参加している方がいません" in html


def test_asking_does_not_ask_twice(forums, client_as, people):
    community = forums.general(by="resident_1")
    forums.join(community, "resident_2")
    membership = community.memberships.get(person=people["resident_2"])
    manager, page = client_as("resident_1"), at("handover-offer", slug=community.slug, pk=membership.pk)
    assert manager.get(page).status_code == 200
    assert community.handovers.count() == 0
    assert manager.post(page).status_code == 302
    assert manager.post(page).status_code == 403
    assert community.handovers.count() == 1
