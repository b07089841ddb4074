"""Handing a community over to another manager."""
