"""The person concerned is told everything a decision needs; the committee hears of direct handling (第13条)."""

from __future__ import annotations

from communities.posts.lifecycle import PostStatus
from governance.violations.notifications import tell, tell_reporters
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .lifecycle import ON_THE_POST
from .models import Sanction


def sanction_imposed(sanction: Sanction, by: Acting) -> None:
    """Ground, reason, days, and how to object; the reporters hear that something was done."""
    case = sanction.case
    tell("sanction_imposed", [case.subject], case, by, **_words(sanction))
    tell_reporters("violation_settled", case)
    if sanction.is_direct:
        tell("sanction_taken_directly", people_holding("committee.steering"), case, by)


def sanction_ended(sanction: Sanction) -> None:
    tell("sanction_ended", [sanction.case.subject], sanction.case, **_words(sanction))


def _words(sanction: Sanction) -> dict[str, str]:
    """The kind is given by its code; the letter says it in the language of the reader."""
    post = sanction.case.post
    stays_hidden = sanction.kind not in ON_THE_POST and post is not None and post.status == PostStatus.HIDDEN
    return {
        "kind": sanction.kind,
        "post_stays_hidden": "1" if stays_hidden else "",
        "ground": sanction.ground,
        "words": sanction.provision_words,
        "reason": sanction.reason,
        "from_day": sanction.starts_on.isoformat(),
        "to_day": sanction.ends_on.isoformat() if sanction.days else "",
        "object_until": sanction.object_until.isoformat(),
    }
