"""Powerholders, their offices and what is on record of them."""
