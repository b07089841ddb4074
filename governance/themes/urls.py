from django.urls import path

from . import views

urlpatterns = [
    path("themes/", views.index, name="theme-list"),
    path("themes/raise/", views.raise_theme, name="theme-raise"),
    path("themes/<int:pk>/", views.detail, name="theme-detail"),
    path("themes/<int:pk>/receive/", views.receive, name="theme-receive"),
    path("themes/<int:pk>/admit/", views.admit, name="theme-admit"),
    path("themes/<int:pk>/redirect/", views.redirect_theme, name="theme-redirect"),
    path("themes/<int:pk>/adopt/", views.adopt, name="theme-adopt"),
    path("themes/<int:pk>/not-adopt/", views.not_adopt, name="theme-not-adopt"),
    path("themes/<int:pk>/prepare-room/", views.prepare_room, name="theme-prepare-room"),
    path("themes/<int:pk>/open-room/", views.open_room, name="theme-open-room"),
    path("themes/<int:pk>/close-room/", views.close_room, name="theme-close-room"),
]
