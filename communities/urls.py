from django.urls import path, register_converter

from .communities import application_views as applications
from .communities import permit_views as permits
from .communities import views as communities
from .facilitators import views as facilitators
from .flags import views as flags
from .forums import views as forums
from .forums.places import ShelfConverter
from .handovers import views as handovers
from .help_requests import views as help_requests
from .openers import views as openers
from .posts import forum_views
from .posts import views as posts
from .room_rules import views as room_rules
from .rooms import views as rooms
from .sections import views as sections
from .stand_ins import views as stand_ins
from .summaries import views as summaries
from .topics import views as topics
from .topics.moved import follows_moves

register_converter(ShelfConverter, "shelf")

app_name = "communities"

FORUM = "<shelf:shelf>/<slug:slug>/"

urlpatterns = [
    path("communities/", communities.index, name="community-list"),
    path("communities/found/", communities.found, name="community-found"),
    path("communities/apply/", applications.draft, name="application-draft"),
    path("communities/applications/", applications.index, name="application-list"),
    path("communities/applications/<int:pk>/", applications.detail, name="application-detail"),
    path("communities/applications/<int:pk>/redraft/", applications.redraft, name="application-redraft"),
    path("communities/applications/<int:pk>/apply/", applications.apply, name="application-apply"),
    path(
        "communities/applications/<int:pk>/send-back/", applications.send_back, name="application-send-back"
    ),
    path("communities/applications/<int:pk>/refuse/", applications.refuse, name="application-refuse"),
    path("communities/applications/<int:pk>/permit/", applications.permit, name="application-permit"),
    path("communities/applications/<int:pk>/open/", applications.open, name="application-open"),
    path("communities/applications/<int:pk>/restrict/", permits.restrict, name="community-restrict"),
    path("communities/applications/<int:pk>/lift/", permits.lift, name="community-lift"),
    path("communities/applications/<int:pk>/review/", permits.review, name="community-review"),
    path("communities/applications/<int:pk>/keep/", permits.keep, name="community-keep"),
    path("communities/applications/<int:pk>/revoke/", permits.revoke, name="community-revoke"),
    path(
        "communities/applications/<int:pk>/request-close/",
        permits.request_close,
        name="community-request-close",
    ),
    path("communities/<slug:slug>/close/", communities.close, name="community-close"),
    path("communities/<slug:slug>/suspend/", communities.suspend, name="community-suspend"),
    path("communities/<slug:slug>/reinstate/", communities.reinstate, name="community-reinstate"),
    path("communities/<slug:slug>/hand-over/", handovers.choose, name="handover-choose"),
    path("communities/<slug:slug>/hand-over/<int:pk>/", handovers.offer, name="handover-offer"),
    path("handovers/<int:pk>/", handovers.detail, name="handover-detail"),
    path("handovers/<int:pk>/accept/", handovers.accept, name="handover-accept"),
    path("handovers/<int:pk>/decline/", handovers.decline, name="handover-decline"),
    path("handovers/<int:pk>/withdraw/", handovers.withdraw, name="handover-withdraw"),
    path("rooms/", rooms.index, name="room-list"),
    path("rooms/found/", rooms.found, name="room-found"),
    path("rooms/<slug:slug>/confirm-closure/", rooms.confirm_closure, name="room-confirm-closure"),
    path("rooms/<slug:slug>/object-to-closure/", rooms.object_to_closure, name="room-object-to-closure"),
    path("rooms/<slug:slug>/reopen/", rooms.reopen, name="room-reopen"),
    path("rooms/<slug:slug>/opener/", openers.page, name="room-opener-page"),
    path("rooms/<slug:slug>/rule/", openers.set_rule, name="room-set-rule"),
    path("rooms/<slug:slug>/rule-proposals/", room_rules.index, name="room-rule-list"),
    path("rooms/<slug:slug>/rule-proposals/propose/", room_rules.propose, name="room-rule-propose"),
    path("rooms/<slug:slug>/rule-proposals/<int:pk>/", room_rules.detail, name="room-rule-detail"),
    path("rooms/<slug:slug>/rule-proposals/<int:pk>/approve/", room_rules.approve, name="room-rule-approve"),
    path("rooms/<slug:slug>/rule-proposals/<int:pk>/refuse/", room_rules.refuse, name="room-rule-refuse"),
    path(
        "rooms/<slug:slug>/rule-proposals/<int:pk>/withdraw/", room_rules.withdraw, name="room-rule-withdraw"
    ),
    path("rooms/<slug:slug>/team/", sections.hand_to_team, name="room-hand-to-team"),
    path("rooms/<slug:slug>/facilitators/", facilitators.index, name="facilitator-list"),
    path("rooms/<slug:slug>/summaries/draft/", summaries.draft, name="summary-draft"),
    path("rooms/<slug:slug>/summaries/ask/", summaries.ask_caretaker, name="summary-ask-caretaker"),
    path("rooms/<slug:slug>/summaries/<int:pk>/", summaries.detail, name="summary-detail"),
    path("rooms/<slug:slug>/summaries/<int:pk>/revise/", summaries.revise, name="summary-revise"),
    path("rooms/<slug:slug>/summaries/<int:pk>/post/", summaries.post, name="summary-post"),
    path("facilitators/<int:pk>/", facilitators.detail, name="facilitator-detail"),
    path("facilitators/<int:pk>/accept/", facilitators.accept, name="facilitator-accept"),
    path("facilitators/<int:pk>/decline/", facilitators.decline, name="facilitator-decline"),
    path("facilitators/<int:pk>/end/", facilitators.end, name="facilitator-end"),
    path("help-requests/", help_requests.index, name="help-request-list"),
    path("help-requests/<int:pk>/", help_requests.detail, name="help-request-detail"),
    path("help-requests/<int:pk>/answer/", help_requests.answer, name="help-request-answer"),
    path("help-requests/<int:pk>/close/", help_requests.close, name="help-request-close"),
    path("rooms/<slug:slug>/stand-in/", stand_ins.request_stand_in, name="stand-in-request-stand-in"),
    path("stand-ins/", stand_ins.index, name="stand-in-list"),
    path("stand-ins/<int:pk>/", stand_ins.detail, name="stand-in-detail"),
    path("stand-ins/<int:pk>/agree/", stand_ins.agree, name="stand-in-agree"),
    path("stand-ins/<int:pk>/decline/", stand_ins.decline, name="stand-in-decline"),
    path("stand-ins/<int:pk>/withdraw/", stand_ins.withdraw, name="stand-in-withdraw"),
    path("stand-ins/<int:pk>/end/", stand_ins.end, name="stand-in-end"),
    path("flags/<uuid:pk>/", flags.detail, name="flag-detail"),
    path("flags/<uuid:pk>/take-up/", flags.take_up, name="flag-take-up"),
    path("flags/<uuid:pk>/pass-on/", flags.pass_on, name="flag-pass-on"),
    path("flags/<uuid:pk>/uphold/", flags.uphold, name="flag-uphold"),
    path("flags/<uuid:pk>/dismiss/", flags.dismiss, name="flag-dismiss"),
    path(FORUM, forum_views.detail, name="forum-detail"),
    path(f"{FORUM}join/", forums.join, name="membership-join"),
    path(f"{FORUM}leave/", forums.leave, name="membership-leave"),
    path(f"{FORUM}news/", forums.news, name="membership-news"),
    path(f"{FORUM}members/", forums.members, name="member-list"),
    path(f"{FORUM}members/<int:pk>/admit/", forums.admit, name="membership-admit"),
    path(f"{FORUM}members/<int:pk>/refuse/", forums.refuse, name="membership-refuse"),
    path(f"{FORUM}members/<int:pk>/remove/", forums.remove, name="membership-remove"),
    path(f"{FORUM}help/", help_requests.ask, name="help-request-ask-for-help"),
    path(f"{FORUM}flags/", flags.index, name="flag-list"),
    path(f"{FORUM}posts/new/", posts.start_thread, name="thread-start"),
    *(
        path(f"{FORUM}{rest}", follows_moves(view), name=name)
        for rest, view, name in (
            ("threads/<int:thread>/", topics.detail, "thread-detail"),
            ("threads/<int:thread>/write/", posts.write, "post-write"),
            ("threads/<int:thread>/close/", topics.close, "thread-close"),
            ("threads/<int:thread>/reopen/", topics.reopen, "thread-reopen"),
            ("threads/<int:thread>/pin/", topics.pin, "thread-pin"),
            ("threads/<int:thread>/unpin/", topics.unpin, "thread-unpin"),
            ("threads/<int:thread>/move-up/", topics.move_up, "thread-move-up"),
            ("threads/<int:thread>/move-down/", topics.move_down, "thread-move-down"),
            ("threads/<int:thread>/move/", topics.move, "thread-move"),
            ("posts/<int:pk>/", posts.detail, "post-detail"),
            ("posts/<int:pk>/earlier/", posts.earlier, "post-earlier"),
            ("posts/<int:pk>/edit/", posts.edit, "post-edit"),
            ("posts/<int:pk>/withdraw/", posts.withdraw, "post-withdraw"),
            ("posts/<int:pk>/hide/", posts.hide, "post-hide"),
            ("posts/<int:pk>/restore/", posts.restore, "post-restore"),
            ("posts/<int:pk>/report/", flags.report, "post-report"),
            ("posts/<int:pk>/split/", topics.split, "thread-split"),
        )
    ),
]
