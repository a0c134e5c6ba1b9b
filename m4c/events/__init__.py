"""Gatherings of every kind, who came to them, and who brought whom."""
