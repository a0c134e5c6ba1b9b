"""The public face: pages for anybody. No rules of its own."""
