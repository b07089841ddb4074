"""Who knows what stands with a person for a body: asked, in this order, when somebody leaves (人事異動).

Each module offers ``standing_with(person, body)`` and ``pass_on(pk, to=, by=)``.
"""

HANDOVER: tuple[str, ...] = (
    "residents.roles.delegations",
    "residents.contracts.handover",
    "communities.communities.handover",
    "communities.handovers.handover",
    "communities.facilitators.handover",
    "home.notices.handover",
    "home.locks",
)
