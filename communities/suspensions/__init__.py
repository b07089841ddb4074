"""Who may not write for a time, in one place or everywhere; always told to the person, never hidden (2.11)."""
