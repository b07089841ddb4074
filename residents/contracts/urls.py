from django.urls import path

from . import verb_views, views

urlpatterns = [
    path("", views.index, name="contract-list"),
    path("propose/", views.propose, name="contract-propose"),
    path("<int:pk>/", views.detail, name="contract-detail"),
    path("<int:pk>/revise/", verb_views.revise, name="contract-revise"),
    path("<int:pk>/clauses/", verb_views.clauses, name="contract-clauses"),
    path("<int:pk>/rights/", views.grant, name="contract-grant"),
    path("<int:pk>/rights/<int:grant_pk>/withdraw/", views.withdraw_grant, name="contract-withdraw-grant"),
    path("<int:pk>/drop/", verb_views.drop, name="contract-drop"),
    path("<int:pk>/conclude/", verb_views.conclude, name="contract-conclude"),
    path("<int:pk>/inspect/", verb_views.inspect, name="contract-inspect"),
    path("<int:pk>/report-incident/", verb_views.report_incident, name="contract-report-incident"),
    path("<int:pk>/resolve-incident/", verb_views.resolve_incident, name="contract-resolve-incident"),
    path("<int:pk>/renew/", verb_views.renew, name="contract-renew"),
    path("<int:pk>/decline-renewal/", verb_views.decline_renewal, name="contract-decline-renewal"),
    path("<int:pk>/terminate/", verb_views.terminate, name="contract-terminate"),
    path("<int:pk>/settle/", verb_views.settle, name="contract-settle"),
]
