from django.urls import path

from . import drafts, supplements, views

urlpatterns = [
    path("committees/<slug:code>/recruitments/<int:pk>/apply/", views.submit, name="application-submit"),
    path("committees/<slug:code>/recruitments/<int:pk>/enter/", views.enter, name="application-enter"),
    path("committees/recruitments/<int:pk>/applications/", views.applications, name="application-list"),
    path("committees/recruitments/<int:pk>/balance/", views.balance_of, name="application-balance"),
    path("committees/recruitments/<int:pk>/nominate/", supplements.nominate, name="application-nominate"),
    path("committees/applications/<uuid:pk>/discard/", drafts.discard, name="application-discard"),
    path(
        "committees/applications/<uuid:pk>/ask-supplement/",
        supplements.ask,
        name="application-ask-supplement",
    ),
    path(
        "committees/applications/<uuid:pk>/supplement/",
        supplements.supplement,
        name="application-supplement",
    ),
    path("committees/applications/<uuid:pk>/accept/", views.accept, name="application-accept"),
    path("committees/applications/<uuid:pk>/turn-down/", views.turn_down, name="application-turn-down"),
    path("committees/applications/<uuid:pk>/withdraw/", views.withdraw, name="application-withdraw"),
]
