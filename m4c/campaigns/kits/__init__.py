"""Kits that others run in their place."""
