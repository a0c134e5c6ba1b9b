"""Press, the public page and the campaign report."""
