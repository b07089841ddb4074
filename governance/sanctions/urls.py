from django.urls import path

from . import views

urlpatterns = [
    path("direct/", views.direct, name="sanction-list"),
    path("cases/<uuid:pk>/measure/", views.take_measure, name="violation-take-measure"),
    path("cases/<uuid:pk>/sanction/", views.sanction, name="violation-sanction"),
]
