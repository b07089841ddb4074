"""One city's tables exactly as the source prints them: bodies, aliases, division of roles, guideline.

A preset is read, not performed: nobody in 2006 left verbs behind. So the clock founds the table, the
printed cell stays beside each row, and what the source leaves open stays open and is shown as a gap.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from governance.rules import seed_guideline
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK
from residents.bodies.models import Body, BodyName, BodySuccession
from residents.roles import actions as roles
from residents.roles.models import RoleTable

DEMO = Path(__file__).parent / "demo"
PRESETS = {"nagaoka": "長岡市", "chiyoda": "千代田区", "fujisawa": "藤沢市"}
TRIAL_BEGAN = date(2005, 12, 15)
SECTION_FOUNDED = date(2000, 4, 1)

UNIT, OFFICE, COMMITTEE, ORGANISATION = "unit", "office", "committee", "organisation"
LEGAL_BASIS = "藤沢市市民電子会議室実施要領 第7条"

# printed name: (code, kind, printed name of the division above)
PLACES: dict[str, tuple[str, str, str]] = {
    "情報政策課": ("information-policy", UNIT, ""),
    "企画課": ("planning-section", UNIT, ""),
    "市民生活部危機管理防災課": ("disaster", UNIT, ""),
    "企画総務課": ("planning-general-affairs", UNIT, "政策経営部"),
    "広報広聴課": ("public-relations", UNIT, "政策経営部"),
    "総合災害対策室防災課": ("disaster", UNIT, ""),
    "政策経営部": ("policy-management", UNIT, ""),
    "ながおか生活情報交流ネット": ("sns-operator", ORGANISATION, ""),
    "(財)まちみらい千代田": ("sns-operator", ORGANISATION, ""),
    "データセンター(民間)": ("data-centre", ORGANISATION, ""),
    "地域SNS参加者": ("sns-participants", ORGANISATION, ""),
    "まちかどレポーター": ("street-reporters", ORGANISATION, ""),
    "市長": ("mayor", OFFICE, ""),
    "市民自治部": ("civic-affairs", UNIT, ""),
    "市民自治推進課": ("civic-autonomy", UNIT, "市民自治部"),
    "市民提案課": ("citizen-proposal", UNIT, ""),
    "市民活動課": ("citizen-activity", UNIT, ""),
    "企画部": ("planning", UNIT, ""),
    "IT推進課": ("it-promotion", UNIT, "企画部"),
    "広報課": ("public-relations", UNIT, "市民自治部"),
    "情報管理課": ("information-management", UNIT, "市民自治部"),
    "市民相談課": ("citizen-consultation", UNIT, "市民自治部"),
    "運営委員会": ("steering-committee", COMMITTEE, ""),
    "藤沢市産業振興財団": ("industry-foundation", ORGANISATION, ""),
    "VCOM": ("vcom", ORGANISATION, ""),
    "慶応義塾大学湘南藤沢研究協力機構(SFCコンソーシアム)": ("sfc-consortium", ORGANISATION, ""),
    "編集工学研究所": ("editorial-institute", ORGANISATION, ""),
}

# Fujisawa prints tasks in prose; which function of ours each names. (function, printed holder, printed words)
FUJISAWA = (
    ("committee.steering", "運営委員会", "電子会議室全体の企画、運営"),
    ("rules.enact_room_rules", "運営委員会", "ルールの制定、改廃"),
    ("rules.enact_guideline", "市長", "第16条 市長が別に定める"),
    ("mayor.decide", "市長", "公募し市長が選出、委嘱"),
    ("rooms.caretaker", "VCOM", "運営委員会支援(世話人派遣等)"),
    ("rooms.adviser", "慶応義塾大学湘南藤沢研究協力機構(SFCコンソーシアム)", "市民電子会議室へのアドバイス"),
    ("common.server_management_contractor", "藤沢市産業振興財団", "機器の管理運用等"),
    ("committee.secretariat", "市民自治推進課", "事務局機能"),
    ("committee.selection", "市民自治推進課", "選考委員会として公募市民から選出"),
    ("committee.recruitment_announcement", "市民自治推進課", "公募"),
    ("proposals.intake", "市民自治推進課", "市長への提言の提出、回答"),
    ("proposals.publish", "市民自治推進課", "市長への提言の提出、回答"),
    ("sns.government_notice", "広報課", "広報全般。広報紙、FM、CATV等。"),
)
NAMED_ONLY = ("IT推進課", "情報管理課", "市民相談課", "編集工学研究所", "市民提案課", "市民活動課")


@transaction.atomic
def load(preset: str) -> RoleTable:
    """Load one city's tables; running it again changes nothing."""
    city = PRESETS[preset]
    title = f"役割分担表({city})"
    found = RoleTable.objects.filter(title=title).first()
    if found is not None:
        return found
    source = json.loads((DEMO / "role_tables.json").read_text(encoding="utf-8"))
    with clock.at(TRIAL_BEGAN):
        read = _fujisawa_rows(source) if preset == "fujisawa" else _trial_rows(source, city)
        rows = list(read)
        _aliases(source)
        table = _found_table(title, source["source"]["chapter"], rows)
    if preset == "fujisawa":
        seed_guideline.load(enacted_by=_body("市長"))
    return table


def _trial_rows(source: dict[str, Any], city: str) -> Iterator[roles.Row]:
    """長岡市 and 千代田区: the normalised rows, each with its cell as printed."""
    for row in source["normalised_trial_role_assignment"]:
        if row["municipality"] != city:
            continue
        printed, is_open = row["assignee"], row["open_ended"]
        everybody = f"{city}各部署など"
        body = None if printed == everybody else _body(printed.removesuffix("など"))
        yield roles.Row(row["function_code"], body, is_open, printed, tuple(row["tasks"]))


def _fujisawa_rows(source: dict[str, Any]) -> Iterator[roles.Row]:
    """藤沢市: bodies from its tables, functions from its prose."""
    for function, holder, words in FUJISAWA:
        yield roles.Row(function, _body(holder), False, holder, (words,))
    for name in NAMED_ONLY:
        _body(name)
    _duties(source)
    _reorganisation()


def _body(printed: str) -> Body:
    """A body under the name the table prints."""
    code, kind, division = PLACES[printed]
    parent = _body(division) if division else None
    body, _created = Body.objects.get_or_create(
        code=code,
        defaults={
            "name": printed,
            "kind": kind,
            "parent": parent,
            "legal_basis": LEGAL_BASIS if kind == COMMITTEE else "",
            "valid_from": SECTION_FOUNDED,
        },
    )
    return body


def _duties(source: dict[str, Any]) -> None:
    """市民自治部 has eight functions, 市民自治推進課 fifteen ([1.G] 85, 86)."""
    (table,) = (t for t in source["tables"] if t["id"] == "fujisawa_department_functions")
    for group in table["groups"]:
        name = group["unit"].removeprefix("市民自治部") or "市民自治部"
        body = _body(name)
        body.duties = [duty["text"] for duty in group["functions"]]
        body.profile = "".join(group.get("remarks", []))
        body.save(update_fields=["duties", "profile"])


def _reorganisation() -> None:
    """2000年4月組織改正: two sections gave way to one."""
    for name in ("市民提案課", "市民活動課"):
        old = _body(name)
        old.valid_from, old.valid_until = date(1990, 4, 1), date(2000, 3, 31)
        old.save(update_fields=["valid_from", "valid_until"])
        BodySuccession.objects.get_or_create(
            predecessor=old, successor=_body("市民自治推進課"), defaults={"on": SECTION_FOUNDED}
        )


def _aliases(source: dict[str, Any]) -> None:
    """Other spellings the source uses of a body stay findable."""
    for known in source["name_variants"]:
        names = {known["canonical"], *known["variants"]}
        for body in Body.objects.filter(name__in=names):
            for name in sorted(names - {body.name}):
                BodyName.objects.get_or_create(body=body, name=name)


def _found_table(title: str, chapter: str, rows: list[roles.Row]) -> RoleTable:
    table = RoleTable(title=title, effective_from=TRIAL_BEGAN, source=chapter)
    table.step("draft", by=CLOCK, reason="出典のとおり")
    roles.write_rows(table, rows)
    table.step("check", by=CLOCK, reason="出典のとおり")
    table.step("approve", by=CLOCK, reason="出典のとおり")
    audit.record("residents.role_table.founded", by=CLOCK, target=table, public=True)
    return table
