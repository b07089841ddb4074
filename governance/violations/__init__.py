"""Cases about violations of the room rules, from the report to the decision (第9条第5号, 第13条, 2.11)."""
