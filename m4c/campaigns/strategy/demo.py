def tell(story):
    return None
