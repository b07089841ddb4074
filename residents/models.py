"""The nouns of this room, lower shelves first."""

from .accounts.models import CityConnection, User
from .bodies.models import Body, BodyMembership, BodyName, BodySuccession
from .consents.models import Consent, ConsentText
from .contracts.models import Contract, ContractClause, ContractGrant, ContractStep
from .roles.models import Delegation, RoleAssignment, RoleTable, RoleTableStep
from .sub_outsourcings.models import SubOutsourcing, SubOutsourcingStep
from .teams.models import Team, TeamPlace

__all__ = [
    "Body",
    "BodyMembership",
    "BodyName",
    "BodySuccession",
    "CityConnection",
    "Consent",
    "ConsentText",
    "Contract",
    "ContractClause",
    "ContractGrant",
    "ContractStep",
    "Delegation",
    "RoleAssignment",
    "RoleTable",
    "RoleTableStep",
    "SubOutsourcing",
    "SubOutsourcingStep",
    "Team",
    "TeamPlace",
    "User",
]
