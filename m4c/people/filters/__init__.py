"""What the list of people is filtered by: a register of filters, people's own, and how an address names them."""
