"""What changes in insight: publishing and withdrawing reports, and the files people ask for."""
