"""Addresses of what became of the answers."""

from django.urls import path

from . import views

urlpatterns = [
    path("<int:pk>/items/<int:number>/report/", views.progress_report, name="progress-report"),
    path("<int:pk>/conclude/", views.proposal_conclude, name="proposal-conclude"),
]
