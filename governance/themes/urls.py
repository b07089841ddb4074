from django.urls import path

from . import room_views, views

urlpatterns = [
    path("themes/", views.index, name="theme-list"),
    path("themes/raise/", views.raise_theme, name="theme-raise"),
    path("themes/receipts/<uuid:pk>/", views.receipt, name="theme-receipt"),
    path("themes/rooms/<slug:slug>/objection/", room_views.objection, name="room-objection"),
    path("themes/rooms/<slug:slug>/rule-proposals/<int:pk>/", room_views.room_rule, name="room-rule-decide"),
    path("themes/<int:pk>/", views.detail, name="theme-detail"),
    path("themes/<int:pk>/contact/", views.contact, name="theme-contact"),
    path("themes/<int:pk>/receive/", views.receive, name="theme-receive"),
    path("themes/<int:pk>/admit/", views.admit, name="theme-admit"),
    path("themes/<int:pk>/redirect/", views.redirect_theme, name="theme-redirect"),
    path("themes/<int:pk>/shortlist/", views.shortlist, name="theme-shortlist"),
    path("themes/<int:pk>/adopt/", views.adopt, name="theme-adopt"),
    path("themes/<int:pk>/defer/", views.defer, name="theme-defer"),
    path("themes/<int:pk>/not-adopt/", views.not_adopt, name="theme-not-adopt"),
    path("themes/<int:pk>/prepare-room/", room_views.prepare, name="theme-prepare-room"),
    path("themes/<int:pk>/open-room/", room_views.open_room, name="theme-open-room"),
    path("themes/<int:pk>/extend-room/", room_views.extend, name="theme-extend-room"),
    path("themes/<int:pk>/end-discussion/", room_views.end_discussion, name="theme-end-discussion"),
    path("themes/<int:pk>/adopt-summary/", room_views.adopt_summary, name="theme-adopt-summary"),
    path("themes/<int:pk>/close-room/", room_views.close, name="theme-close-room"),
    path("themes/<int:pk>/facilitator/", room_views.name_facilitator, name="theme-name-facilitator"),
]
