from django.urls import path

from . import views

urlpatterns = [
    path("reorganise/", views.reorganise, name="body-reorganise"),
    path("members/<int:pk>/hand-over/", views.hand_over, name="member-hand-over"),
    path("<slug:code>/members/", views.members, name="body-members"),
]
