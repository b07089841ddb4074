"""第12条「別に定める必要事項」: what each applicant answers, typed by the office one item a line."""

import re
from typing import TypedDict

LIMIT = re.compile(r"[((]\s*(\d{1,4})\s*字(?:以内|まで)\s*[))]")
OPTIONAL = re.compile(r"[((]\s*(?:任意|optional)\s*[))]")
LONGEST = 1200


class Item(TypedDict):
    """One question: its words, how long the answer may be, whether it has to be answered."""

    label: str
    limit: int
    required: bool


def read(text: str) -> list[Item]:
    """「応募の抱負(400字以内)」「配慮してほしいこと(任意)」 → items; empty lines and repeated ones fall out."""
    found: dict[str, Item] = {}
    for line in text.splitlines():
        label = OPTIONAL.sub("", LIMIT.sub("", line)).strip()
        if not label:
            continue
        limit = LIMIT.search(line)
        found.setdefault(
            label,
            {
                "label": label,
                "limit": min(int(limit[1]), LONGEST) if limit else LONGEST,
                "required": not OPTIONAL.search(line),
            },
        )
    return list(found.values())


def write(items: list[Item]) -> str:
    """The same as it is typed."""
    return "\n".join(map(line, items))


def line(item: Item) -> str:
    limit = f"({item['limit']}字以内)" if item["limit"] < LONGEST else ""
    return item["label"] + limit + ("" if item["required"] else "(任意)")
