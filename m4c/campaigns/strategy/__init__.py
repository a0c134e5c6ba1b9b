"""The strategy chart and the power map."""
