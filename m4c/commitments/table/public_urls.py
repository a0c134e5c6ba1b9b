"""The address of a grid that is open to strangers, in each language."""

from m4c.commitments.views import public_grid
from m4c.core.permissions import PUBLIC
from m4c.core.routes import route

urlpatterns = [route("commitments/asked/<slug:slug>/", public_grid.grid, allow=PUBLIC, name="public-grid")]
