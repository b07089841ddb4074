"""Addresses of the answers to proposals."""

from django.urls import path

from . import chain_views, views

urlpatterns = [
    path("<int:pk>/items/<int:number>/answer/", views.answer_draft, name="answer-draft"),
    path("<int:pk>/items/<int:number>/concur/", views.answer_concur, name="answer-concur"),
    path("approval-chains/", chain_views.chain_list, name="approval-chain-list"),
    path("approval-chains/<slug:code>/", chain_views.chain_set, name="approval-chain-set"),
    path("<int:pk>/items/<int:number>/endorse/", views.answer_endorse, name="answer-endorse"),
    path("<int:pk>/items/<int:number>/approve/", views.answer_approve, name="answer-approve"),
    path("<int:pk>/items/<int:number>/send-back/", views.answer_send_back, name="answer-send-back"),
    path("<int:pk>/extend/", views.proposal_extend, name="proposal-extend"),
    path("<int:pk>/answer/", views.proposal_answer, name="proposal-answer"),
    path("<int:pk>/publish/", views.proposal_publish, name="proposal-publish"),
]
