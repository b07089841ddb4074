from django.urls import include, path

from . import views
from .accounts import views as accounts

app_name = "residents"

urlpatterns = [
    path("accounts/", accounts.home, name="account-home"),
    path("accounts/profile/", accounts.profile, name="account-profile"),
    path("accounts/notices/", accounts.inbox, name="account-inbox"),
    path("accounts/footprint/", accounts.footprint, name="account-footprint"),
    path("accounts/act-for/", accounts.act_for, name="account-act-for"),
    path("accounts/mails/", accounts.kept_mails, name="account-mails"),
    path("accounts/ledger/", accounts.ledger, name="account-ledger"),
    path("bodies/", views.bodies, name="body-list"),
    path("bodies/", include("residents.bodies.urls")),
    path("bodies/", include("residents.teams.urls")),
    path("bodies/<slug:code>/", views.body, name="body-detail"),
    path("contracts/", include("residents.sub_outsourcings.urls")),
    path("contracts/", include("residents.contracts.urls")),
    path("roles/", include("residents.roles.urls")),
]
