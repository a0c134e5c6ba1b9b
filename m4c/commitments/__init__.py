"""Wins, and what was promised."""
