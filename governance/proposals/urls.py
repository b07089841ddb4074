"""Addresses of the proposals."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.proposal_list, name="proposal-list"),
    path("draft/", views.proposal_draft, name="proposal-draft"),
    path("<int:pk>/", views.proposal, name="proposal"),
    path("<int:pk>/print/", views.proposal_print, name="proposal-print"),
    path("<int:pk>/versions/<int:number>.txt", views.version, name="proposal-version"),
    path("<int:pk>/revise/", views.proposal_revise, name="proposal-revise"),
    path("<int:pk>/lay-open/", views.proposal_lay_open, name="proposal-lay-open"),
    path("<int:pk>/adopt/", views.proposal_adopt, name="proposal-adopt"),
    path("<int:pk>/hand-over/", views.proposal_hand_over, name="proposal-hand-over"),
    path("<int:pk>/return/", views.proposal_return, name="proposal-return"),
    path("<int:pk>/correct/", views.proposal_correct, name="proposal-correct"),
    path("<int:pk>/receive/", views.proposal_receive, name="proposal-receive"),
    path("<int:pk>/route/", views.proposal_route, name="proposal-route"),
    path("<int:pk>/assembly/", views.proposal_assembly, name="proposal-assembly"),
    path("<int:pk>/withdraw/", views.proposal_withdraw, name="proposal-withdraw"),
]
