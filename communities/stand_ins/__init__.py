"""A caretaker stands in for a facilitator on request, from a day to a day (checklist 44)."""
