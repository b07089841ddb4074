"""The section responsible for an item of a proposal hands it to one of its teams (checklist 92)."""
