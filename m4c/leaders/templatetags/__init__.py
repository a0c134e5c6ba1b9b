"""Template tags of leaders."""
