"""Addresses of assemblies."""

from typing import Any

urlpatterns: list[Any] = []
