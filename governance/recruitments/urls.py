from django.urls import path

from . import views

urlpatterns = [
    path("committees/<slug:code>/recruitments/", views.index, name="recruitment-list"),
    path("committees/<slug:code>/terms/<int:number>/recruit/", views.plan, name="recruitment-plan"),
    path("committees/<slug:code>/recruitments/<int:pk>/", views.detail, name="recruitment-detail"),
    path("committees/<slug:code>/recruitments/<int:pk>/revise/", views.revise, name="recruitment-revise"),
    path(
        "committees/<slug:code>/recruitments/<int:pk>/announce/", views.announce, name="recruitment-announce"
    ),
    path("committees/<slug:code>/recruitments/<int:pk>/extend/", views.extend, name="recruitment-extend"),
    path(
        "committees/<slug:code>/recruitments/<int:pk>/complete/", views.complete, name="recruitment-complete"
    ),
    path("committees/<slug:code>/recruitments/<int:pk>/cancel/", views.cancel, name="recruitment-cancel"),
]
