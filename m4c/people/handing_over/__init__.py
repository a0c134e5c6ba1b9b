"""Handing over, as it is read: who somebody's people are and why, and how far it got."""
