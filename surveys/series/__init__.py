"""Repeated surveys (公的個人認証繰返しアンケート): the same people, wave after wave, under a pseudonym."""
