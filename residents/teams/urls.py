from django.urls import path

from . import views

urlpatterns = [
    path("teams/<int:pk>/dissolve/", views.dissolve, name="team-dissolve"),
    path("members/<int:pk>/team/", views.place, name="team-place"),
    path("<slug:code>/teams/", views.index, name="team-list"),
    path("<slug:code>/teams/form/", views.form, name="team-form"),
]
