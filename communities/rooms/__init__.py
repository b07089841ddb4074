"""City-area and citizen-area conference rooms (第3条)."""
