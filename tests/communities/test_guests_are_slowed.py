"""A guest's reports are slowed down; applications of other sections are absent, not merely refused."""

import pytest
from django.test import Client
from django.urls import reverse

from communities.models import Flag
from tests.factories.communities import Forums

pytestmark = pytest.mark.django_db


def test_a_flood_of_reports_by_a_guest_is_stopped_and_keeps_the_words(acting, client_as):
    forums = Forums(acting)
    post = forums.post(forums.general())
    path = reverse("communities:post-report", kwargs={**post.forum.address, "pk": post.pk})
    data = {"concern": Flag._meta.get_field("concern").choices[0][0], "note": "くり返し"}
    for _time in range(20):
        assert Client().post(path, data).status_code == 302
    answer = Client().post(path, {**data, "note": "まだ送る"})
    assert answer.status_code == 200
    assert "まだ送る" in answer.content.decode()
    assert Flag.objects.count() == 20
    assert client_as("resident_3").post(path, data).status_code == 302


@pytest.mark.parametrize("who", ["guest", "resident_1", "npo_author", "planner_author", "system_admin"])
def test_an_application_of_another_section_is_absent(acting, client_as, who):
    community = Forums(acting).official("applied")
    client = client_as(who)
    for verb in ("redraft", "apply", "permit", "refuse", "open"):
        path = reverse(f"communities:application-{verb}", args=[community.pk])
        assert (
            client.get(path).status_code
            == client.get(path.replace(str(community.pk), "99999")).status_code
            == 404
        )
        assert client.post(path).status_code == 404
