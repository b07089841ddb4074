"""The nouns of this room: mode below; notices, information and shelters above it."""

from .information.models import Information, InformationStep
from .mode.models import AfterActionReport, Mode, ModeStep
from .notices.models import EmergencyNotice, EmergencyNoticeStep
from .shelters.models import Shelter, ShelterStep

__all__ = [
    "AfterActionReport",
    "EmergencyNotice",
    "EmergencyNoticeStep",
    "Information",
    "InformationStep",
    "Mode",
    "ModeStep",
    "Shelter",
    "ShelterStep",
]
