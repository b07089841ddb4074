"""Japanese text as plain words a full-text index understands. Pure: no Django, no database.

Japanese has no spaces, and a stock index finds 市民電子会議室 only by its whole name. Each text is therefore
indexed twice, as the short words of Sudachi in their normalised spelling (引越し = 引っ越し) and as pairs of
neighbouring letters; a question matches when its words or its pairs stand there one after another. Pairs
alone find 京都 in 東京都, so a question of one or two kanji is matched by words only. Titles carry a third set,
their reading in hiragana, for readers who type what they hear. docs/explanation/search.md tells the reasons.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from sudachipy import Dictionary, SplitMode

from .glyphs import MODERN

RECIPE = 2  # raise it when tokens of the same text change: stored indexes are then rebuilt
WORD, PAIR, READING, BREAK = "w", "b", "y", "z"  # first letters; the sets never meet
_DROPPED = {"助詞", "助動詞", "補助記号", "空白"}
_SAY_LITTLE = {
    "する",
    "為る",
    "成る",
    "なる",
    "有る",
    "ある",
    "居る",
    "いる",
    "出来る",
    "良い",
    "よい",
    "いつ",
    "何時",
    "どこ",
    "何処",
    "何",
}
_INPUT_LIMIT = 49_149  # bytes Sudachi accepts at once
_TO_HIRAGANA = {c: c - 0x60 for c in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}
_TO_KATAKANA = {hiragana: katakana for katakana, hiragana in _TO_HIRAGANA.items()}
_KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇]+\Z")
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30ffー]+\Z")
_LATIN = re.compile(r"[0-9a-z]+\Z")
_RUNS = re.compile(r"[0-9a-z]+|[^\W0-9a-z_]+")
_QUESTION_WORDS = re.compile(r"[^\s、。，．,;；「」『』\"'!?！？]+")
_local = threading.local()


def dictionary_version() -> str:
    """What the stored tokens were made with; another value means the index must be rebuilt."""
    return f"{version('SudachiPy')}/{version('SudachiDict-core')}/{RECIPE}"


def normalise(text: str) -> str:
    """One spelling for half-width, full-width, capital and old letter forms."""
    return unicodedata.normalize("NFKC", text).lower().translate(MODERN)


def hiragana(text: str) -> str:
    """Katakana as hiragana; everything else stays."""
    return text.translate(_TO_HIRAGANA)


def katakana(text: str) -> str:
    """Hiragana as katakana; everything else stays."""
    return text.translate(_TO_KATAKANA)


def is_kana(text: str) -> bool:
    """Whether somebody typed it by sound alone."""
    return bool(_KANA.match(text))


def _pieces(text: str) -> Iterator[str]:
    """Text in pieces Sudachi accepts; cut after a sentence where one ends near the limit."""
    data = text.encode()
    while len(data) > _INPUT_LIMIT:
        piece = data[:_INPUT_LIMIT].decode(errors="ignore")
        cut = max(piece.rfind(mark) for mark in "。\n！？.") + 1 or len(piece)
        yield piece[:cut]
        data = data[len(piece[:cut].encode()) :]
    yield data.decode()


def _morphemes(text: str) -> Iterator:
    if not hasattr(_local, "tokenizer"):
        dictionary = Dictionary()
        # One tokenizer per thread: a shared one raises "already in use".
        _local.tokenizer = (getattr(dictionary, "tokenizer", None) or dictionary.create)()
    for piece in _pieces(text):
        yield from _local.tokenizer.tokenize(piece, SplitMode.A)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _words(text: str) -> tuple[list[str], bool]:
    """Normalised content words of a text, and whether a particle or ending was left out."""
    found, dropped = [], False
    for morpheme in _morphemes(text):
        word = _letters(normalise(morpheme.normalized_form()))
        if not word or morpheme.part_of_speech()[0] in _DROPPED:
            dropped = dropped or bool(_letters(morpheme.surface()))
        else:
            found.append(WORD + word)
    return found, dropped


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Content words of a normalised passage, each with its beginning and end."""
    return [
        (WORD + word, morpheme.begin(), morpheme.end())
        for morpheme in _morphemes(text)
        if morpheme.part_of_speech()[0] not in _DROPPED
        and (word := _letters(normalise(morpheme.normalized_form())))
    ]


def _pairs(text: str, prefix: str = PAIR) -> Iterator[list[str]]:
    """Neighbouring letters of each run; Latin runs whole, so that "art" is not found in "party"."""
    for run in re.findall(r"\w+", hiragana(text)):
        tokens = []
        for part in _RUNS.findall(run):
            tokens += (
                [part] if _LATIN.match(part) else [part[i : i + 2] for i in range(len(part) - 1)] or [part]
            )
        yield [prefix + token for token in tokens]


def _indexed_pairs(text: str, prefix: str = PAIR) -> Iterator[str]:
    """Pairs of a text to be found: each run ends with its last letter alone, then a break."""
    for tokens in _pairs(text, prefix):
        yield from tokens
        last = tokens[-1][1:] if tokens else ""
        if len(last) == 2 and not _LATIN.match(last):
            yield prefix + last[1]
        yield BREAK


def reading(text: str) -> str:
    """How a title is said, in hiragana, as far as the dictionary knows."""
    said = "".join(
        m.reading_form() if m.part_of_speech()[0] != "補助記号" else " " for m in _morphemes(normalise(text))
    )
    return hiragana(said)


def index_tokens(text: str, said: str = "") -> str:
    """Everything a text can be found by, joined by blanks."""
    text = normalise(text)
    words = [token for line in text.splitlines() for token in [*_words(line)[0], BREAK]]
    return " ".join([*words, *_indexed_pairs(text), *_indexed_pairs(normalise(said), READING)])


@dataclass(frozen=True)
class Term:
    """One word of a question and the token sequences any of which answers it."""

    text: str
    phrases: tuple[tuple[str, ...], ...]
    is_open_ended: bool = False  # the last token may go on: "room" finds "rooms"


def terms(question: str, *, is_being_typed: bool = False) -> list[Term]:
    """What a question asks for; all of its terms must be found. One still being typed may end anywhere."""
    asked = (_term(word, is_being_typed) for word in _QUESTION_WORDS.findall(normalise(question)))
    return [term for term in asked if term.phrases]


def _term(word: str, is_being_typed: bool) -> Term:
    phrases: list[tuple[str, ...]] = []
    spellings = dict.fromkeys((word, hiragana(word), katakana(word)))
    for spelling in spellings:
        found, dropped = _words(spelling)
        # A changed spelling is only trusted whole: にほん must not become 本 because に looked like a particle.
        if found and not (dropped and (spelling != word or is_kana(word))):
            phrases.append(tuple(found))
    is_short_kanji = len(word) <= 2 and bool(_KANJI.match(word))
    if is_being_typed or not is_short_kanji:
        phrases += _as_pairs(word)
    is_open_ended = is_being_typed or (
        len(word) > 2 if _LATIN.match(word) else len(word) == 1 and not is_short_kanji
    )
    return Term(word, tuple(dict.fromkeys(phrases)), is_open_ended)


def _as_pairs(word: str) -> Iterator[tuple[str, ...]]:
    pairs = tuple(token for run in _pairs(word) for token in run)
    if pairs:
        yield pairs
    if len(word) > 2 and is_kana(word):
        yield tuple(READING + token[1:] for token in pairs)


def loose_terms(question: str) -> list[Term]:
    """A whole sentence as its content words, for when no entry holds all of its terms."""
    question = normalise(question)
    if is_kana(question):  # one word misspelt, not a sentence; its pieces would be guesses
        return []
    words = (word for word in dict.fromkeys(_words(question)[0]) if word[1:] not in _SAY_LITTLE)
    return [Term(word[1:], ((word,),)) for word in words if len(word) > 2 or _KANJI.match(word[1:])]


def pair_terms(question: str) -> list[Term]:
    """Each pair of letters as a term of its own, by spelling and by reading, for what is only similar."""
    pairs = dict.fromkeys(token[1:] for run in _pairs(normalise(question)) for token in run)
    return [Term(pair, ((PAIR + pair,), (READING + pair,))) for pair in pairs]
