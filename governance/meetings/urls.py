from django.urls import path

from . import attendance_views, views

HERE = "committees/<slug:code>/meetings/<int:pk>/"

urlpatterns = [
    path("committees/<slug:code>/meetings.ics", views.calendar_file, name="meeting-calendar"),
    path("committees/<slug:code>/meetings/", views.index, name="meeting-list"),
    path("committees/<slug:code>/meetings/plan/", views.plan, name="meeting-plan"),
    path(f"{HERE}replan/", views.replan, name="meeting-replan"),
    path(f"{HERE}announce/", views.announce, name="meeting-announce"),
    path(f"{HERE}revise/", views.revise, name="meeting-revise"),
    path(f"{HERE}postpone/", views.postpone, name="meeting-postpone"),
    path(f"{HERE}entrust/", views.entrust, name="meeting-entrust"),
    path(f"{HERE}convene/", views.convene, name="meeting-convene"),
    path(f"{HERE}attend/", views.attend, name="meeting-attend"),
    path(f"{HERE}attendance/", attendance_views.record_attendance, name="meeting-record-attendance"),
    path(f"{HERE}head/", attendance_views.record_head, name="meeting-record-head"),
    path(f"{HERE}adjourn/", views.adjourn, name="meeting-adjourn"),
    path(f"{HERE}cancel/", views.cancel, name="meeting-cancel"),
]
