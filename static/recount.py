#!/usr/bin/env python3
"""Count a survey of this portal again, without trusting it. Needs nothing but Python 3.8 or newer.

    python3 recount.py https://…/surveys/SURVEY            reads keys, receipts and papers from the portal
    python3 recount.py receipts.json recount.json [keys.json]       the same from files saved before

Ends with 0 if everything fits, with 1 if something does not, and says what.
"""

import base64
import hashlib
import json
import sys
import urllib.request

NOTHING_BEFORE = "0" * 64


class Checks:
    """What was looked at, and whether it fits."""

    def __init__(self):
        self.failed = 0

    def __call__(self, fits, words):
        self.failed += not fits
        print(("  ok   " if fits else "WRONG  ") + words)
        return fits


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def lines(*parts):
    return "".join(f"{part}\n" for part in parts)


def merkle_root(receipts):
    """RFC 9162, 2.1.1."""

    def over(leaves):
        if len(leaves) == 1:
            return leaves[0]
        half = 1 << ((len(leaves) - 1).bit_length() - 1)
        return hashlib.sha256(b"\x01" + over(leaves[:half]) + over(leaves[half:])).digest()

    leaves = [hashlib.sha256(b"\x00" + bytes.fromhex(line)).digest() for line in receipts]
    return (over(leaves) if leaves else hashlib.sha256().digest()).hex()


def check_keys(check, data, survey, named):
    """The list of keys is one chain, and holds one key for this survey."""
    before = NOTHING_BEFORE
    holds, own = True, []
    for number, key in enumerate(data["keys"], start=1):
        text = lines(
            key["number"], key["survey"], key["fingerprint"], key["published_on"], key["previous_hash"]
        )
        holds &= key["number"] == number and key["previous_hash"] == before
        holds &= key["entry_hash"] == sha256(text)
        holds &= key["fingerprint"] == hashlib.sha256(base64.b64decode(key["public_key"])).hexdigest()
        before = key["entry_hash"]
        if key["survey"] == survey:
            own.append(key["entry_hash"])
    check(holds, f"the list of {len(data['keys'])} keys is one unbroken chain")
    check(own == [named], "this survey has exactly one key, and the receipts rest on it")


def check_receipts(check, data):
    """The receipts are sorted and none is there twice; every page follows from the one before."""
    receipts = data["receipts"]
    check(receipts == sorted(set(receipts)), f"{len(receipts)} receipts, sorted, none twice")
    before, so_far, holds = data["key_entry"], [], True
    for number, page in enumerate(data["pages"], start=1):
        so_far = sorted(so_far + page["added"])
        text = lines(
            data["survey"], number, page["day"], page["receipts"], page["drawn"], page["root"], before
        )
        holds &= page["number"] == number and page["previous_hash"] == before
        holds &= page["page_hash"] == sha256(text) and page["root"] == merkle_root(so_far)
        holds &= page["receipts"] == len(so_far)
        before = page["page_hash"]
    check(holds, f"the {len(data['pages'])} pages are one unbroken chain, each root is right")
    check(so_far == receipts, "the pages together hold exactly these receipts")
    if not check(bool(data["pages"]) and data["pages"][-1]["is_last"], "the last page has been posted"):
        return
    drawn, eligible = data["pages"][-1]["drawn"], data["eligible"]
    check(len(receipts) <= drawn, f"answers ({len(receipts)}) <= people who drew ({drawn})")
    if eligible is not None:
        check(drawn <= eligible, f"people who drew ({drawn}) <= people who may answer ({eligible})")
    print("       root of all receipts: " + data["pages"][-1]["root"])


def check_papers(check, data, answers):
    """Count the slips of every question and hold the sums against the printed table."""
    check(data["answers"] == answers, f"as many papers ({data['answers']}) as receipts ({answers})")
    for question in data["questions"]:
        print(f"\nQuestion {question['number']}: {question['text']}")
        slips = question["slips"]
        if question["one_slip_each"]:
            check(len(slips) == answers, "one slip for each answer")
        for row in question["table"]:
            found, printed = slips.count(row["code"]), row["count"]
            shown = "withheld" if printed is None else str(printed)
            check(found == (printed or 0), f"{shown:>8}  {row['label']}")


def read(place):
    if place.startswith(("http://", "https://")):
        with urllib.request.urlopen(place) as answer:
            return json.load(answer)
    with open(place, encoding="utf-8") as file:
        return json.load(file)


def main(places):
    if len(places) == 1:
        survey = places[0].rstrip("/")
        places = [
            survey + "/receipts.json",
            survey + "/recount.json",
            survey.rsplit("/", 1)[0] + "/keys.json",
        ]
    if len(places) not in (2, 3):
        print(__doc__)
        return 2
    check = Checks()
    receipts = read(places[0])
    if len(places) == 3:
        check_keys(check, read(places[2]), receipts["survey"], receipts["key_entry"])
    check_receipts(check, receipts)
    papers = read(places[1])
    check(papers["survey"] == receipts["survey"], "receipts and papers belong to the same survey")
    check_papers(check, papers, len(receipts["receipts"]))
    print(f"\n{check.failed} checks failed." if check.failed else "\nEverything fits.")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
