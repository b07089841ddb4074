"""The roof: every address of the portal. Rooms bring their own; Wagtail's pages come last."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home import editors_lists
from portal.foundation import health, media, views

to_the_report = RedirectView.as_view(pattern_name="governance:violation-report")
to_log_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("feeds/", include("home.feeds")),
    path("media/<path:path>", media.media),
]
urlpatterns += i18n_patterns(
    re_path(r"^cms/(?:api|reports|localize/reports|workflows|embeds|failwhale|test404)/", views.closed),
    path("cms/pages/search/", editors_lists.search),
    path("cms/pages/search/results/", editors_lists.search_results),
    path("cms/login/", to_log_in),
    path("cms/password_reset/", to_log_in),
    path("_util/login/", to_log_in),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("components/", views.gallery, name="component-gallery"),
    path("", include("residents.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("disaster.urls")),
    re_path(r"^rooms/[-\w]+/posts/(?P<post>\d+)/report/$", to_the_report),
    re_path(r"^(?:rooms|communities)/[-\w]+/posts/(?P<post>\d+)/delete/$", to_the_report),
    path("", include("communities.urls")),
    path("", include("surveys.urls")),
    path("", include("governance.urls")),
    path("", include("search.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
handler404 = "portal.foundation.views.not_found"
handler500 = "portal.foundation.views.server_error"
