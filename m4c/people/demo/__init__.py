"""The chapters of people in the demo movement."""
