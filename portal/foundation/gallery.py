"""What the gallery of components shows: invented but plausible words of a town."""

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings

from portal.foundation.components import variables_in

COMPONENTS = Path(settings.BASE_DIR) / "templates/components"
IN_THE_TOWN = timezone(timedelta(hours=9))
DAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 9, 5, tzinfo=IN_THE_TOWN)


class ExampleForm(forms.Form):
    """Every shape of field once, two of them refused."""

    title = forms.CharField(
        label="題名", max_length=30, help_text="ひと目で内容がわかるように書いてください。"
    )
    words = forms.CharField(label="本文", max_length=400, required=False, widget=forms.Textarea)
    mail = forms.EmailField(label="メールアドレス", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    day = forms.DateField(label="開催日", widget=forms.DateInput(attrs={"type": "date"}))
    area = forms.ChoiceField(label="地区", choices=[("1", "デモ地区"), ("2", "みなと地区")])
    kind = forms.ChoiceField(
        label="参加のしかた", choices=[("1", "会場で"), ("2", "オンラインで")], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(
        label="関心のあること",
        required=False,
        help_text="いくつでも選べます。",
        choices=[("1", "子育て"), ("2", "防災"), ("3", "まちづくり")],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.FileField(label="資料", required=False, help_text="PDF、10MBまで。")
    agreed = forms.BooleanField(label="利用規約に同意します")


def components() -> list[dict[str, Any]]:
    """Every component folder with its purpose, variables and examples."""
    return [_described(path.parent.name) for path in sorted(COMPONENTS.glob("*/examples.html"))]


def _source(name: str) -> str:
    return (COMPONENTS / name / f"{name}.html").read_text(encoding="utf-8")


def _described(name: str) -> dict[str, Any]:
    source = _source(name)
    return {
        "name": name,
        "purpose": source.splitlines()[1],
        "variables": [(key, required, meaning) for key, (required, meaning) in variables_in(source).items()],
        "examples": f"components/{name}/examples.html",
    }


def examples() -> dict[str, Any]:
    """The things the examples speak of."""
    form = ExampleForm(
        {"words": "駅前広場の使い方について、", "mail": "midori@", "area": "1", "agreed": "on"}
    )
    return {
        "form": form,
        "day": date(2026, 4, 1),
        "moment": MOMENT,
        "icons": re.findall(r'name == "(\w+)"', _source("icon")),
        "doors": [
            {"key": "know", "icon": "info", "title": "知りたい", "text": "お知らせ、きまり", "url": "#"},
            {"key": "talk", "icon": "chat", "title": "話したい", "text": "コミュニティと会議室", "url": "#"},
        ],
        "resources": [
            {"title": "年末年始のごみ収集について", "url": "#", "date": DAY, "meta": "環境課"},
            {
                "title": "第5期運営委員の募集",
                "url": "#",
                "date": DAY,
                "status": "受付中",
                "tone": "info",
                "text": "市民電子会議室の運営をいっしょに考える方を12人募集します。",
            },
        ],
        "steps": [
            {
                "title": "回答しました",
                "at": MOMENT,
                "who": "都市整備課",
                "status": "一部実施",
                "tone": "success",
            },
            {"title": "担当課へ送りました", "at": date(2026, 11, 10), "who": "市民自治推進課"},
            {"title": "受け付けました", "at": date(2026, 11, 2), "text": "受付番号は第17号です。"},
        ],
        "facts": [
            {"label": "開催日", "date": DAY},
            {"label": "場所", "value": "デモ市役所 本庁舎3階 第2会議室"},
            {"label": "問い合わせ", "value": "市民自治推進課 0000-00-0000", "url": "tel:0000000000"},
        ],
        "table": {
            "caption": "会議室ごとの発言数",
            "head": ["会議室", "参加者", "発言"],
            "rows": [["駅前のにぎわい", "128", "1,204"], ["子育てひろば", "64", "310"]],
            "foot": ["合計", "192", "1,514"],
            "number": [1, 2],
        },
        "effects": ["参加者192人にお知らせが届きます。", "廃止したあとも、条文と経過は読めます。"],
        "breadcrumbs": [
            {"label": "ホーム", "url": "#"},
            {"label": "会議室", "url": "#"},
            {"label": "駅前のにぎわいを考える会議室"},
        ],
        "tabs": [
            {"label": "話し合い", "url": "#", "current": True, "count": 24},
            {"label": "ルール", "url": "#"},
            {"label": "参加者", "url": "#", "count": 128},
        ],
        "stages": [
            {"label": "受付", "state": "done", "text": "11月2日"},
            {"label": "担当課で検討", "state": "current"},
            {"label": "市長の回答", "state": "coming"},
            {"label": "実施の報告", "state": "coming"},
        ],
        "post_text": "先週の土曜日に数えたら、広場のベンチは6つしかありませんでした。\n木かげに増やせないでしょうか。",
        "comparison": [
            {
                "label": "第4条",
                "before": [
                    {"kind": "same", "text": "運営委員会は、委員"},
                    {"kind": "removed", "text": "10人"},
                    {"kind": "same", "text": "以内で組織する。"},
                ],
                "after": [
                    {"kind": "same", "text": "運営委員会は、委員"},
                    {"kind": "added", "text": "12人"},
                    {"kind": "same", "text": "以内で組織する。"},
                ],
            },
            {"label": "第5条", "unchanged": True},
            {"label": "第6条の2", "before": [], "after": [{"kind": "added", "text": "会議は、公開とする。"}]},
        ],
        "paragraphs": [
            {
                "text": "委員会は、次に掲げる事務を行う。",
                "items": [
                    {"number": "(1)", "text": "会議室の開設及び廃止に関すること。"},
                    {"number": "(2)", "text": "会議室のルールの制定及び改正に関すること。"},
                ],
            },
            {"number": "2", "text": "委員会は、前項の事務について市長に提言することができる。"},
        ],
        "figures": [
            {"label": "会議室", "value": "24", "unit": "室"},
            {"label": "参加者", "value": "1,312", "unit": "人", "note": "前の月から36人増"},
            {"label": "市の回答", "value": "9.5", "unit": "日", "note": "受け付けから(中央値)"},
        ],
        "bars": [
            {"label": "土曜日・日曜日", "count": 218, "share": "52.9"},
            {"label": "平日の夕方", "count": 121, "share": "29.4"},
            {"label": "平日の昼", "count": 73, "share": "17.7"},
        ],
        "notes": ["回答者の傾向であり、市民全体の割合ではありません。"],
        "letter": "デモ市市民電子会議室運営委員会委員を委嘱します。\n\n任期　令和8年4月1日から令和10年3月31日まで",
    }
