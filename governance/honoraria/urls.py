from django.urls import path

from . import views

urlpatterns = [
    path("committees/<slug:code>/honoraria/", views.index, name="honorarium-list"),
    path("committees/honoraria/<int:pk>/", views.detail, name="honorarium-detail"),
    path("committees/honoraria/<int:pk>/check/", views.check, name="honorarium-check"),
    path("committees/honoraria/<int:pk>/approve/", views.approve, name="honorarium-approve"),
    path("committees/honoraria/<int:pk>/pay/", views.pay, name="honorarium-pay"),
    path("committees/honoraria/<int:pk>/discard/", views.discard, name="honorarium-discard"),
]
