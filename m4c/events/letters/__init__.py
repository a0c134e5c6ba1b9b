"""Letters of events to those coming: what they say, to whom and when they go."""
