from django.urls import path

from . import views

urlpatterns = [
    path("committees/recruitments/<int:pk>/applications/", views.applications, name="application-list"),
    path("committees/applications/<uuid:pk>/", views.application, name="application-detail"),
    path("committees/applications/<uuid:pk>/recommend/", views.recommend, name="application-recommend"),
    path("committees/applications/<uuid:pk>/set-aside/", views.set_aside, name="application-set-aside"),
    path("committees/applications/<uuid:pk>/select/", views.select, name="application-select"),
    path("committees/applications/<uuid:pk>/decline/", views.decline, name="application-decline"),
    path("committees/applications/<uuid:pk>/withdraw/", views.withdraw, name="application-withdraw"),
    path("committees/<slug:code>/recruitments/<int:pk>/", views.detail, name="recruitment-detail"),
    path("committees/<slug:code>/recruitments/<int:pk>/apply/", views.submit, name="application-submit"),
]
