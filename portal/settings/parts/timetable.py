"""The town's timetable: which task runs when. Written to django-q2 after each migrate.

Task path: "every minute" or "every morning" (five minutes past midnight, when a day has ended).
"""

EVERY_MINUTE, EVERY_MORNING = "every minute", "every morning"
TIMETABLE: dict[str, str] = {
    "portal.foundation.tasks.deliver": EVERY_MINUTE,
    "portal.foundation.tasks.seal_ledger": EVERY_MINUTE,
    "portal.foundation.tasks.heartbeat": EVERY_MINUTE,
    "home.notices.tasks.release_due": EVERY_MINUTE,
    "portal.snapshot.write": EVERY_MINUTE,
    "search.tasks.refresh": EVERY_MINUTE,
    "surveys.envelopes.tasks.close_due_surveys": EVERY_MINUTE,
    "surveys.envelopes.tasks.forget_lapsed_challenges": EVERY_MINUTE,
    "residents.bodies.tasks.follow_reorganisations": EVERY_MORNING,
    "residents.bodies.tasks.remind_of_what_stayed_behind": EVERY_MORNING,
    "residents.contracts.tasks.follow_the_calendar": EVERY_MORNING,
    "residents.roles.tasks.follow_the_calendar": EVERY_MORNING,
    "communities.communities.tasks.follow_reorganisations": EVERY_MORNING,
    "surveys.surveys.tasks.follow_reorganisations": EVERY_MORNING,
    "governance.proposals.tasks.follow_reorganisations": EVERY_MORNING,
    "home.notices.tasks.follow_reorganisations": EVERY_MORNING,
    "surveys.envelopes.tasks.shuffle_envelopes": EVERY_MORNING,
    "home.notices.tasks.archive_due": EVERY_MORNING,
    "home.notices.tasks.announce_expiry": EVERY_MORNING,
    "communities.communities.tasks.review_permits": EVERY_MORNING,
    "communities.communities.tasks.end_closing": EVERY_MORNING,
    "communities.posts.tasks.watch_quiet_rooms": EVERY_MORNING,
    "governance.themes.tasks.end_discussions": EVERY_MORNING,
    "governance.recruitments.tasks.open_and_close": EVERY_MORNING,
    "governance.committees.tasks.remind_of_term_ends": EVERY_MORNING,
    "governance.applications.tasks.erase_due": EVERY_MORNING,
    "governance.seats.tasks.begin_and_expire": EVERY_MORNING,
    "governance.rules.tasks.follow_the_calendar": EVERY_MORNING,
    "governance.follow_ups.tasks.remind_of_what_is_due": EVERY_MORNING,
    "governance.violations.tasks.follow_the_calendar": EVERY_MORNING,
    "governance.sanctions.tasks.end_what_is_over": EVERY_MORNING,
    "governance.appeals.tasks.remind_of_what_is_due": EVERY_MORNING,
}
