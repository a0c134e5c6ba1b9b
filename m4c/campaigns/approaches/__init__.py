"""Approaches and the silence clock."""
