from django.urls import path

from . import views

urlpatterns = [
    path("numbers/", views.index, name="number-list"),
    path("numbers/<str:name>/", views.enter, name="number-enter"),
]
