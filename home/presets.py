"""One city's tables exactly as the source prints them: bodies, aliases, division of roles, guideline.

A preset is read, not performed: nobody in 2006 left verbs behind. So the clock founds the table, the
printed cell stays beside each row, and what the source leaves open stays open and is shown as a gap.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from governance.rules import seed_guideline
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK
from residents.bodies.models import Body, BodyName, BodySuccession
from residents.contracts.models import Contract
from residents.roles import actions as roles
from residents.roles.models import RoleTable

DEMO = Path(__file__).parent / "demo"
SOURCE = DEMO / "role_tables.json"
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

# Fujisawa prints tasks in prose; which function of ours each names.
# (function, printed holder, table of the source, name of its row, column, line of the cell)
OVERVIEW, DETAIL, INTERNAL = "fujisawa_overview", "fujisawa_detail", "fujisawa_internal_roles"
SFC = "慶応義塾大学湘南藤沢研究協力機構(SFCコンソーシアム)"
FUJISAWA = (
    ("committee.steering", "運営委員会", OVERVIEW, "運営委員会", "role", 0),
    ("rules.enact_room_rules", "運営委員会", OVERVIEW, "運営委員会", "role", 3),
    ("mayor.decide", "市長", OVERVIEW, "運営委員会", "remarks", 0),
    ("rooms.caretaker", "VCOM", DETAIL, "VCOM (※)", "role", 0),
    ("rooms.adviser", SFC, DETAIL, SFC, "role", 0),
    ("common.server_management_contractor", "藤沢市産業振興財団", DETAIL, "藤沢市産業振興財団", "role", 0),
    ("committee.secretariat", "市民自治推進課", OVERVIEW, "市民自治推進課", "role", 0),
    ("committee.selection", "市民自治推進課", DETAIL, "運営委員", "role", 1),
    ("committee.recruitment_announcement", "市民自治推進課", DETAIL, "運営委員", "role", 1),
    ("proposals.intake", "市民自治推進課", OVERVIEW, "市民自治推進課", "role", 1),
    ("proposals.publish", "市民自治推進課", OVERVIEW, "市民自治推進課", "role", 1),
    ("sns.government_notice", "広報課", INTERNAL, "広報課", "role", 0),
)
GUIDELINE = ("rules.enact_guideline", "市長", "第16条 市長が別に定める")
"""From the guideline's own text, which stands beside the tables."""
CONTRACTORS = ("藤沢市産業振興財団", "VCOM (※)", SFC)
CONTRACT_TITLE = re.compile(r"「([^」]+)」")
FISCAL_YEAR = (date(2005, 4, 1), date(2006, 3, 31))
NAMED_ONLY = ("IT推進課", "情報管理課", "市民相談課", "編集工学研究所", "市民提案課", "市民活動課")


@transaction.atomic
def load(preset: str) -> RoleTable:
    """Load one city's tables; running it again changes nothing."""
    city = PRESETS[preset]
    title = f"役割分担表({city})"
    found = RoleTable.objects.filter(title=title).first()
    if found is not None:
        return found
    source = json.loads(SOURCE.read_text(encoding="utf-8"))
    is_fujisawa = preset == "fujisawa"
    with clock.at(TRIAL_BEGAN):
        rows = list(_fujisawa_rows(source) if is_fujisawa else _trial_rows(source, city))
        _aliases(source)
        printed = [table for table in source["tables"] if table["id"].startswith("fujisawa_") is is_fujisawa]
        table = _found_table(title, source["source"]["chapter"], rows, printed)
    if is_fujisawa:
        _contracts(source)
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
    """藤沢市: bodies from its tables, functions from the lines of its cells."""
    for function, holder, table, name, column, line in FUJISAWA:
        words = _printed_row(source, table, name)[column].split("\n")[line]
        yield roles.Row(function, _body(holder), False, holder, (words,))
    function, holder, words = GUIDELINE
    yield roles.Row(function, _body(holder), False, holder, (words,))
    for name in NAMED_ONLY:
        _body(name)
    _sections(source)
    set_duties()
    _reorganisation()


def _printed_row(source: dict[str, Any], table: str, name: str) -> dict[str, str]:
    """The row of a printed table by its name; sections stand in a column of their own."""
    (found,) = (t for t in source["tables"] if t["id"] == table)
    (row,) = (r for r in found["rows"] if name == r.get("section", r.get("name")))
    return row


def _sections(source: dict[str, Any]) -> None:
    """庁内体制・役割分担: what each of the five sections does ([1.G])."""
    (table,) = (t for t in source["tables"] if t["id"] == INTERNAL)
    for row in table["rows"]:
        body = _body(row["section"])
        body.profile = row["role"]
        body.save(update_fields=["profile"])


def _contracts(source: dict[str, Any]) -> None:
    """The three contracts the table names; its 「1年毎」 is taken as a fiscal year, and the record says so."""
    for name in CONTRACTORS:
        lines = _printed_row(source, DETAIL, name)["role"].split("\n")
        title = CONTRACT_TITLE.search(lines[0])
        assert title is not None  # the source names every contract in brackets
        first, last = FISCAL_YEAR
        contract = Contract(
            title=title[1],
            contractor=_body(name.removesuffix(" (※)")),
            scope_items=lines,
            from_on=first,
            until_on=last,
        )
        reason = "出典のとおり(1年毎の契約。期間は4月1日から3月31日までとみなす)"
        with clock.at(first):
            contract.step("propose", by=CLOCK, reason=reason)
            contract.step("conclude", by=CLOCK, reason=reason)
            audit.record("residents.contract.founded", by=CLOCK, target=contract, reason=reason, public=True)


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


def set_duties() -> None:
    """市民自治部 has eight functions, 市民自治推進課 fifteen ([1.G] 85, 86), here and in the joint town."""
    source = json.loads(SOURCE.read_text(encoding="utf-8"))
    (table,) = (t for t in source["tables"] if t["id"] == "fujisawa_department_functions")
    for group in table["groups"]:
        body = _body(group["unit"].removeprefix("市民自治部") or "市民自治部")
        remarks = "".join(group.get("remarks", []))
        body.duties = [duty["text"] for duty in group["functions"]]
        if remarks not in body.profile:
            body.profile = f"{body.profile}\n{remarks}".strip()
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


def _found_table(title: str, chapter: str, rows: list[roles.Row], printed: list[dict[str, Any]]) -> RoleTable:
    table = RoleTable(title=title, effective_from=TRIAL_BEGAN, source=chapter, printed=printed)
    table.step("draft", by=CLOCK, reason="出典のとおり")
    roles.write_rows(table, rows)
    table.step("check", by=CLOCK, reason="出典のとおり")
    table.step("approve", by=CLOCK, reason="出典のとおり")
    audit.record("residents.role_table.founded", by=CLOCK, target=table, public=True)
    return table
