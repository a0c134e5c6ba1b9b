"""Covenants and affiliations."""
