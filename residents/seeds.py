"""Who lives and works in the demo town. All people are invented; bodies and contracts are the source's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from residents.accounts.models import CityConnection, User
from residents.bodies.models import Body, BodyMembership, BodyName, BodySuccession
from residents.consents import actions as consents
from residents.consents.models import ConsentText
from residents.contracts import actions as contracts
from residents.contracts.models import Contract
from residents.roles import actions as roles
from residents.roles.models import RoleTable
from residents.seed_tables import BODIES, CLAUSES, CONSENT_TEXTS, FOUNDED, MEMBERS, PEOPLE, ROLE_ROWS
from residents.sub_outsourcings.seeds import seed_sub_outsourcing
from residents.teams.seeds import seed_teams

DEMO_PASSWORD = "sankaku-demo"


@dataclass
class Town:
    """What the seeds of the upper rooms build on."""

    today: date

    def person(self, key: str) -> User:
        return person(key)

    def body(self, code: str) -> Body:
        return Body.objects.get(code=code)

    def acting(self, key: str, body: str = "") -> Acting:
        """A demo person acting for a body (by default the first they belong to; residents: themselves)."""
        who = person(key)
        code = body or next((code for code, keys in MEMBERS.items() if key in keys), "")
        return Acting(who, self.body(code) if code else None)


def address(key: str) -> str:
    return f"{key.replace('_', '-')}@demo.example.jp"


def person(key: str) -> User:
    """A demo person by key (``pr_author``, ``resident_3`` …)."""
    return User.objects.get(email=address(key))


def seed(town: Town | None = None) -> Town:
    """Bodies, people, the role table and the contracts; running it again changes nothing."""
    town = town or Town(clock.today())
    if RoleTable.objects.exists():
        return town
    with clock.at(FOUNDED):
        _bodies()
        _people()
        _consents()
        _role_table(town)
        seed_teams(MEMBERS, person)
    with clock.at(_fiscal_year_start(town.today)):
        _contracts(town)
    seed_sub_outsourcing(town)
    return town


def _bodies() -> None:
    for code, (name, name_en, kind, parent, extra) in BODIES.items():
        fields = {"valid_from": FOUNDED, **extra}
        Body.objects.create(
            code=code,
            name=name,
            name_en=name_en,
            kind=kind,
            parent=Body.objects.get(code=parent) if parent else None,
            **fields,
        )
    successor = Body.objects.get(code="civic-autonomy")
    for code in ("citizen-proposal", "citizen-activity"):
        BodySuccession.objects.create(
            predecessor=Body.objects.get(code=code), successor=successor, on=date(2000, 4, 1)
        )
    operator = Body.objects.get(code="sns-operator")
    BodyName.objects.create(body=operator, name="ながおか生活情報交流ネット")


def _people() -> None:
    password = make_password(DEMO_PASSWORD)  # one for all, so it is stretched once
    for key, display_name in PEOPLE.items():
        user = User.objects.create_user(address(key), display_name=f"{display_name}(架空)")
        user.password = password
        user.save(update_fields=["password"])
        user.emailaddress_set.create(email=user.email, verified=True, primary=True)
        kind = CityConnection.Kind.WORK if key == "commuter" else CityConnection.Kind.RESIDENCE
        if key.startswith(("resident", "commuter", "member", "chair", "vice", "facilitator_other")):
            CityConnection.objects.create(person=user, kind=kind)
    for code, keys in MEMBERS.items():
        for key in keys:
            BodyMembership.objects.create(
                body=Body.objects.get(code=code), person=person(key), from_on=FOUNDED, basis="デモの配置"
            )


def _consents() -> None:
    for purpose, (text, text_en) in CONSENT_TEXTS.items():
        ConsentText.objects.create(
            purpose=purpose, version=1, text=text, text_en=text_en, valid_from=clock.today()
        )
    for key in PEOPLE:
        who = person(key)
        consents.give(who, "registration_article_2", by=Acting(who))


def _role_table(town: Town) -> None:
    """The first table has nobody above it who could approve: it is founded, and the ledger says so."""
    table = RoleTable(title="役割分担表(デモ市)", effective_from=FOUNDED, source="導入検討編 11 運営体制")
    table.step("draft", by=CLOCK, reason="最初の役割分担表")
    rows = [
        roles.Row(function, Body.objects.get(code=code) if code else None, is_open_ended=not code)
        for function, codes in ROLE_ROWS.items()
        for code in codes
    ]
    roles.write_rows(table, rows)
    table.step("check", by=CLOCK, reason="最初の役割分担表")
    table.step("approve", by=CLOCK, reason="最初の役割分担表")
    audit.record("residents.role_table.founded", by=CLOCK, target=table, public=True)
    roles.take_effect(table, by=CLOCK)


def _fiscal_year_start(today: date) -> date:
    return date(today.year if today.month >= 4 else today.year - 1, 4, 1)


def _contracts(town: Town) -> None:
    """The source's three contracts, 1年毎の契約, for the running fiscal year."""
    start = clock.today()
    end = date(start.year + 1, 3, 31)
    secretary, mayor = town.acting("secretary"), town.acting("mayor")
    caretakers = [town.person("caretaker_1"), town.person("caretaker_2")]
    support = "運営委員会支援(世話人派遣等)"
    drafts: list[tuple[str, str, list[str], list[tuple[str, str, Any]]]] = [
        ("市民電子会議室用機器等管理運営業務委託", "industry-foundation", ["機器等の管理運営"], []),
        (
            "市民電子会議室運営業務委託",
            "vcom",
            [support, "市役所エリア会議室運営支援", "運営協力者育成支援", "市民電子会議室専用ソフト運用支援"],
            [(support, "rooms.caretaker", caretaker) for caretaker in caretakers],
        ),
        (
            "地域情報化課題解決業務委託",
            "sfc-consortium",
            ["市民電子会議室へのアドバイス"],
            [("市民電子会議室へのアドバイス", "rooms.adviser", town.person("adviser"))],
        ),
    ]
    for number, (title, code, scope, grants) in enumerate(drafts, start=1):
        contract: Contract = contracts.propose(
            title=title,
            contractor=town.body(code),
            scope_items=scope,
            grants=grants,
            from_on=start,
            until_on=end,
            procurement=Contract.Procurement.NEGOTIATED,
            by=secretary,
        )
        contracts.check_clauses(contract, clauses=CLAUSES, by=secretary)
        contracts.conclude(contract, by=mayor, number=f"委託第{start.year}-{number}号(架空)")
