"""Addresses of the front door that no page of the editors has."""

from django.urls import path

from . import statistics

app_name = "home"

urlpatterns = [path("statistics/", statistics.page, name="statistics")]
