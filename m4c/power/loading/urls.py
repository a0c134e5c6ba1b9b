"""Addresses of public tables of office-holders, and who represents whom."""

from typing import Any

urlpatterns: list[Any] = []
