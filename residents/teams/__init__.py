"""Teams (担当) inside a unit of the city hall, and who is in which (checklist 92)."""
