"""What `make ci` needs beyond Python: services installed and started, and pictures taken."""
