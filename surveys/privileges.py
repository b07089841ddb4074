"""What the town's login and the answering login may do with what was answered (docs/adr/0022)."""

from portal.foundation.privileges import declare

from .ballots.models import BoardPage, SpentToken
from .envelopes.models import InnerEnvelope, Receipt, Ticket
from .surveys.printed_forms import PrintedForm

declare(
    Ticket,
    town={"SELECT": (), "INSERT": (), "UPDATE": ("mark",), "DELETE": ()},
    answering="SELECT INSERT DELETE",
    reason=(
        "The town hands tickets out, takes them back for a signature, marks them when somebody hands a record "
        "over, and clears away what is left at closing. Answering spends them; in an open survey it also begins them."
    ),
)
declare(
    InnerEnvelope,
    town="SELECT INSERT DELETE",
    answering={"SELECT": ("id",), "INSERT": ()},
    reason=(
        "The town shuffles the sheets (deletes and writes them anew) and counts them after the closing. Answering "
        "files a sheet and cannot read it again."
    ),
)
declare(
    PrintedForm,
    town={"SELECT": (), "INSERT": (), "UPDATE": ("status", "closes_on", "ballot_key")},
    answering="SELECT",
    reason=(
        "The town prints a form at the opening and lets it follow the survey's status. Answering shows it and checks "
        "answers against it."
    ),
)
declare(
    Receipt,
    town="SELECT INSERT DELETE",
    answering={"SELECT": ("id",), "INSERT": ()},
    reason="The town shuffles the receipts and lists them. Answering files one with each sheet.",
)
declare(
    SpentToken,
    town="SELECT INSERT DELETE",
    answering="SELECT INSERT",
    reason="The town shuffles them. Answering notes a token as spent, and refuses one that is noted.",
)
declare(
    BoardPage,
    town="SELECT INSERT",
    answering="SELECT",
    reason="The town posts the pages; nobody changes one. Answering looks a receipt up in them.",
)
