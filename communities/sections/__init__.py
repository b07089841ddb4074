"""The section concerned with a city-area room hands it to one of its teams (checklist 92)."""
