"""Addresses of the rules; they are printed in letters and must not change."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.rule_list, name="rule-list"),
    path("propose/", views.rule_propose, name="rule-propose"),
    path("<slug:slug>.txt", views.rule_text, name="rule-text"),
    path("<slug:slug>.xml", views.rule_xml, name="rule-xml"),
    path("<slug:slug>.json", views.rule_json, name="rule-json"),
    path("<slug:slug>/", views.rule, name="rule"),
    path("<slug:slug>/versions/", views.rule_versions, name="rule-versions"),
    path("<slug:slug>/compare/", views.rule_compare, name="rule-compare"),
    path("<slug:slug>/enact/", views.rule_enact, name="rule-enact"),
    path("<slug:slug>/abolish/", views.rule_abolish, name="rule-abolish"),
    path("<slug:slug>/articles/<slug:provision>/", views.rule_article, name="rule-article"),
]
