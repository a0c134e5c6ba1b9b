"""What people say hurts, where it was said: added there afterwards, struck, put back, and put into a campaign."""
