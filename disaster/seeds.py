"""What the disaster unit of the demo town has done so far: shelters, a drill, an alert that was called off."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from .information import actions as information
from .mode import actions as mode
from .mode.models import DisasterKind, ModeStep
from .notices import actions as notices
from .notices.models import EmergencyNotice
from .shelters import actions as shelters
from .shelters.models import Hazard

ALL = [str(hazard) for hazard in Hazard]
NOT_BY_THE_RIVER = [str(h) for h in (Hazard.EARTHQUAKE, Hazard.FIRE, Hazard.LANDSLIDE)]
NOT_BY_THE_SEA = [str(h) for h in (Hazard.EARTHQUAKE, Hazard.FIRE, Hazard.LANDSLIDE, Hazard.INLAND_FLOOD)]

# code, name, kana, English, district, address, capacity, safe from
SHELTERS = (
    ("D-01", "デモ中央小学校", "でもちゅうおうしょうがっこう", "Demo Central Elementary School", "中央地区", "中央1丁目1番1号", 620, ALL),
    ("D-02", "中央市民センター", "ちゅうおうしみんせんたー", "Central Civic Centre", "中央地区", "中央2丁目4番8号", 240, ALL),
    ("D-03", "川辺公民館", "かわべこうみんかん", "Kawabe Community Hall", "川辺地区", "川辺3丁目2番5号", 90, NOT_BY_THE_RIVER),
    ("D-04", "川辺中学校体育館", "かわべちゅうがっこうたいいくかん", "Kawabe Junior High School Gymnasium", "川辺地区", "川辺1丁目7番1号", 540, NOT_BY_THE_RIVER),
    ("D-05", "浜見小学校", "はまみしょうがっこう", "Hamami Elementary School", "浜見地区", "浜見5丁目3番1号", 480, NOT_BY_THE_SEA),
    ("D-06", "浜見津波避難ビル", "はまみつなみひなんびる", "Hamami Tsunami Evacuation Building", "浜見地区", "浜見2丁目9番3号", 350, ALL),
    ("D-07", "丘の上高等学校", "おかのうえこうとうがっこう", "Okanoue High School", "丘の上地区", "丘の上4丁目6番2号", 800, ALL),
    ("D-08", "丘の上地区集会所", "おかのうえちくしゅうかいじょ", "Okanoue Assembly Hall", "丘の上地区", "丘の上1丁目2番9号", 60, ALL),
)  # fmt: skip


def seed(town: Town) -> None:
    """Perform the verbs as the officers would have; running it again changes nothing."""
    if ModeStep.objects.exists():
        return
    officer = town.acting("disaster_officer")
    deputy = town.acting("disaster_deputy")
    year = town.today.year if (town.today.month, town.today.day) > (10, 31) else town.today.year - 1
    with clock.at(_on(year, 4, 1)):
        _shelters(officer)
    _drill(town, officer, deputy, _on(year, 9, 1))
    _typhoon_that_turned_away(officer, deputy, _on(year, 10, 9))


def _on(year: int, month: int, day: int) -> datetime:
    return timezone.make_aware(datetime(year, month, day, 9, 30))


def _shelters(officer: Acting) -> None:
    for code, name, kana, name_en, district, address, capacity, hazards in SHELTERS:
        shelters.designate(
            by=officer,
            code=code,
            name=name,
            kana=kana,
            name_en=name_en,
            district=district,
            address=f"デモ市{address}",
            capacity=capacity,
            hazards=hazards,
        )


def _drill(town: Town, officer: Acting, deputy: Acting, begins: datetime) -> None:
    """The drill of 防災の日: switched, informed of, ended."""
    with clock.at(begins):
        mode.start_drill(
            kind=DisasterKind.EARTHQUAKE,
            area="市内全域",
            ground="防災の日の総合防災訓練。午前9時30分に震度6弱の地震が起きた想定です。",
            by=officer,
        )
    with clock.at(begins + timedelta(minutes=4)):
        notices.publish(
            by=officer,
            kind=EmergencyNotice.Kind.LIFE,
            title="【緊急】地震です。身を守ってください",
            body="デモ市で震度6弱を観測した想定です。まず頭を守り、ゆれがおさまったら火を消してください。",
            title_simple="【緊急】地震です。からだを 守って ください",
            body_simple="大きな 地震の 練習です。つくえの 下に 入って、頭を 守って ください。",
            title_en="[Emergency] Earthquake. Protect yourself",
            body_en="Exercise: intensity 6-lower in Demo City. Cover your head; put out fires when the shaking stops.",
        )
    with clock.at(begins + timedelta(minutes=18)):
        information.post(
            title="中央市民センターを開設しました",
            body="受付は正面玄関です。ペットは屋外の場所へお願いします。",
            by=deputy,
        )
    with clock.at(begins + timedelta(minutes=31)):
        information.post(
            title="広報車が市内を回っています",
            body="聞こえない地区は電話でお知らせください。",
            by=town.acting("pr_author"),
        )
    with clock.at(begins + timedelta(minutes=55)):
        information.confirm(by=deputy)
    with clock.at(begins + timedelta(minutes=90)):
        mode.end_drill(
            ground="予定の訓練を終えました。お知らせの文例に英語がなく手間どったため、ひな型に加えます。",
            by=officer,
        )
        shown = EmergencyNotice.objects.get(status="published")
        notices.withdraw(shown, by=officer, reason="訓練を終えたため。")


def _typhoon_that_turned_away(officer: Acting, deputy: Acting, begins: datetime) -> None:
    with clock.at(begins):
        mode.prepare(
            kind=DisasterKind.STORM,
            area="川辺地区、浜見地区",
            ground="台風の接近により、翌朝までに大雨となる見込みのため。",
            by=deputy,
        )
    with clock.at(begins + timedelta(hours=20)):
        mode.call_off(ground="台風が進路を変え、注意報が解除されたため。", by=officer)
