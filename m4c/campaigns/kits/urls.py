"""Addresses of kits that others run in their place."""

from typing import Any

urlpatterns: list[Any] = []
