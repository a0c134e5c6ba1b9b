"""How a group writes to its people: what it tells them, by which means, and who was told."""
