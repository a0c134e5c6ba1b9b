"""What templates of the public site can draw."""
