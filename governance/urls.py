"""Addresses of the room; a name is noun-verb. Each shelf brings its own."""

from django.urls import include, path

from . import views

app_name = "governance"

urlpatterns = [
    path("committees/", views.committees, name="committee-list"),
    path("", include("governance.recruitments.urls")),
    path("", include("governance.seats.urls")),
    path("", include("governance.meetings.urls")),
    path("", include("governance.resolutions.urls")),
    path("", include("governance.themes.urls")),
    path("", include("governance.honoraria.urls")),
    path("committees/<slug:code>/", views.committee, name="committee-detail"),
    path("rules/", include("governance.rules.urls")),
    path("rules/", include("governance.amendments.urls")),
    path("proposals/", include("governance.follow_ups.urls")),
    path("proposals/", include("governance.answers.urls")),
    path("proposals/", include("governance.proposals.urls")),
]
