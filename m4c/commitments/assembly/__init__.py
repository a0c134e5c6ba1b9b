"""Assemblies."""
