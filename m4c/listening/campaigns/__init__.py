"""Listening campaigns: their pages, questions, coverage and sheets."""
