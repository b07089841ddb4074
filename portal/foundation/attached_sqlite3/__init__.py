"""SQLite with a second file for one side of the town's tables (docs/adr/0022)."""
