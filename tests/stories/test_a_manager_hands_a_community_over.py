"""A resident asks a neighbour to take a community over; the neighbour agrees; the department's permit is renewed."""

import re
from datetime import timedelta

from communities.communities.models import Community
from portal.foundation import clock
from tests.factories.communities import Forums


def link(html, words):
    """Where the link with these words leads."""
    return re.search(rf'href="([^"]+)"[^>]*>(?:<[^>]*>)*\s*{re.escape(words)}', html)[1]


def text(response):
    return response.content.decode()


def test_from_asking_to_the_new_managers_first_act(acting, client_as, people):
    forums = Forums(acting)
    community = forums.general(by="resident_1", title="川べりを歩く会")
    forums.join(community, "resident_2")
    manager, neighbour = client_as("resident_1"), client_as("resident_2")
    home = community.get_absolute_url()

    # A participant is not offered it; the manager is, and chooses among those who take part.
    assert "管理者を交代する" not in text(neighbour.get(home))
    chooser = link(text(manager.get(home)), "管理者を交代する")
    asking = link(text(manager.get(chooser)), f"{people['resident_2'].display_name}さんに")
    answer = manager.post(asking, follow=True)
    assert "ご本人が引き受けるまでは" in text(answer)

    # Until the answer nothing changed, and the page says that an answer is awaited.
    community.refresh_from_db()
    assert community.manager == people["resident_1"]
    assert "返事を待っています" in text(manager.get(home))

    # The neighbour finds the question among their notices, agrees, and is the manager.
    inbox = text(neighbour.get("/accounts/notices/"))
    offer = re.search(r'href="(/handovers/\d+/)"', inbox)[1]
    assert client_as("resident_3").get(offer).status_code == 404
    page = text(neighbour.get(offer))
    answer = neighbour.post(link(page, "管理者を引き受ける"), follow=True)
    assert "管理者になりました" in text(answer)
    community.refresh_from_db()
    assert community.manager == people["resident_2"]
    assert manager.get(chooser).status_code == 403
    assert neighbour.post(f"{home}close/", {"reason": "役目を終えました。"}).status_code == 302
    assert Community.objects.get(pk=community.pk).status == "closed"


def test_a_permit_is_reviewed_and_continued_or_revoked_on_its_page(acting, client_as):
    community = Forums(acting).official()
    page = f"/communities/applications/{community.pk}/"
    permitter, department = client_as("it_chief"), client_as("disaster_officer")
    assert department.get(f"{page}review/").status_code == 403
    permitter.post(link(text(permitter.get(page)), "許可を見直す"))
    assert Community.objects.get(pk=community.pk).status == "under_review"
    assert "許可を取り消す" not in text(department.get(page))

    # A day that has passed is no next review; what was entered survives.
    keep = link(text(permitter.get(page)), "許可を継続する")
    refused = permitter.post(keep, {"review_on": "2001-01-01"})
    assert "これからの日付" in text(refused) and "2001-01-01" in text(refused)
    next_review = clock.today() + timedelta(days=365)
    permitter.post(keep, {"review_on": next_review.isoformat()})
    found = Community.objects.select_related("permit").get(pk=community.pk)
    assert (found.status, found.permit.review_on) == ("open", next_review)

    # Later it is revoked, with a reason, and closes after the notice period.
    permitter.post(f"{page}review/")
    revoke = link(text(permitter.get(page)), "許可を取り消す")
    assert permitter.post(revoke, {"reason": ""}).status_code == 200
    permitter.post(revoke, {"reason": "担当課の意見：役目を終えた。"})
    found.refresh_from_db()
    assert found.status == "closing" and found.closes_on > clock.today()
