"""Whoever leads a room proposes its rule; the opener, or in the city area the committee, approves it (M3)."""
