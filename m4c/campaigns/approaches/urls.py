"""Addresses of approaches and the silence clock."""

from typing import Any

urlpatterns: list[Any] = []
