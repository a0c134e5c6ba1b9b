"""Keeping people safe: who is told, and when."""
