"""The turnout thermometer's geometry: what is sure, what is pledged, and the line to reach."""

from dataclasses import dataclass

WIDTH = 80
HEIGHT = 300
TOP, FOOT = 16, 250  # where a full glass and an empty one end


@dataclass(frozen=True)
class Thermometer:
    """Levels in units of a box of WIDTH by HEIGHT; the bulb below FOOT is drawn by the template."""

    value_top: float
    pledged_top: float
    target_top: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def value_height(self) -> float:
        """From the level of what is sure down to the bulb."""
        return round(FOOT - self.value_top, 1)

    @property
    def pledged_height(self) -> float:
        """From the level of what is pledged down to the bulb."""
        return round(FOOT - self.pledged_top, 1)


def draw(value: int, pledged: int, target: int) -> Thermometer:
    """Lay out three numbers of people; the largest of them fills the glass, so that more than the target shows."""
    most = max(value, pledged, target, 1)
    return Thermometer(_top(value, most), _top(max(pledged, value), most), _top(target, most))


def _top(count: int, most: int) -> float:
    return round(FOOT - (FOOT - TOP) * max(count, 0) / most, 1)
