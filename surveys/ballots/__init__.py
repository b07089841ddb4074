"""Ballot tokens that not even the town hall can recognise: drawn blind, spent apart, counted in public."""
