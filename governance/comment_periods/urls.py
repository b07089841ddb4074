"""Addresses of comments on drafts, below the rule they are about."""

from django.urls import path

from . import views

urlpatterns = [
    path("comments/<uuid:pk>/", views.receipt, name="comment-receipt"),
    path("<slug:slug>/comments/lay-open/", views.lay_open, name="comment-period-lay-open"),
    path(
        "<slug:slug>/amendments/<int:amendment>/comments/lay-open/",
        views.lay_open,
        name="amendment-comment-period-lay-open",
    ),
    path("<slug:slug>/comments/<int:pk>/", views.detail, name="comment-period"),
    path("<slug:slug>/comments/<int:pk>/extend/", views.extend, name="comment-period-extend-comments"),
    path("<slug:slug>/comments/<int:pk>/send/", views.send, name="comment-send"),
    path("<slug:slug>/comments/<int:pk>/received/", views.received, name="comment-list"),
    path("<slug:slug>/comments/<int:pk>/groups/add/", views.answer_group, name="comment-group-add"),
    path("<slug:slug>/comments/<int:pk>/groups/<int:group>/", views.answer_group, name="comment-group-edit"),
    path(
        "<slug:slug>/comments/<int:pk>/groups/<int:group>/drop/", views.drop_group, name="comment-group-drop"
    ),
]
