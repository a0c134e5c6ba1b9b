"""How dates and times are written: 30 September 2010, 7.30pm."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
TIME_FORMAT = "g.ia"
DATETIME_FORMAT = "j F Y, g.ia"
