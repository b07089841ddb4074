"""Feeds of the front door."""

urlpatterns: list = []
