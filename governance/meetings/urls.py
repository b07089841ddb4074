from django.urls import path

from . import views

urlpatterns = [
    path("committees/<slug:code>/meetings/", views.index, name="meeting-list"),
    path("committees/<slug:code>/meetings/plan/", views.plan, name="meeting-plan"),
    path("committees/<slug:code>/meetings/<int:pk>/", views.detail, name="meeting-detail"),
    path("committees/<slug:code>/meetings/<int:pk>/announce/", views.announce, name="meeting-announce"),
    path("committees/<slug:code>/meetings/<int:pk>/entrust/", views.entrust, name="meeting-entrust"),
    path("committees/<slug:code>/meetings/<int:pk>/convene/", views.convene, name="meeting-convene"),
    path("committees/<slug:code>/meetings/<int:pk>/attend/", views.attend, name="meeting-attend"),
    path("committees/<slug:code>/meetings/<int:pk>/adjourn/", views.adjourn, name="meeting-adjourn"),
    path(
        "committees/<slug:code>/meetings/<int:pk>/minutes/", views.draft_minutes, name="meeting-draft-minutes"
    ),
    path(
        "committees/<slug:code>/meetings/<int:pk>/confirm/",
        views.confirm_minutes,
        name="meeting-confirm-minutes",
    ),
    path(
        "committees/<slug:code>/meetings/<int:pk>/publish/",
        views.publish_minutes,
        name="meeting-publish-minutes",
    ),
    path("committees/<slug:code>/meetings/<int:pk>/cancel/", views.cancel, name="meeting-cancel"),
]
