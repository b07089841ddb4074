"""What a survey that does not promise anonymity writes on a sheet: a pseudonym, or the number of a handed-over record.

In an anonymous survey there is none, neither on the ticket nor on the sheet (tests/surveys/series).
"""

MARK = "mark"
"""The sheet's own entry beside the answers; question numbers are figures, so that it cannot be one."""
