"""Commitments and their terms."""
