"""Addresses of the rules; they are printed in letters and must not change."""

from django.urls import path

from . import decision_pages, downloads, register_pages, views

urlpatterns = [
    path("", views.rule_list, name="rule-list"),
    path("numbers/", views.rule_numbers, name="rule-numbers"),
    path("propose/", decision_pages.rule_propose, name="rule-propose"),
    path("open-data/rules.json", downloads.register_json, name="rule-data-json"),
    path("open-data/rules.csv", downloads.register_csv, name="rule-data-csv"),
    path("open-data/rules.csv-metadata.json", downloads.register_csv_metadata, name="rule-data-csv-metadata"),
    path("<slug:slug>.txt", downloads.rule_text, name="rule-text"),
    path("<slug:slug>.xml", downloads.rule_xml, name="rule-xml"),
    path("<slug:slug>.docx", downloads.rule_docx, name="rule-docx"),
    path("<slug:slug>.pdf", downloads.rule_pdf, name="rule-pdf"),
    path("<slug:slug>.json", downloads.rule_json, name="rule-json"),
    path("<slug:slug>/", views.rule, name="rule"),
    path("<slug:slug>/versions/", views.rule_versions, name="rule-versions"),
    path("<slug:slug>/compare/", views.rule_compare, name="rule-compare"),
    path("<slug:slug>/compare.docx", downloads.rule_compare_docx, name="rule-compare-docx"),
    path("<slug:slug>/compare.pdf", downloads.rule_compare_pdf, name="rule-compare-pdf"),
    path("<slug:slug>/propose/", decision_pages.rule_propose_under, name="rule-propose-under"),
    path("<slug:slug>/enact/", decision_pages.rule_enact, name="rule-enact"),
    path("<slug:slug>/reject/", decision_pages.rule_reject, name="rule-reject"),
    path("<slug:slug>/withdraw/", decision_pages.rule_withdraw, name="rule-withdraw"),
    path("<slug:slug>/repeal/", decision_pages.rule_repeal, name="rule-repeal"),
    path("<slug:slug>/repeal-version/", decision_pages.rule_repeal_version, name="rule-repeal-version"),
    path("<slug:slug>/abolish/", decision_pages.rule_abolish, name="rule-abolish"),
    path("<slug:slug>/follow/", register_pages.rule_follow, name="rule-follow"),
    path("<slug:slug>/announce/", register_pages.rule_announce_amendment, name="rule-announce-amendment"),
    path("<slug:slug>/citations/", register_pages.rule_citations, name="rule-citations"),
    path("<slug:slug>/citations/ended/", register_pages.rule_mark_abolished, name="rule-mark-abolished"),
    path("<slug:slug>/citations/<int:pk>/remove/", register_pages.rule_uncite, name="rule-uncite"),
    path("<slug:slug>/articles/<slug:provision>/", views.rule_article, name="rule-article"),
]
