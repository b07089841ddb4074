"""What communities and rooms have in common: a place to talk, who takes part, who looks after it."""
