"""The pages on which a general community is suspended and reinstated ([2.3])."""

from communities.communities.models import Community
from communities.posts.models import Post
from portal.foundation.models import OutboxMessage


def told(kind):
    return set(
        OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    )


def test_the_operator_suspends_a_community_and_a_caretaker_ends_it(forums, client_as, people):
    community = forums.general(by="resident_1", title="川べりを歩く会")
    forums.join(community, "resident_2")
    home = community.get_absolute_url()
    operator, manager = client_as("npo_author"), client_as("resident_1")
    assert "休止する" not in manager.get(home).content.decode()
    assert f"{home}suspend/" in operator.get(home).content.decode()

    # Without a reason nothing happens, and the field says so.
    empty = operator.post(f"{home}suspend/", {"reason": ""})
    assert empty.status_code == 200 and "form-errors" in empty.content.decode()
    assert Community.objects.get(pk=community.pk).status == "open"

    answer = operator.post(f"{home}suspend/", {"reason": "通報を確かめるため"}, follow=True)
    assert "通報を確かめるため" in answer.content.decode()
    assert told("community_suspended") == {str(people["resident_1"].pk), str(people["resident_2"].pk)}
    refused = manager.post(
        f"{home}posts/new/", {"title": "題", "body": "書けないはず", "standing": "personal"}
    )
    assert "書けないはず" in refused.content.decode() and not Post.objects.exists()
    # Sent a second time it is not done a second time.
    assert operator.post(f"{home}suspend/", {"reason": "もう一度"}).status_code == 403

    caretaker = client_as("caretaker_1")
    assert f"{home}reinstate/" in caretaker.get(home).content.decode()
    answer = caretaker.post(f"{home}reinstate/", {"reason": "違反はありませんでした"}, follow=True)
    assert "通報を確かめるため" not in answer.content.decode()
    assert Community.objects.get(pk=community.pk).status == "open"
    message = OutboxMessage.objects.filter(kind="communities.community_reinstated").first()
    assert message.context["reason"] == "違反はありませんでした"


def test_nobody_else_suspends_one_and_an_official_one_has_no_such_page(forums, client, client_as):
    community = forums.general(by="resident_1")
    page = f"{community.get_absolute_url()}suspend/"
    assert client.get(page).status_code == 302
    for who in ("resident_1", "resident_5", "secretary", "chair"):
        answer = client_as(who).post(page, {"reason": "理由"})
        assert answer.status_code == 403
        assert "地域SNSシステムの管理・運用" in answer.content.decode()
    assert Community.objects.get(pk=community.pk).status == "open"
    official = forums.official()
    assert client_as("npo_author").get(f"{official.get_absolute_url()}suspend/").status_code == 404
    hidden = forums.general(by="resident_2", visibility="members")
    assert client_as("npo_author").get(f"{hidden.get_absolute_url()}suspend/").status_code == 404
