from django.urls import path

from . import founding, views

urlpatterns = [
    path("reorganise/", views.reorganise, name="body-reorganise"),
    path("set-up/", founding.set_up, name="body-set-up"),
    path("members/<int:pk>/hand-over/", views.hand_over, name="member-hand-over"),
    path("<slug:code>/rename/", founding.rename, name="body-rename"),
    path("<slug:code>/dissolve/", founding.dissolve, name="body-dissolve"),
    path("<slug:code>/members/", views.members, name="body-members"),
]
