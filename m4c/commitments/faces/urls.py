"""Addresses of the public pages of commitments."""

from typing import Any

urlpatterns: list[Any] = []
