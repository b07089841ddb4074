"""What the migrations do with what was there: numbers learn which text fixed them."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

import governance.migrations
from portal.foundation import parameters
from portal.foundation.models import Parameter
from tests.factories import governance as committees
from tests.factories import rules

INACTIVITY = "room.inactivity_days"


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return committees.a_committee_in_office()


def connect():
    (path,) = Path(governance.migrations.__file__).parent.glob("*_numbers_know_their_text.py")
    import_module(f"governance.migrations.{path.stem}").connect(apps, None)


def test_numbers_of_a_rule_are_tied_to_the_version_that_fixed_them():
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    Parameter.objects.filter(name=INACTIVITY).update(rests_on="", url="")
    connect()
    row = Parameter.objects.get(name=INACTIVITY)
    assert row.rests_on == f"governance.ruleversion:{rule.latest.pk}"
    assert (row.url, row.valid_until) == (rule.latest.get_absolute_url(), None)


def test_a_number_that_outlived_its_rule_ends_with_it():
    rules.an_ending_rule(date(2026, 12, 1), numbers={INACTIVITY: 180})
    Parameter.objects.filter(name=INACTIVITY).update(rests_on="", url="", valid_until=None)
    assert parameters.value(INACTIVITY, on=date(2026, 12, 1)) == 180
    connect()
    assert parameters.value(INACTIVITY, on=date(2026, 11, 30)) == 180
    with pytest.raises(parameters.NotSet):
        parameters.value(INACTIVITY, on=date(2026, 12, 1))


def test_a_number_from_elsewhere_is_left_alone():
    Parameter.objects.create(name=INACTIVITY, value=90, valid_from=date(2020, 1, 1), basis="市長決定")
    connect()
    assert Parameter.objects.get(name=INACTIVITY).rests_on == ""
