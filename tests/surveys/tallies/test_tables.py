"""Counting and printing: the arithmetic of public reports."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.tallies import counting, tables


@pytest.mark.parametrize(
    "count, base, printed",
    [
        (49, 400, "12.3"),  # 12.25: halves go up
        (1, 8, "12.5"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 2000, "0.1"),  # 0.05
        (1, 2001, "0.0"),
        (0, 10, "-"),
        (0, 0, "-"),
        (10, 10, "100.0"),
    ],
)
def test_shares_have_one_decimal_and_halves_go_up(count, base, printed):
    assert tables.share(count, base) == printed


def test_shares_equal_exact_arithmetic_for_all_small_surveys():
    for base in range(1, 200):
        for count in range(1, base + 1):
            exact = Fraction(count * 1000, base)
            assert tables.share(count, base) == f"{int(exact + Fraction(1, 2)) / 10:.1f}"


@pytest.mark.parametrize(
    "counts, hidden",
    [
        ([20, 30, 10], set()),
        ([20, 3, 10], {1, 2}),  # one small cell alone could be worked out
        ([20, 3, 4], {1, 2}),  # two small cells that weigh seven
        ([20, 1, 1], {0, 1, 2}),  # two that weigh two are known to be few
        ([3, 0, 0], {0, 1, 2}),
        ([0, 0, 0], set()),
        ([4, 40], {0, 1}),
    ],
)
def test_small_cells_take_company_with_them(counts, hidden):
    assert tables.hidden_cells(counts, below=5, sums_to_base=True) == hidden


def test_in_several_answer_questions_each_cell_stands_alone():
    assert tables.hidden_cells([20, 3, 10], below=5, sums_to_base=False) == {1}


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
@settings(max_examples=300, deadline=None)
def test_no_small_cell_can_be_worked_out(counts):
    """Exhaustively: every hidden cell fits several whole numbers, or the table shows none."""
    hidden = tables.hidden_cells(counts, below=5, sums_to_base=True)
    assert all(place in hidden for place, count in enumerate(counts) if 0 < count < 5)
    if hidden:
        assert len(hidden) >= 2
        weight = sum(counts) - sum(count for place, count in enumerate(counts) if place not in hidden)
        assert weight >= 5 or len(hidden) == len(counts)


def test_a_hidden_cell_shows_neither_count_nor_share():
    printed = tables.rows(["a", "b", "c"], [20, 3, 10], base=33, below=5, sums_to_base=True)
    assert [(row.count, row.share) for row in printed] == [("20", "60.6"), ("＊", None), ("＊", None)]


def test_declined_unanswered_and_unknown_answers_are_kept_apart():
    form = {"1": ("single", ["11", "12"]), "2": ("text", [])}
    sheets = [
        {"1": {"choices": [11]}, "2": {"text": "はい"}},
        {"1": {"choices": [11]}},
        {"1": {"declined": True}},
        {},
    ]
    counts = counting.count(form, sheets)
    assert counts["1"] == counting.Count("single", {"11": 2, "12": 0}, 2, 1, 1)
    assert (counts["2"].answered, counts["2"].unanswered, counts["2"].base) == (1, 3, 4)
    assert counting.from_json(counting.as_json(counts)) == counts


def test_one_sheet_counts_a_choice_once():
    counts = counting.count({"1": ("multiple", ["11", "12"])}, [{"1": {"choices": [11, 11, 12]}}])
    assert counts["1"].choices == {"11": 1, "12": 1} and counts["1"].answered == 1
