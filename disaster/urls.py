from django.urls import path

from . import views
from .information import views as information
from .mode import views as mode
from .notices import views as notices
from .shelters import views as shelters

app_name = "disaster"

urlpatterns = [
    path("emergency/", views.light_page, name="mode-light"),
    path("emergency/history/", views.history, name="mode-history"),
    path("emergency/switch/", mode.switch, name="mode-switch"),
    path("emergency/switch/prepare/", mode.prepare, name="mode-prepare"),
    path("emergency/switch/call-off/", mode.call_off, name="mode-call-off"),
    path("emergency/switch/activate/", mode.activate, name="mode-activate"),
    path("emergency/switch/change/", mode.change, name="mode-change"),
    path("emergency/switch/stand-down/", mode.stand_down, name="mode-stand-down"),
    path("emergency/switch/deactivate/", mode.deactivate, name="mode-deactivate"),
    path("emergency/switch/adopt-report/", mode.adopt_report, name="mode-adopt-report"),
    path("emergency/switch/start-drill/", mode.start_drill, name="mode-start-drill"),
    path("emergency/switch/end-drill/", mode.end_drill, name="mode-end-drill"),
    path("emergency/notices/new/", notices.publish, name="notice-publish"),
    path("emergency/notices/<int:pk>/withdraw/", notices.withdraw, name="notice-withdraw"),
    path("emergency/information/", information.post, name="information-post"),
    path("emergency/information/<int:pk>/retract/", information.retract, name="information-retract"),
    path("emergency/information/confirm/", information.confirm, name="information-confirm"),
    path("emergency/shelters/", shelters.listing, name="shelter-list"),
    path("emergency/shelters/<int:pk>/open/", shelters.open, name="shelter-open"),
    path("emergency/shelters/<int:pk>/fill/", shelters.fill, name="shelter-fill"),
    path("emergency/shelters/<int:pk>/close/", shelters.close, name="shelter-close"),
]
