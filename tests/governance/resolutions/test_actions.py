"""A motion becomes a numbered resolution, or does not."""

from governance.resolutions.models import Resolution
from tests.factories import governance as a


def test_an_adopted_resolution_has_the_next_number_of_its_term(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office()
    first, second = a.an_adopted_resolution(), a.an_adopted_resolution("テーマを選ぶ")
    assert (first.printed_number, second.printed_number) == ("第5期第1号", "第5期第2号")
    assert list(Resolution.objects.adopted()) == [second, first]
    assert (first.votes_for, first.votes_against, first.votes_abstaining, first.present) == (3, 0, 0, 3)
