"""Surveys that ask for names (記名): what a resident chose to hand over, tick by tick, and who looked at it."""
