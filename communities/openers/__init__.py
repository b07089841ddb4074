"""What the opener of a citizen-area room settles for it: names, joining, readers (M3)."""
