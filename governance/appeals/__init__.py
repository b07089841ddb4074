"""Objections to a measure or sanction (異議申出), examined by people who were not involved before (2.11)."""
