"""What stands on the secretariat's desk: each module offers ``matters(by, today, until)``."""

AGENDA: tuple[str, ...] = (
    "governance.proposals.agenda",
    "governance.honoraria.agenda",
    "governance.meetings.agenda",
    "governance.resolutions.agenda",
    "governance.amendments.agenda",
    "governance.sanctions.agenda",
    "governance.seats.pending",
    "governance.recruitments.agenda",
    "governance.applications.agenda",
    "governance.seats.agenda",
    "governance.themes.agenda",
    "governance.rules.agenda",
    "residents.contracts.agenda",
    "residents.roles.agenda",
    "residents.bodies.agenda",
    "communities.communities.agenda",
    "communities.rooms.agenda",
    "surveys.surveys.agenda",
)
