"""Addresses of commitments and their terms."""

from typing import Any

urlpatterns: list[Any] = []
