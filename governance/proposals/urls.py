"""Addresses of the proposals."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.proposal_list, name="proposal-list"),
    path("draft/", views.proposal_draft, name="proposal-draft"),
    path("<int:pk>/", views.proposal, name="proposal"),
    path("<int:pk>/revise/", views.proposal_revise, name="proposal-revise"),
    path("<int:pk>/adopt/", views.proposal_adopt, name="proposal-adopt"),
    path("<int:pk>/hand-over/", views.proposal_hand_over, name="proposal-hand-over"),
    path("<int:pk>/receive/", views.proposal_receive, name="proposal-receive"),
    path("<int:pk>/route/", views.proposal_route, name="proposal-route"),
    path("<int:pk>/items/<int:number>/answer/", views.answer_draft, name="answer-draft"),
    path("<int:pk>/answer/", views.proposal_answer, name="proposal-answer"),
    path("<int:pk>/publish/", views.proposal_publish, name="proposal-publish"),
]
