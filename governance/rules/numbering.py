"""How provisions are numbered in print: 第8条 (1) イ in a town's rules, 第八条 一 イ in national law.

Numbers are kept as the law XML writes them: "3" is the third, "3_2" 第3条の2, "38:84" a run that was
deleted in one breath. The style of an article says how they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable

TOWN, LAW = "", "law"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
WIDE = str.maketrans("0123456789()ivx", "０１２３４５６７８９（）ｉｖｘ")
_DIGITS = "〇一二三四五六七八九"


def kanji(number: int) -> str:
    """12 → 十二, 138 → 百三十八."""
    written = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十")):
        count, number = divmod(number, unit)
        if count:
            written += ("" if count == 1 else _DIGITS[count]) + sign
    return written + (_DIGITS[number] if number else "") or _DIGITS[0]


def from_kanji(written: str) -> int:
    """The number that kanji figures say; 0 when they say none."""
    total = digit = 0
    for sign in written:
        if sign in "千百十":
            total += (digit or 1) * {"千": 1000, "百": 100, "十": 10}[sign]
            digit = 0
        elif sign in _DIGITS:
            digit = _DIGITS.index(sign)
        else:
            return 0
    return total + digit


def _figure(number: str, style: str) -> str:
    return kanji(int(number)) if style == LAW and number.isdigit() else number


def article_label(number: str, style: str = TOWN) -> str:
    """ "8" → 第8条, "3_2" → 第3条の2, "38:84" → 第38条から第84条まで; nothing for a text without articles."""
    if ":" in number:
        first, last = number.split(":", 1)
        return f"{article_label(first, style)}から{article_label(last, style)}まで"
    if not number:
        return ""
    base, *branches = number.split("_")
    return f"第{_figure(base, style)}条" + "".join(f"の{_figure(branch, style)}" for branch in branches)


def paragraph_label(place: int, style: str = TOWN) -> str:
    return str(place).translate(WIDE) if style == LAW else str(place)


def item_label(number: str, depth: int = 0, style: str = TOWN) -> str:
    """(2), イ, (1), (i) by depth; 二, イ, （１）, （ｉ） in national law; a branch adds の2."""
    if ":" in number:
        first, last = number.split(":", 1)
        return f"{item_label(first, depth, style)}から{item_label(last, depth, style)}まで"
    base, *branches = number.split("_")
    label = _mark(int(base), depth, style) if base.isdigit() else base
    return label + "".join(f"の{_figure(branch, style)}" for branch in branches)


def _mark(number: int, depth: int, style: str) -> str:
    if depth == 0:
        return kanji(number) if style == LAW else f"({number})"
    if depth == 1:
        return IROHA[number - 1] if 0 < number <= len(IROHA) else str(number)
    inner = str(number)
    if depth == 3 and 0 < number <= len(ROMAN):
        inner = ROMAN[number - 1]
    return f"({inner})".translate(WIDE) if style == LAW else f"({inner})"


def places(given: Iterable[str]) -> list[str]:
    """The number of every entry of a list: the one it carries, or the next in turn."""
    counted, found = 0, []
    for number in given:
        found.append(number or str(counted + 1))
        last = found[-1].split(":")[-1].split("_")[0]
        counted = int(last) if last.isdigit() else counted + 1
    return found


def exceptions(numbers: list[str]) -> list[str]:
    """The reverse: "" for every number that counting would give anyway."""
    given: list[str] = []
    for number in numbers:
        would_be = places([*given, ""])[-1]
        given.append("" if number == would_be else number)
    return given


def cited(label: str) -> str:
    """An item as it is cited: (4) and 四 → 4 and 四."""
    return label.strip("()（）")
