"""What is done as a resident: whoever acts for a body is led to act for oneself, and back to the page."""

import re

import pytest

from residents.accounts.actions import declare_connection

WORDS = "個人として続ける"
PLACES = ["/communities/found/", "/rooms/found/"]


@pytest.fixture
def for_a_unit(client_as, people):
    declare_connection(people["planner_author"], "work")
    return client_as("planner_author")


def form_in(response):
    form = next(f for f in re.findall(r"<form.*?</form>", response.content.decode(), re.S) if WORDS in f)
    action = re.search(r'action="([^"]+)"', form)[1]
    following = re.search(r'name="next" value="([^"]+)"', form)[1]
    return action, {"next": following}


@pytest.mark.parametrize("place", PLACES)
def test_the_refusal_offers_to_act_for_oneself_and_comes_back(for_a_unit, place):
    refused = for_a_unit.get(place)
    assert refused.status_code == 403
    action, words = form_in(refused)
    answer = for_a_unit.post(action, words, follow=True)
    assert answer.redirect_chain == [(place, 302)]
    assert answer.status_code == 200
    assert '<textarea name="purpose"' in answer.content.decode()


@pytest.mark.parametrize("place", PLACES)
def test_the_list_offers_it_in_place_of_a_link_that_refuses(for_a_unit, client_as, client, place):
    index = place.removesuffix("found/")
    shown = for_a_unit.get(index)
    assert f'href="{place}"' not in shown.content.decode()
    action, words = form_in(shown)
    assert for_a_unit.post(action, words, follow=True).redirect_chain == [(place, 302)]
    for reader in (client_as("resident_1"), client):
        html = reader.get(index).content.decode()
        assert f'href="{place}"' in html
        assert WORDS not in html


def test_nobody_is_sent_to_another_site(for_a_unit):
    answer = for_a_unit.post("/accounts/act-for/", {"next": "https://example.org/"})
    assert answer["Location"] == "/"
