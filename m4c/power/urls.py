"""Addresses of power, noun by noun."""

from m4c.power.loading import urls as loading
from m4c.power.record import urls as record

urlpatterns = [
    *loading.urlpatterns,
    *record.urlpatterns,
]
