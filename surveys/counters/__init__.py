"""Proving oneself at a counter of the city hall, before two members of staff (窓口での本人確認)."""
