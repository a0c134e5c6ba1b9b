"""Coming into a group, sitting for it elsewhere, and leaving it."""
