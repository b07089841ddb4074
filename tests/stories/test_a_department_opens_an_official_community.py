"""A department applies, another unit permits, the department opens; a resident joins, posts, is answered."""

import re

import pytest
from django.core import mail
from django.test import Client

from communities.communities.models import Community
from communities.parameters import set_demo_values
from communities.posts.models import Post
from portal.foundation import outbox
from portal.foundation.acting import CLOCK

pytestmark = pytest.mark.django_db

APPLICATION = {
    "title": "災害地点情報",
    "slug": "saigai-chiten",
    "purpose": "危ないと気づいた場所を知らせ合います。",
    "visibility": "members",
    "joining": "open",
    "joining_condition": "市内に在住・在勤・在学の方",
    "policy": "ほかの人の個人情報は書かないでください。",
}


def text_of(response):
    return response.content.decode()


def mails_to(key):
    return [m for m in mail.outbox if m.to == [f"{key.replace('_', '-')}@demo.example.jp"]]


def test_from_application_to_the_first_answer(town, client_as, people):
    set_demo_values(CLOCK)
    department, permitter = client_as("disaster_officer"), client_as("it_chief")

    # A resident and the permitting unit cannot apply, and are told why.
    refused = client_as("resident_1").get("/communities/apply/")
    assert refused.status_code == 403
    assert "公認コミュニティの開設・運用" in text_of(refused)
    refused = permitter.get("/communities/apply/")
    assert refused.status_code == 403
    assert "自ら申請できません" in text_of(refused)

    # The department applies.
    answer = department.post("/communities/apply/", APPLICATION)
    community = Community.objects.get(slug="saigai-chiten")
    page = f"/communities/applications/{community.pk}/"
    assert answer["Location"] == page
    assert department.post(f"{page}apply/")["Location"] == page
    assert Client().get("/communities/saigai-chiten/").status_code == 404
    outbox.deliver()
    assert "開設申請" in mails_to("it_chief")[0].subject and page in mails_to("it_chief")[0].body

    # The applicant cannot permit; for another department there is nothing; the permission holder can.
    refused = department.post(f"{page}permit/", {"number": "1", "review_on": "2027-03-31"})
    assert refused.status_code == 403
    assert "公認コミュニティの開設許可" in text_of(refused) and "情報政策課" in text_of(refused)
    assert client_as("planner_author").get(page).status_code == 404
    assert "番号" in text_of(permitter.post(f"{page}permit/", {"review_on": "2027-03-31"}))
    permitter.post(
        f"{page}permit/", {"number": "情政第11号", "review_on": "2027-03-31", "conditions": "週に一度確認"}
    )
    community.refresh_from_db()
    assert (community.status, community.permit.number) == ("permitted", "情政第11号")

    # Sent again, it is refused in words and nothing changes.
    again = permitter.post(f"{page}permit/", {"number": "情政第12号", "review_on": "2027-03-31"})
    assert again.status_code == 403 and "許可済み" in text_of(again)

    # The department opens it as a page.
    words = {name: APPLICATION[name] for name in ("purpose", "joining_condition", "policy")}
    words["manager"] = str(people["disaster_officer"].pk)
    assert client_as("planner_author").post(f"{page}open/", words).status_code == 404
    answer = department.post(f"{page}open/", words)
    assert answer["Location"] == "/communities/saigai-chiten/"
    shown = text_of(department.get("/communities/saigai-chiten/"))
    assert "公認コミュニティ" in shown and "危機管理防災課" in shown

    # A stranger sees nothing of a members-only community; an invitation leads the resident in.
    resident, stranger = client_as("resident_1"), client_as("resident_2")
    for visitor in (Client(), resident, stranger):
        assert visitor.get("/communities/saigai-chiten/").status_code == 404
    department.post("/communities/saigai-chiten/members/", {"email": "resident-1@demo.example.jp"})
    outbox.deliver()
    assert "/communities/saigai-chiten/join/" in mails_to("resident_1")[-1].body
    resident.post("/communities/saigai-chiten/join/", {})

    # The resident posts from the community's page.
    shown = text_of(resident.get("/communities/saigai-chiten/"))
    assert "「災害地点情報」の参加者だけ" in shown
    submission = re.search(r'name="submission" value="([^"]+)"', shown)[1]
    sent = {"title": "側溝のふた", "body": "ずれています。東町三丁目です。", "submission": submission}
    answer = resident.post("/communities/saigai-chiten/posts/new/", sent)
    post = Post.objects.get()
    assert answer["Location"].endswith(f"#post-{post.pk}")
    for visitor in (Client(), stranger):
        assert visitor.get(post.get_absolute_url()).status_code == 404

    # The department answers officially, the resident hears of it by mail and in the portal.
    write = f"/communities/saigai-chiten/threads/{post.thread_id}/write/?reply_to={post.pk}"
    department.post(write, {"body": "本日確認します。", "standing": "official"})
    outbox.deliver()
    letter = mails_to("resident_1")[-1]
    assert "返信" in letter.subject and "側溝のふた" in letter.body
    assert post.forum.slug in text_of(resident.get("/accounts/notices/"))
    thread = text_of(resident.get(post.thread.get_absolute_url()))
    assert "本日確認します。" in thread and "公式発言" in thread

    # The resident mends the post; readers see that it was edited.
    resident.post(f"{post.get_absolute_url()}edit/", {"body": "ずれています。東町二丁目でした。"})
    thread = text_of(department.get(post.thread.get_absolute_url()))
    assert "東町二丁目" in thread and "編集" in thread
    refused = department.get(f"{post.get_absolute_url()}edit/")
    assert refused.status_code == 403 and "発言した本人だけ" in text_of(refused)


def test_the_department_edits_its_page_and_nobody_elses(town, client_as, acting):
    from tests.factories.communities import Forums

    community = Forums(acting).official(slug="saigai", title="災害地点情報")
    page = community.pages.get()
    department, other = client_as("disaster_deputy"), client_as("planner_author")
    edit = f"/cms/pages/{page.pk}/edit/"

    assert department.get(edit).status_code == 200
    assert other.get(edit).status_code in (302, 403)
    assert client_as("resident_1").get(edit).status_code in (302, 403)

    words = {
        "summary": "危ない場所",
        "purpose": "気づいた場所を写真なしでも知らせてください。",
        "joining_condition": "どなたでも",
        "policy": "番地までは書かないでください。",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "action-publish": "1",
    }
    assert department.post(edit, words).status_code == 302
    shown = text_of(Client().get("/communities/saigai/"))
    assert "写真なしでも知らせて" in shown and "番地までは書かない" in shown
    assert "写真なしでも知らせて" in text_of(Client().get("/communities/"))
    assert department.get(f"/cms/pages/{page.pk}/delete/").status_code in (302, 403)
    page.refresh_from_db()
    assert page.live


def test_preview_and_address_show_the_same(town, client_as, acting):
    from tests.factories.communities import Forums

    community = Forums(acting).official(slug="saigai", title="災害地点情報")
    page = community.pages.get()
    client = client_as("disaster_officer")
    published = text_of(client.get("/communities/saigai/"))
    preview = page.make_preview_request(client.get("/communities/saigai/").wsgi_request)

    def main(text):
        found = re.search(r"<h1>.*?</h1>.*?<div class=\"page-actions", text, re.S)[0]
        return re.sub(r"\s+", " ", found)

    assert main(preview.content.decode()) == main(published)
