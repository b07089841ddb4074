from django.urls import path

from . import exports, views

urlpatterns = [
    path("committees/<slug:code>/honoraria/", views.index, name="honorarium-list"),
    path("committees/honoraria/<int:pk>/", views.detail, name="honorarium-detail"),
    path("committees/honoraria/<int:pk>/list.xlsx", exports.spreadsheet, name="honorarium-xlsx"),
    path("committees/honoraria/<int:pk>/list.pdf", exports.paper, name="honorarium-pdf"),
    path("committees/<slug:code>/honoraria/exempt/", views.exempt, name="honorarium-exempt"),
    path(
        "committees/honoraria/exemptions/<int:pk>/lift/",
        views.lift_exemption,
        name="honorarium-lift-exemption",
    ),
    path("committees/<slug:code>/honoraria/declare/", views.declare, name="honorarium-declare"),
    path(
        "committees/honoraria/declarations/<int:pk>/take-out/",
        views.take_out_declaration,
        name="honorarium-take-out-declaration",
    ),
    path("committees/honoraria/<int:pk>/check/", views.check, name="honorarium-check"),
    path("committees/honoraria/<int:pk>/approve/", views.approve, name="honorarium-approve"),
    path("committees/honoraria/<int:pk>/pay/", views.pay, name="honorarium-pay"),
    path("committees/honoraria/<int:pk>/report/", views.report, name="honorarium-report"),
    path("committees/honoraria/<int:pk>/slips.xlsx", exports.slips, name="honorarium-slips"),
    path("committees/honoraria/<int:pk>/discard/", views.discard, name="honorarium-discard"),
]
