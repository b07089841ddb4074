from django.urls import path

from . import claimant_views, views

urlpatterns = [
    path("rights/", views.index, name="rights-claim-list"),
    path("rights/submit/<int:post>/", claimant_views.submit, name="rights-claim-submit"),
    path("rights/<uuid:pk>/", views.detail, name="rights-claim-detail"),
    path("rights/<uuid:pk>/receipt/", claimant_views.receipt, name="rights-claim-receipt"),
    path("rights/<uuid:pk>/file/", views.file, name="rights-claim-file"),
    path("rights/<uuid:pk>/turn-down/", views.turn_down, name="rights-claim-turn-down"),
    path("rights/<uuid:pk>/inquire/", views.inquire, name="rights-claim-inquire"),
    path("rights/<uuid:pk>/agree/", views.agree, name="rights-claim-agree"),
    path("rights/<uuid:pk>/object/", views.object_, name="rights-claim-object"),
    path("rights/<uuid:pk>/remove/", views.remove, name="rights-claim-remove"),
    path("rights/<uuid:pk>/keep/", views.keep, name="rights-claim-keep"),
    path("rights/<uuid:pk>/withdraw/", claimant_views.withdraw, name="rights-claim-withdraw"),
    path("rights/<uuid:pk>/put-back/", views.put_back, name="rights-claim-put-back"),
]
