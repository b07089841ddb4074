from django.urls import path

from . import views

HERE = "committees/<slug:code>/events/<int:pk>/"

urlpatterns = [
    path("committees/<slug:code>/events.ics", views.calendar_file, name="event-calendar"),
    path("committees/<slug:code>/events/", views.index, name="event-list"),
    path("committees/<slug:code>/events/plan/", views.plan, name="event-plan"),
    path(HERE, views.detail, name="event-detail"),
    path(f"{HERE}replan/", views.replan, name="event-replan"),
    path(f"{HERE}announce/", views.announce, name="event-announce"),
    path(f"{HERE}revise/", views.revise, name="event-revise"),
    path(f"{HERE}attendance/", views.hold, name="event-attendance"),
    path(f"{HERE}report/", views.report, name="event-report"),
    path(f"{HERE}cancel/", views.cancel, name="event-cancel"),
    path(f"{HERE}sign-up/", views.sign_up, name="event-sign-up"),
    path(f"{HERE}withdraw/", views.withdraw_sign_up, name="event-withdraw-sign-up"),
    path(f"{HERE}sign-ups/", views.sign_ups, name="event-sign-ups"),
]
