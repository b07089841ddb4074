from django.urls import path

from . import views

urlpatterns = [
    path("sanctions/<int:pk>/object/", views.file, name="appeal-file"),
    path("objections/<uuid:pk>/", views.grounds, name="appeal-grounds"),
    path("objections/<uuid:pk>/examine/", views.examine, name="appeal-examine"),
    path("objections/<uuid:pk>/withdraw/", views.withdraw, name="appeal-withdraw"),
    path("objections/<uuid:pk>/uphold/", views.uphold, name="appeal-uphold"),
    path("objections/<uuid:pk>/vary/", views.vary, name="appeal-vary"),
    path("objections/<uuid:pk>/annul/", views.annul, name="appeal-annul"),
]
