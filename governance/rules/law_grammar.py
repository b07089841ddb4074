"""What may stand where in the law XML (法令標準XMLスキーマ 3.0), as one table, and the test against it.

Written after the published schema, so that a file can be refused with a sentence and a line, and so that
nothing leaves the portal that the schema would not take.
"""

from __future__ import annotations

INLINE = "Line Ruby Sup Sub"
LEVELS = ("Part", "Chapter", "Section", "Subsection", "Division")
SUBITEMS = [f"Subitem{depth}" for depth in range(1, 11)]
_APPENDED = "SupplProvision|AppdxTable|AppdxNote|AppdxStyle|Appdx|AppdxFig|AppdxFormat"
_STRUCTS = "TableStruct|FigStruct|StyleStruct"
_NEW_ONE = "LawTitle|Preamble|TOC|TableStruct|FigStruct|NoteStruct|StyleStruct|FormatStruct|Remarks|LawBody"
_NEW_MANY = [
    "Part",
    "PartTitle",
    "Chapter",
    "ChapterTitle",
    "Section",
    "SectionTitle",
    "Subsection",
    "SubsectionTitle",
    "Division",
    "DivisionTitle",
    "Article",
    "SupplNote",
    "Paragraph",
    "Item",
    "List",
    "Sentence",
    "AmendProvision",
    "AppdxTable",
    "AppdxNote",
    "AppdxStyle",
    "Appdx",
    "AppdxFig",
    "AppdxFormat",
    "SupplProvisionAppdxStyle",
    "SupplProvisionAppdxTable",
    "SupplProvisionAppdx",
    "TableRow",
    "TableColumn",
]


def _either(*names: str) -> str:
    return "|".join(f"{name}+" for name in names)


MODELS: dict[str, str] = {
    "Law": "LawNum LawBody",
    "LawBody": f"((LawTitle EnactStatement* TOC?)|(EnactStatement+ TOC?)|(TOC LawTitle?)) "
    f"Preamble? MainProvision ({_APPENDED})*",
    "TOC": f"TOCLabel? TOCPreambleLabel? ({_either('TOCPart', 'TOCChapter', 'TOCSection', 'TOCArticle')}) "
    "TOCSupplProvision? TOCAppdxTableLabel*",
    "TOCPart": "PartTitle ArticleRange? TOCChapter*",
    "TOCChapter": "ChapterTitle ArticleRange? TOCSection*",
    "TOCSection": "SectionTitle ArticleRange? (TOCSubsection|TOCDivision)*",
    "TOCSubsection": "SubsectionTitle ArticleRange? TOCDivision*",
    "TOCDivision": "DivisionTitle ArticleRange?",
    "TOCArticle": "ArticleTitle ArticleCaption",
    "TOCSupplProvision": "SupplProvisionLabel ArticleRange? (TOCArticle|TOCChapter)*",
    "Preamble": "Paragraph+",
    "MainProvision": _either("Part", "Chapter", "Section", "Article", "Paragraph"),
    "Part": "PartTitle ((Article+ Chapter*)|Chapter+)",
    "Chapter": "ChapterTitle ((Article+ Section*)|Section+)",
    "Section": "SectionTitle ((Article+ Subsection*)|Subsection+|Division+)",
    "Subsection": "SubsectionTitle ((Article+ Division*)|Division+)",
    "Division": "DivisionTitle Article+",
    "Article": "((ArticleCaption ArticleTitle)|(ArticleTitle ArticleCaption?)) Paragraph+ SupplNote?",
    "Paragraph": "ParagraphCaption? ParagraphNum ParagraphSentence "
    f"(AmendProvision*|Class*|(({_STRUCTS})+ Item*)|(Item+ ({_STRUCTS}|List)*))",
    "ParagraphSentence": "Sentence+",
    "AmendProvision": "(AmendProvisionSentence NewProvision*)|NewProvision+",
    "AmendProvisionSentence": "Sentence",
    "NewProvision": f"{_NEW_ONE}|{_either(*_NEW_MANY, *SUBITEMS)}",
    "Class": "ClassTitle? ClassSentence Item*",
    "Column": "Sentence+",
    "SupplProvision": "SupplProvisionLabel (Chapter|Article|Paragraph)+ "
    "(SupplProvisionAppdxTable|SupplProvisionAppdxStyle|SupplProvisionAppdx)*",
    "SupplProvisionAppdxTable": "SupplProvisionAppdxTableTitle RelatedArticleNum? TableStruct*",
    "SupplProvisionAppdxStyle": "SupplProvisionAppdxStyleTitle RelatedArticleNum? StyleStruct*",
    "SupplProvisionAppdx": "ArithFormulaNum? RelatedArticleNum? ArithFormula+",
    "AppdxTable": "AppdxTableTitle? RelatedArticleNum? (TableStruct|Item)* Remarks?",
    "AppdxNote": "AppdxNoteTitle? RelatedArticleNum? (NoteStruct|FigStruct|TableStruct)* Remarks?",
    "AppdxStyle": "AppdxStyleTitle? RelatedArticleNum? StyleStruct* Remarks?",
    "AppdxFormat": "AppdxFormatTitle? RelatedArticleNum? FormatStruct* Remarks?",
    "Appdx": "ArithFormulaNum? RelatedArticleNum? ArithFormula+ Remarks?",
    "AppdxFig": "AppdxFigTitle? RelatedArticleNum? (FigStruct|TableStruct)+",
    "Table": "TableHeaderRow* TableRow+",
    "TableRow": "TableColumn+",
    "TableHeaderRow": "TableHeaderColumn+",
    "TableColumn": "Remarks|"
    + _either(*LEVELS, "Article", "Paragraph", "Item", *SUBITEMS, "FigStruct", "Sentence", "Column"),
    "Fig": "",
    "Remarks": "RemarksLabel (Item+|Sentence+)",
    "List": "ListSentence Sublist1*",
    "Sublist1": "Sublist1Sentence Sublist2*",
    "Sublist2": "Sublist2Sentence Sublist3*",
    "Sublist3": "Sublist3Sentence",
}
for _name, _below in zip(["Item", *SUBITEMS], [*SUBITEMS, ""], strict=True):
    _deeper = f"{_below}* " if _below else ""
    MODELS[_name] = f"{_name}Title? {_name}Sentence {_deeper}({_STRUCTS}|List)*"
    MODELS[f"{_name}Sentence"] = "Sentence+|Column+|Table"
MODELS["ClassSentence"] = "Sentence+|Column+|Table"
for _name in ("ListSentence", "Sublist1Sentence", "Sublist2Sentence", "Sublist3Sentence"):
    MODELS[_name] = "Sentence+|Column+"
for _name in ("Table", "Fig", "Note", "Style", "Format"):
    MODELS[f"{_name}Struct"] = f"{_name}StructTitle? Remarks* {_name} Remarks*"

ANY = frozenset({"Note", "Style", "Format", "QuoteStruct", "ArithFormula"})
"""Text and any element of the standard, in any order."""
_TITLED = [
    "Law",
    "Part",
    "Chapter",
    "Section",
    "Subsection",
    "Division",
    "Article",
    "Class",
    "Item",
    "SupplProvisionAppdxTable",
    "SupplProvisionAppdxStyle",
    "AppdxTable",
    "AppdxNote",
    "AppdxStyle",
    "AppdxFormat",
    "AppdxFig",
    "TableStruct",
    "FigStruct",
    "NoteStruct",
    "StyleStruct",
    "FormatStruct",
]
MIXED: dict[str, frozenset[str]] = {
    name: frozenset(INLINE.split())
    for name in [
        *(f"{name}Title" for name in [*_TITLED, *SUBITEMS]),
        *[
            "EnactStatement",
            "TOCLabel",
            "TOCPreambleLabel",
            "TOCAppdxTableLabel",
            "ArticleRange",
            "ArticleCaption",
        ],
        *["ParagraphCaption", "ParagraphNum", "SupplNote", "SupplProvisionLabel", "ArithFormulaNum"],
        *["TableHeaderColumn", "RelatedArticleNum", "RemarksLabel"],
    ]
}
MIXED |= {
    "Sentence": frozenset(["Line", "QuoteStruct", "ArithFormula", "Ruby", "Sup", "Sub"]),
    "Line": frozenset(["QuoteStruct", "ArithFormula", "Ruby", "Sup", "Sub"]),
    "Ruby": frozenset({"Rt"}),
    **{name: frozenset() for name in ("LawNum", "Rt", "Sup", "Sub")},
}

NUMBER, BOOLEAN = r"\+?0*[1-9][0-9]*", "true|false|1|0"
_WRITING = {"WritingMode": "vertical|horizontal"}
_ALIGN = {"Align": "left|center|right|justify"}
_BORDERS = {f"Border{side}": "solid|none|dotted|double" for side in ("Top", "Bottom", "Left", "Right")}
_FLAGS = {"Delete": BOOLEAN, "Hide": BOOLEAN}
_NUMBERED = {"Num!": ".*"}
ATTRIBUTES: dict[str, dict[str, str]] = {
    "Law": {
        "Era!": "Meiji|Taisho|Showa|Heisei|Reiwa",
        "Year!": NUMBER,
        "Num!": NUMBER,
        "PromulgateMonth": NUMBER,
        "PromulgateDay": NUMBER,
        "LawType!": "Constitution|Act|CabinetOrder|ImperialOrder|MinisterialOrdinance|Rule|Misc",
        "Lang!": "ja|en",
    },
    "LawBody": {"Subject": ".*"},
    "LawTitle": {"Kana": ".*", "Abbrev": ".*", "AbbrevKana": ".*"},
    "MainProvision": {"Extract": BOOLEAN},
    "ArticleCaption": {"CommonCaption": BOOLEAN},
    "ParagraphCaption": {"CommonCaption": BOOLEAN},
    "Paragraph": {"Num!": NUMBER, "OldStyle": BOOLEAN, "OldNum": BOOLEAN, "Hide": BOOLEAN},
    "Class": _NUMBERED,
    "Sentence": {
        "Num": NUMBER,
        "Function": "main|proviso",
        "Indent": "Paragraph|Item|" + "|".join(SUBITEMS),
        **_WRITING,
    },
    "Column": {"Num": NUMBER, "LineBreak": BOOLEAN, **_ALIGN},
    "SupplProvision": {"Type": "New|Amend", "AmendLawNum": ".*", "Extract": BOOLEAN},
    "ArithFormula": {"Num": NUMBER},
    "Table": _WRITING,
    "TableStructTitle": _WRITING,
    "TableColumn": {
        "rowspan": ".*",
        "colspan": ".*",
        "Valign": "top|middle|bottom",
        **_ALIGN,
        **_BORDERS,
    },
    "Fig": {"src!": ".*"},
    "RemarksLabel": {"LineBreak": BOOLEAN},
    "Line": {"Style": "dotted|double|none|solid"},
    **{name: _NUMBERED | _FLAGS for name in [*LEVELS, "Article", "Item", *SUBITEMS]},
    **{f"TOC{name}": {**_NUMBERED, "Delete": BOOLEAN} for name in [*LEVELS, "Article"]},
    **{
        name: {"Num": NUMBER}
        for name in [
            *["SupplProvisionAppdxTable", "SupplProvisionAppdxStyle", "SupplProvisionAppdx"],
            *["AppdxTable", "AppdxNote", "AppdxStyle", "AppdxFormat", "AppdxFig"],
        ]
    },
    **{
        f"{name}Title": _WRITING
        for name in [
            *["SupplProvisionAppdxTable", "SupplProvisionAppdxStyle"],
            *["AppdxTable", "AppdxNote", "AppdxStyle", "AppdxFormat", "AppdxFig"],
        ]
    },
}
ELEMENTS = frozenset(MODELS) | frozenset(MIXED) | ANY
