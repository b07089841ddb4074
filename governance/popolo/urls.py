from django.urls import path

from . import views

urlpatterns = [
    path("committees/popolo.json", views.data, name="committee-data"),
    path("committees/<slug:code>/popolo.json", views.data, name="committee-data-one"),
    path("committees/imported-history/", views.history, name="imported-history"),
    path("committees/imported-history/<int:pk>/", views.organisation, name="imported-organisation"),
]
