"""Addresses of proposed amendments, below the rule they would change."""

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:slug>/amend/", views.amendment_propose, name="amendment-propose"),
    path("<slug:slug>/rewrite/", views.amendment_rewrite, name="amendment-rewrite"),
    path("<slug:slug>/amendments/", views.amendment_list, name="amendment-list"),
    path("<slug:slug>/amendments/<int:pk>/", views.amendment, name="amendment"),
    path("<slug:slug>/amendments/<int:pk>/adopt/", views.amendment_adopt, name="amendment-adopt"),
    path("<slug:slug>/amendments/<int:pk>/reject/", views.amendment_reject, name="amendment-reject"),
    path("<slug:slug>/amendments/<int:pk>/withdraw/", views.amendment_withdraw, name="amendment-withdraw"),
]
