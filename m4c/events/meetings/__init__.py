"""Meetings that follow each other: what stayed open last time, who sent apologies, how minutes read."""
