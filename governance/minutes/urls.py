from django.urls import path

from . import views

HERE = "committees/<slug:code>/meetings/<int:pk>/minutes/"

urlpatterns = [
    path(HERE, views.detail, name="minutes-detail"),
    path(f"{HERE}draft/", views.draft, name="minutes-draft"),
    path(f"{HERE}check/", views.check, name="minutes-check"),
    path(f"{HERE}ask/", views.ask, name="minutes-ask-correction"),
    path(f"{HERE}confirm/", views.confirm, name="minutes-confirm"),
    path(f"{HERE}publish/", views.publish, name="minutes-publish"),
    path(f"{HERE}correct/", views.correct, name="minutes-correct"),
]
