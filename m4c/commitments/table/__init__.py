"""Negotiations, asks and answers."""
