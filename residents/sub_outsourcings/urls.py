from django.urls import path

from . import views

urlpatterns = [
    path("<int:pk>/sub-outsourcing/", views.request_one, name="sub-outsourcing-request"),
    path("sub-outsourcings/<int:pk>/withdraw/", views.withdraw, name="sub-outsourcing-withdraw"),
    path("sub-outsourcings/<int:pk>/consent/", views.consent, name="sub-outsourcing-consent"),
    path("sub-outsourcings/<int:pk>/refuse/", views.refuse, name="sub-outsourcing-refuse"),
    path(
        "sub-outsourcings/<int:pk>/revoke-consent/",
        views.revoke_consent,
        name="sub-outsourcing-revoke-consent",
    ),
]
