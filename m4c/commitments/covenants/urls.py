"""Addresses of covenants and affiliations."""

from typing import Any

urlpatterns: list[Any] = []
