"""Addresses of the strategy chart and the power map."""

from m4c.campaigns.permissions import RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.campaigns.views import chart, chart_entry, chart_version, power_map
from m4c.core.routes import route

HOME = "organise/campaigns/"
ONE, TARGET = f"{HOME}<uuid:uid>/", f"{HOME}targets/<uuid:uid>/chart/"
LINE = f"{HOME}chart-lines/<uuid:uid>/"
SEE, RUN = SEE_CAMPAIGNS, RUN_CAMPAIGNS

urlpatterns = [
    route(f"{ONE}chart/", chart.strategy_chart, allow=SEE, name="strategy-chart"),
    route(TARGET, chart.target_chart, allow=SEE, name="target-chart"),
    route(f"{TARGET}lines/", chart.add, allow=RUN, name="add-chart-line"),
    route(f"{TARGET}versions/", chart_version.versions, allow=SEE, name="chart-versions"),
    route(f"{TARGET}versions/new/", chart_version.keep, allow=RUN, name="keep-chart-version"),
    route(f"{HOME}chart-versions/<uuid:uid>/", chart_version.version, allow=SEE, name="chart-version"),
    route(LINE, chart_entry.entry, allow=SEE, name="chart-line"),
    route(f"{LINE}choice/", chart_entry.choose, allow=RUN, name="choose-chart-line"),
    route(f"{LINE}away/", chart_entry.take_away, allow=RUN, name="take-chart-line-away"),
    route(f"{LINE}undo/", chart_entry.undo, allow=RUN, name="undo-chart-line"),
    route(f"{ONE}power-map/", power_map.power_map, allow=SEE, name="power-map"),
    route(f"{ONE}power-map/places/", power_map.place_on_map, allow=RUN, name="place-on-map"),
    route(f"{HOME}placements/<uuid:uid>/undo/", power_map.undo, allow=RUN, name="undo-placement"),
]
