"""The page of one verb, as the floor builds it; the rooms where people talk ask for it here."""

from portal.foundation.verb_page import NothingToSay, ReasonForm, posted, verb_page

__all__ = ["NothingToSay", "ReasonForm", "posted", "verb_page"]
