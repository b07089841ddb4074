from django.urls import path

from . import views

HERE = "committees/<slug:code>/issues/<int:pk>/"

urlpatterns = [
    path("committees/<slug:code>/issues/", views.index, name="issue-list"),
    path("committees/<slug:code>/issues/raise/", views.raise_issue, name="issue-raise"),
    path(HERE, views.detail, name="issue-detail"),
    path(f"{HERE}discuss/", views.discuss, name="issue-discuss"),
    path(f"{HERE}decide/", views.decide, name="issue-decide"),
    path(f"{HERE}finish/", views.finish, name="issue-finish"),
    path(f"{HERE}reopen/", views.reopen, name="issue-reopen"),
]
