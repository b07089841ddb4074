"""Addresses of what became of the answers."""

from django.urls import path

from . import views

urlpatterns = [
    path("ledger/", views.ledger_page, name="proposal-ledger"),
    path("open-data/proposals.json", views.data_json, name="proposal-data-json"),
    path("open-data/items.csv", views.data_csv, name="proposal-data-csv"),
    path("open-data/items.csv-metadata.json", views.data_csv_metadata, name="proposal-data-csv-metadata"),
    path("<int:pk>/items/<int:number>/report/", views.progress_report, name="progress-report"),
    path("<int:pk>/conclude/", views.proposal_conclude, name="proposal-conclude"),
]
