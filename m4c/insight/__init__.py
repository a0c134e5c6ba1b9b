"""What the movement can say about itself: period reports. Reads all apps, owns only what it publishes."""
