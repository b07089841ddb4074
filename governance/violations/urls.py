from django.urls import path

from . import desk, views

urlpatterns = [
    path("report/<int:post>/", views.report, name="violation-report"),
    path("reports/<uuid:pk>/", views.receipt, name="violation-receipt"),
    path("desk/", desk.index, name="violation-list"),
    path("desk/checks/", desk.checks, name="violation-checks"),
    path("cases/<uuid:pk>/file/", views.file, name="violation-file"),
    path("cases/<uuid:pk>/dismiss/", views.dismiss, name="violation-dismiss"),
    path("cases/<uuid:pk>/investigate/", views.investigate, name="violation-investigate"),
    path("cases/<uuid:pk>/hide/", views.hide_urgently, name="violation-hide-urgently"),
    path("cases/<uuid:pk>/hearing/", views.open_hearing, name="violation-open-hearing"),
    path("cases/<uuid:pk>/statement/", views.make_statement, name="violation-make-statement"),
    path("cases/<uuid:pk>/refer/", views.refer, name="violation-refer"),
    path("cases/<uuid:pk>/close/", views.close_without_measure, name="violation-close-without-measure"),
]
