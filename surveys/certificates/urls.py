"""Addresses below /surveys/manage/trust/."""

from django.urls import path

from . import verifier_views as verifiers
from . import views

urlpatterns = [
    path("", views.overview, name="trust-overview"),
    path("authorities/take-in/", views.take_in, name="anchor-trust"),
    path("authorities/<int:pk>/", views.anchor, name="anchor-detail"),
    path("authorities/<int:pk>/stop/", views.distrust, name="anchor-distrust"),
    path("authorities/<int:pk>/policy/", views.accept_policy, name="anchor-accept-policy"),
    path("lists/", views.lists, name="revocation-list-list"),
    path("lists/load/", views.load, name="revocation-list-load"),
    path("services/choose/", views.choose_service, name="revocation-service-choose"),
    path("verifiers/", verifiers.verifiers, name="verifier-list"),
    path("verifiers/record/", verifiers.record, name="standing-record"),
    path("verifiers/<int:pk>/withdraw/", verifiers.withdraw, name="standing-withdraw"),
    path("procedures/", verifiers.procedures, name="procedure-list"),
    path("procedures/enter/", verifiers.begin, name="procedure-enter"),
    path("procedures/<int:pk>/finish/", verifiers.finish, name="procedure-finish"),
]
