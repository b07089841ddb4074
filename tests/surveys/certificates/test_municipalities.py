"""In which town an address lies: the whole official list, and the longest name wins."""

from __future__ import annotations

import csv

import pytest

from surveys.certificates.municipalities import (
    LIST,
    lies_in,
    municipality_of,
    named_municipality,
    official_municipalities,
)


@pytest.mark.parametrize(
    "address, town",
    [
        ("神奈川県横浜市中区本町６丁目", "神奈川県横浜市中区"),
        ("神奈川県横浜市港北区", "神奈川県横浜市港北区"),
        ("神奈川県横浜市みなと新区", "神奈川県横浜市"),  # a ward founded after the list was made
        ("新潟県新潟市中央区学校町通", "新潟県新潟市中央区"),
        ("神奈川県高座郡寒川町宮山", "神奈川県高座郡寒川町"),
        ("神奈川県寒川町宮山", "神奈川県高座郡寒川町"),
        ("東京都三宅島三宅村神着", "東京都三宅島三宅村"),
        ("東京都三宅村神着", "東京都三宅島三宅村"),
        ("北海道古宇郡泊村", "北海道古宇郡泊村"),
        ("北海道泊村", None),  # two villages of this name: without the county nobody knows which
        ("奈良県大和郡山市北郡山町", "奈良県大和郡山市"),
        ("三重県四日市市諏訪町", "三重県四日市市"),
        ("広島県廿日市市下平良", "広島県廿日市市"),
        ("長野県下伊那郡下條村", "長野県下伊那郡下條村"),
        ("茨城県龍ヶ崎市", "茨城県龍ケ崎市"),
        ("神奈川県茅ケ崎市", "神奈川県茅ヶ崎市"),
        ("静岡県浜松市中区元城町", "静岡県浜松市"),  # a ward that is no more
        ("デモ県デモ郡デモ町", "デモ県デモ郡デモ町"),
        ("藤沢市朝日町", None),
        ("神奈川県", None),
        ("", None),
    ],
)
def test_the_longest_official_name_is_the_town(address, town):
    assert municipality_of(address) == town


def test_a_longer_name_is_another_town_unless_it_is_a_ward():
    assert municipality_of("甲県乙町丙村1", "甲県乙町", "甲県乙町丙村") == "甲県乙町丙村"
    assert not lies_in("静岡県静岡市葵区", "静岡県静岡")
    assert lies_in("神奈川県横浜市中区本町", "神奈川県横浜市")
    assert not lies_in("神奈川県横浜市中区本町", "神奈川県横浜市西区")
    assert not lies_in("神奈川県川崎市川崎区", "神奈川県横浜市")
    assert lies_in("神奈川県高座郡寒川町宮山", "神奈川県寒川町")
    assert lies_in("東京都千代田区霞が関", "東京都千代田区")


@pytest.mark.parametrize(
    "text, town",
    [
        ("142051", "神奈川県藤沢市"),
        ("14205", "神奈川県藤沢市"),
        ("011002", "北海道札幌市"),
        ("神奈川県寒川町", "神奈川県高座郡寒川町"),
        ("神奈川県藤沢市", "神奈川県藤沢市"),
        ("999999", "999999"),
        ("どこか町", "どこか町"),
        ("", ""),
    ],
)
def test_a_town_is_named_in_words_or_figures(text, town):
    assert named_municipality(text) == town


def rows():
    with LIST.open(encoding="utf-8", newline="") as lines:
        return [(row["code"], row["name"]) for row in csv.DictReader(lines) if row["code"]]


def test_the_list_is_whole():
    """1,741 municipalities, 171 wards of the 20 designated cities, six villages of the northern islands."""
    names = [name for _code, name in rows()]
    assert len(names) == 1741 + 171 + 6 == len(set(names)) and set(names) <= set(official_municipalities())
    assert len({code[:2] for code, _name in rows()}) == 47
    cities = [
        name for name in names if any(n.startswith(name) and n.endswith("区") and n != name for n in names)
    ]
    assert len(cities) == 20
    # Known by heart, each from another prefecture.
    assert sum(name.startswith("東京都") and name.endswith("区") for name in names) == 23
    assert sum(name.startswith("神奈川県横浜市") for name in names) == 19
    assert sum(name.startswith("大阪府大阪市") for name in names) == 25
    assert sum(name.startswith("神奈川県足柄上郡") for name in names) == 5
    assert sum(name.startswith("富山県") for name in names) == 15


def test_municipality_codes_carry_their_check_digit():
    for number, name in rows():
        weighed = sum(
            int(figure) * weight for figure, weight in zip(number[:5], (6, 5, 4, 3, 2), strict=True)
        )
        assert int(number[5]) == (11 - weighed % 11) % 10, (number, name)
