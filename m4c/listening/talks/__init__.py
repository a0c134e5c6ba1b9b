"""What stands round a 1-2-1: what is known before, what is written down after, and drafts on a device."""
