"""The people who chair a room (進行役)."""
