"""A town in any disaster status, reached by performing the verbs."""

from __future__ import annotations

from typing import Any

from disaster.mode import actions
from disaster.mode.models import Mode
from disaster.notices import actions as notices
from disaster.notices.models import EmergencyNotice
from disaster.shelters.models import Shelter

SITUATION = {"kind": "earthquake", "area": "市内全域", "ground": "震度6弱を観測したため。"}
REPORT = {
    "timeline": "9:00 発生",
    "reports_handled": "12件",
    "faults": "英語の文例",
    "lessons": "ひな型を作る",
}
STATUSES = ["normal", "alert", "active", "drill", "recovery", "after_action"]


def bring_to(status: str, by: Any) -> Mode:
    """Walk from normal mode to a status."""
    paths = {
        "normal": [],
        "alert": [("prepare", SITUATION)],
        "active": [("activate", SITUATION)],
        "drill": [("start_drill", SITUATION)],
        "recovery": [("activate", SITUATION), ("stand_down", {"ground": "余震がおさまったため。"})],
        "after_action": [("activate", SITUATION), ("deactivate", {"ground": "危険がなくなったため。"})],
    }
    for verb, words in paths[status]:
        getattr(actions, verb)(by=by, **words)
    return Mode.objects.current()


def perform(verb: str, by: Any) -> Mode:
    """Any verb with words that are in order."""
    words = {
        "prepare": SITUATION,
        "activate": SITUATION,
        "change": {**SITUATION, "area": "川辺地区", "level": 4},
        "start_drill": SITUATION,
        "adopt_report": REPORT,
    }
    return getattr(actions, verb)(by=by, **words.get(verb, {"ground": "状況が変わったため。"}))


def publish(by: Any, **words: Any) -> EmergencyNotice:
    first = {"kind": "life", "title": "【緊急】地震です", "body": "身を守ってください。"}
    return notices.publish(by=by, **{**first, **words})


def many_shelters(count: int) -> None:
    """Shelters with different names, as a real list has them."""
    first, second = "東西南北上中下新元大小", "山川田原野沢谷崎浜島橋坂町里森池"
    third = ["小学校", "中学校体育館", "公民館", "市民センター", "高等学校", "保育所", "集会所", "運動公園"]
    for n in range(count):
        place = first[n % 11] + second[(n * 7) % 16] + second[(n * 5 + n // 16) % 16]
        Shelter.objects.create(
            code=f"T-{n:04}",
            name=f"{place}{third[(n * 3) % 8]}",
            kana=f"よみ{n}",
            district=f"{first[n // 36]}{second[n // 30]}地区",
            address=f"{place}{n % 9 + 1}丁目{(n * 13) % 40 + 1}番{(n * 29) % 70 + 1}号",
            status="closed",
        )
