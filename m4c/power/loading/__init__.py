"""Public tables of office-holders, and who represents whom."""
