"""Deciding: ballots and how they are counted, cutting the issue, and word back to those who were heard."""
