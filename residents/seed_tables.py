"""The demo town's tables: bodies and contracts as the source names them, invented people."""

from datetime import date
from typing import Any

FOUNDED = date(2001, 4, 1)

OFFICE, UNIT, COMMITTEE, ORGANISATION = "office", "unit", "committee", "organisation"

# code: (name, English name, kind, parent, other fields)
BODIES: dict[str, tuple[str, str, str, str, dict[str, Any]]] = {
    "mayor": ("市長", "Mayor", OFFICE, "", {}),
    "civic-affairs": (
        "市民自治部",
        "Civic Affairs Department",
        UNIT,
        "",
        {},
    ),
    "citizen-proposal": (
        "市民提案課",
        "Citizen Proposal Section",
        UNIT,
        "",
        {"valid_from": date(1990, 4, 1), "valid_until": date(2000, 3, 31)},
    ),
    "citizen-activity": (
        "市民活動課",
        "Citizen Activity Section",
        UNIT,
        "",
        {"valid_from": date(1990, 4, 1), "valid_until": date(2000, 3, 31)},
    ),
    "civic-autonomy": (
        "市民自治推進課",
        "Civic Autonomy Section",
        UNIT,
        "civic-affairs",
        {
            "valid_from": date(2000, 4, 1),
            "profile": "共生的自治推進。市民提案システム施策の実施、充実。",
        },
    ),
    "citizen-consultation": ("市民相談課", "Citizen Consultation Section", UNIT, "civic-affairs", {}),
    "public-relations": ("広報課", "Public Relations Section", UNIT, "civic-affairs", {}),
    "information-management": ("情報管理課", "Information Management Section", UNIT, "civic-affairs", {}),
    "planning": ("企画部", "Planning Department", UNIT, "", {}),
    "it-promotion": ("IT推進課", "IT Promotion Section", UNIT, "planning", {}),
    "information-policy": ("情報政策課", "Information Policy Section", UNIT, "planning", {}),
    "planning-section": ("企画課", "Planning Section", UNIT, "planning", {}),
    "civic-life": ("市民生活部", "Civic Life Department", UNIT, "", {}),
    "disaster": ("危機管理防災課", "Crisis Management Section", UNIT, "civic-life", {}),
    "sns-operator": (
        "NPO法人 ながおか生活情報交流ねっと",
        "NPO Nagaoka Living Information Exchange Net",
        ORGANISATION,
        "",
        {"profile": "地域SNSの運用主体。"},
    ),
    "steering-committee": (
        "運営委員会",
        "Steering Committee",
        COMMITTEE,
        "",
        {"legal_basis": "藤沢市市民電子会議室実施要領 第7条"},
    ),
    "vcom": (
        "VCOM",
        "VCOM",
        ORGANISATION,
        "",
        {"profile": "1995年5月から続く、慶応義塾大学金子研究室を中心とした研究プロジェクト。"},
    ),
    "industry-foundation": (
        "藤沢市産業振興財団",
        "Fujisawa Industry Promotion Foundation",
        ORGANISATION,
        "",
        {},
    ),
    "sfc-consortium": (
        "慶応義塾大学 SFCコンソーシアム",
        "Keio University SFC Consortium",
        ORGANISATION,
        "",
        {},
    ),
    "editorial-institute": ("編集工学研究所", "Editorial Engineering Laboratory", ORGANISATION, "", {}),
    "data-centre": ("データセンター(民間)", "Data centre (private)", ORGANISATION, "", {}),
}

PEOPLE: dict[str, str] = {
    "pr_author": "広瀬 ふみ",
    "pr_approver": "広川 まこと",
    "npo_author": "長尾 みのり",
    "npo_approver": "岡野 たつや",
    "it_staff": "情野 けん",
    "it_chief": "策田 ゆき",
    "planner_author": "企山 りさ",
    "planner_chief": "画川 ごう",
    "disaster_officer": "防野 いさむ",
    "disaster_deputy": "災原 しずか",
    "secretary": "自治川 あおい",
    "secretary_chief": "推野 すすむ",
    "mayor": "市長 海老名 のぞみ",
    "chair": "委野 はるか",
    "vice_chair_1": "副島 いちろう",
    "vice_chair_2": "副田 さくら",
    **{
        f"member_{n}": name
        for n, name in enumerate(
            [
                "江ノ上 なぎ",
                "辻堂 うみ",
                "湘野 りく",
                "鵠沼 かえで",
                "片瀬 そら",
                "善行 めい",
                "石川 とおる",
                "遠藤 ゆず",
                "御所見 れん",
            ],
            start=1,
        )
    },
    "caretaker_1": "世話野 ともみ",
    "caretaker_2": "世話田 かずや",
    "facilitator_dispatched": "編川 しおり",
    "facilitator_other": "進野 ゆうた",
    "adviser": "湘南 教授",
    "commuter": "通野 つとむ",
    **{
        f"resident_{n}": name
        for n, name in enumerate(
            [
                "海野 さくら",
                "浜田 だいち",
                "潮見 ひかり",
                "松浪 けいこ",
                "川名 しんじ",
                "柄沢 みどり",
                "大庭 たかし",
                "長後 あゆみ",
                "亀井野 まい",
                "西俣野 じゅん",
                "村岡 ひでみ",
                "宮前 リサ",
            ],
            start=1,
        )
    },
    "system_admin": "運用 まもる",
}

MEMBERS: dict[str, list[str]] = {
    "mayor": ["mayor"],
    "civic-autonomy": ["secretary", "secretary_chief"],
    "public-relations": ["pr_author", "pr_approver"],
    "information-policy": ["it_staff", "it_chief"],
    "planning-section": ["planner_author", "planner_chief"],
    "disaster": ["disaster_officer", "disaster_deputy"],
    "it-promotion": ["system_admin"],
    "sns-operator": ["npo_author", "npo_approver"],
    "vcom": ["caretaker_1", "caretaker_2"],
    "sfc-consortium": ["adviser"],
    "editorial-institute": ["facilitator_dispatched"],
}
"""Committee members are missing on purpose: their seats, and so their rights, come from governance."""

EVERY_UNIT = [""]
ROLE_ROWS: dict[str, list[str]] = {
    "common.server_installation": ["information-policy"],
    "common.server_management_contractor": ["data-centre"],
    "sns.sns_system_operation": ["sns-operator"],
    "sns.monitor_recruitment": ["sns-operator"],
    "sns.official_community_permission": ["information-policy"],
    "sns.official_community_operation": EVERY_UNIT,
    "sns.government_notice_draft": EVERY_UNIT,
    "sns.government_notice": ["public-relations", "information-policy"],
    "sns.operator_notice_draft": ["sns-operator"],
    "sns.operator_notice": ["sns-operator"],
    "sns.disaster_mode_switch": ["disaster"],
    "sns.disaster_information": ["disaster"],
    "survey.jpki_usage_procedure": ["information-policy"],
    "survey.privacy_council_procedure": ["information-policy"],
    "survey.survey_system_operation": ["information-policy"],
    "survey.monitor_recruitment": ["information-policy"],
    "survey.survey_execution": ["planning-section", "information-policy"],
    "survey.content_approval": ["public-relations"],
    "survey.form_entry": ["planning-section"],
    "survey.tally": ["planning-section"],
    "survey.verification": ["information-policy"],
    "committee.secretariat": ["civic-autonomy"],
    "committee.recruitment_announcement": ["civic-autonomy", "public-relations"],
    "committee.selection": ["civic-autonomy"],
    "committee.steering": ["steering-committee"],
    "rooms.objections": ["steering-committee"],
    "rules.enact_guideline": ["mayor"],
    "rules.enact_room_rules": ["steering-committee"],
    "mayor.decide": ["mayor"],
    "proposals.intake": ["civic-autonomy"],
    "proposals.answer": EVERY_UNIT,
    "proposals.publish": ["civic-autonomy", "public-relations"],
    "roles.table_draft": ["civic-autonomy", "it-promotion"],
    "roles.table_approve": ["mayor"],
    "contracts.propose": ["civic-autonomy"],
    "contracts.conclude": ["mayor"],
    "system.operation": ["it-promotion"],
    "system.audit_read": ["it-promotion", "information-management"],
    "system.kept_mail_read": ["it-promotion"],
}

CLAUSES: dict[str, tuple[bool, str]] = {
    "confidentiality": (True, "契約書(架空)第6条"),
    "sub_outsourcing": (True, "契約書(架空)第7条"),
    "no_other_use": (True, "契約書(架空)第8条"),
    "no_third_party": (True, "契約書(架空)第8条第2項"),
    "no_copying": (True, "契約書(架空)第9条"),
    "return": (True, "契約書(架空)第14条"),
    "inspection": (True, "契約書(架空)第11条"),
    "incident_report": (True, "契約書(架空)第12条"),
    "ledger": (False, "個人情報を収めた媒体を渡さないため"),
}
"""The checklist of a contract, as the demo town answers it."""

CONSENT_TEXTS: dict[str, tuple[str, str]] = {
    "registration_article_2": (
        "実施要領第2条ただし書により、電子会議室に参加登録した方が提供し、電子会議室に開示された情報は、"
        "個人情報であっても公開することに同意したものとします。ほかの方の個人情報は書き込まないでください。",
        "Under the proviso of Article 2, what a registered participant discloses in the rooms is published "
        "with their consent, even where it is personal data. Do not post other people's personal data.",
    ),
}
