"""A code whose holder collects the answer ticket later (引換番号): after a check put off, or from a counter."""
