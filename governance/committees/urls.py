from django.urls import path

from . import views

urlpatterns = [
    path("committees/<slug:code>/terms/open/", views.open_term, name="term-open"),
]
