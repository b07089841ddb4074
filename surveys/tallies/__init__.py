"""Counting answers and printing them so that nobody can be recognised."""
