from django.urls import path

from . import views

HERE = "committees/<slug:code>/advice/<int:pk>/"

urlpatterns = [
    path("committees/<slug:code>/advice/", views.index, name="advice-list"),
    path("committees/<slug:code>/advice/give/", views.give, name="advice-give"),
    path(HERE, views.detail, name="advice-detail"),
    path(f"{HERE}acknowledge/", views.acknowledge, name="advice-acknowledge"),
    path(f"{HERE}answer/", views.answer, name="advice-answer"),
]
