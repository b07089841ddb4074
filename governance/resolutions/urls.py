from django.urls import path

from . import views

urlpatterns = [
    path("committees/<slug:code>/meetings/<int:meeting>/propose/", views.propose, name="resolution-propose"),
    path("committees/<slug:code>/resolutions/", views.index, name="resolution-list"),
    path("committees/<slug:code>/resolutions/<int:pk>/", views.detail, name="resolution-detail"),
    path("committees/<slug:code>/resolutions/<int:pk>/vote/", views.vote, name="resolution-vote"),
    path("committees/<slug:code>/resolutions/<int:pk>/recuse/", views.recuse, name="resolution-recuse"),
    path(
        "committees/<slug:code>/resolutions/<int:pk>/close-voting/",
        views.close_voting,
        name="resolution-close-voting",
    ),
    path("committees/<slug:code>/resolutions/<int:pk>/adopt/", views.adopt, name="resolution-adopt"),
    path("committees/<slug:code>/resolutions/<int:pk>/reject/", views.reject, name="resolution-reject"),
    path("committees/<slug:code>/resolutions/<int:pk>/withdraw/", views.withdraw, name="resolution-withdraw"),
]
