"""House meetings while they are held, and the rounds that they make: what is captured, who offers to host, the tree."""
