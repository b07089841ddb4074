from django.urls import path

from . import views

urlpatterns = [
    path("committees/seats/<int:pk>/choose/", views.choose, name="office-choose"),
    path("committees/offices/<int:pk>/step-down/", views.step_down, name="office-step-down"),
]
