"""Addresses of the room; a name is noun-verb. Each shelf brings its own."""

from django.urls import include, path

from . import meeting_pages, views, violation_pages

app_name = "governance"

urlpatterns = [
    path("desk/", include("governance.desk.urls")),
    path("committees/", views.committees, name="committee-list"),
    path("", include("governance.popolo.urls")),
    path("", include("governance.numbers.urls")),
    path("", include("governance.committees.urls")),
    path("", include("governance.recruitments.urls")),
    path("", include("governance.applications.urls")),
    path("", include("governance.selections.urls")),
    path("", include("governance.seats.urls")),
    path("", include("governance.offices.urls")),
    path("", include("governance.meetings.urls")),
    path("", include("governance.minutes.urls")),
    path("committees/<slug:code>/meetings/<int:pk>/", meeting_pages.meeting, name="meeting-detail"),
    path("", include("governance.resolutions.urls")),
    path("", include("governance.events.urls")),
    path("", include("governance.issues.urls")),
    path("", include("governance.advice.urls")),
    path("", include("governance.themes.urls")),
    path("", include("governance.honoraria.urls")),
    path("committees/<slug:code>/", views.committee, name="committee-detail"),
    path("rules/", include("governance.comment_periods.urls")),
    path("rules/", include("governance.rules.urls")),
    path("rules/", include("governance.amendments.urls")),
    path("proposals/", include("governance.follow_ups.urls")),
    path("proposals/", include("governance.answers.urls")),
    path("proposals/", include("governance.teams.urls")),
    path("violations/", violation_pages.index, name="violation-ledger"),
    path("violations/<int:year>-<int:month>/", violation_pages.month, name="violation-month"),
    path("violations/<int:year>-<int:month>.csv", violation_pages.as_csv, name="violation-month-csv"),
    path("violations/<int:year>-<int:month>.json", violation_pages.as_json, name="violation-month-json"),
    path("violations/cases/<uuid:pk>/", violation_pages.case, name="violation-detail"),
    path("violations/", include("governance.violations.urls")),
    path("violations/", include("governance.sanctions.urls")),
    path("violations/", include("governance.rights_claims.urls")),
    path("violations/", include("governance.appeals.urls")),
    path("proposals/", include("governance.proposals.urls")),
]
