"""Supporters' letters and calls."""
