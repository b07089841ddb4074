"""Participants and facilitators ask the caretakers for help, and get an answer (checklist 43, 44)."""
