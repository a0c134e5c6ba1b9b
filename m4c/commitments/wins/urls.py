"""Addresses of wins."""

from typing import Any

urlpatterns: list[Any] = []
