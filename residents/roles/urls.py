from django.urls import path

from . import delegation_views, drafting_views, views

urlpatterns = [
    path("", views.in_force, name="role-table"),
    path("delegations/", delegation_views.index, name="delegation-list"),
    path("delegations/give/", delegation_views.give, name="delegation-give"),
    path("delegations/<int:pk>/take-back/", delegation_views.take_back, name="delegation-take-back"),
    path("tables/", views.tables, name="role-table-list"),
    path("tables/draft/", drafting_views.draft, name="role-table-draft"),
    path("tables/<int:pk>/", views.detail, name="role-table-detail"),
    path("tables/<int:pk>/revise/", drafting_views.revise, name="role-table-revise"),
    path("tables/<int:pk>/holders/<str:function>/", drafting_views.holders, name="role-table-holders"),
    path("tables/<int:pk>/check/", drafting_views.check, name="role-table-check"),
    path("tables/<int:pk>/reopen/", drafting_views.reopen, name="role-table-reopen"),
    path("tables/<int:pk>/discard/", drafting_views.discard, name="role-table-discard"),
    path("tables/<int:pk>/approve/", drafting_views.approve, name="role-table-approve"),
    path("tables/<int:pk>/revoke/", drafting_views.revoke, name="role-table-revoke"),
]
