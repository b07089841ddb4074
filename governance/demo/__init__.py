"""Data the demo town is built from, as the published guide prints it."""

import json
from functools import cache
from pathlib import Path

from governance.rules.provisions import Article, Item, Paragraph
from governance.rules.supplements import Supplement
from governance.rules.texts import Text

FOLDER = Path(__file__).parent


@cache
def guideline() -> dict:
    """藤沢市市民電子会議室実施要領: versions, citations and text, verbatim."""
    return json.loads((FOLDER / "fujisawa_rules.json").read_text(encoding="utf-8"))


def guideline_text() -> Text:
    """Its main provision: 16 articles, 19 paragraphs, 8 items; printed only as of 2004-01-26."""
    return Text(
        tuple(
            Article(
                article["id"],
                str(article["num"]),
                article["caption"].strip("()"),
                tuple(
                    Paragraph(
                        paragraph["id"],
                        paragraph["text"],
                        tuple(Item(item["id"], item["text"]) for item in paragraph["items"]),
                    )
                    for paragraph in article["paragraphs"]
                ),
            )
            for article in guideline()["main_provision"]["articles"]
        )
    )


def guideline_supplements() -> dict[str, Supplement]:
    """Its supplementary provisions by day of effect; each belongs to the version that brought it."""
    return {
        entry["effective_date"]: Supplement(tuple((p["num_label"], p["text"]) for p in entry["paragraphs"]))
        for entry in guideline()["supplementary_provisions_as_printed"]
    }
