from django.urls import path

from . import views

urlpatterns = [
    path("committees/applications/<uuid:pk>/", views.application, name="application-detail"),
    path("committees/applications/<uuid:pk>/interview/", views.interview, name="application-interview"),
    path("committees/applications/<uuid:pk>/assess/", views.assess, name="application-assess"),
    path("committees/applications/<uuid:pk>/conflict/", views.declare_conflict, name="application-conflict"),
    path("committees/applications/<uuid:pk>/recommend/", views.recommend, name="application-recommend"),
    path("committees/applications/<uuid:pk>/reserve/", views.reserve, name="application-reserve"),
    path("committees/applications/<uuid:pk>/set-aside/", views.set_aside, name="application-set-aside"),
    path("committees/applications/<uuid:pk>/select/", views.select, name="application-select"),
    path("committees/applications/<uuid:pk>/decline/", views.decline, name="application-decline"),
]
