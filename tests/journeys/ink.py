"""What a picture of the screen shows: how much of it stands out from its ground."""

from io import BytesIO

from PIL import Image, ImageChops

TELLS_APART = 12  # of 255 levels of grey: a skeleton is meant to be faint, and less than this is no drawing


def share_of_ink(picture: bytes) -> float:
    """The share of pixels of a picture, given as PNG, that stand out from its commonest level of grey."""
    grey = Image.open(BytesIO(picture)).convert("L")
    levels = grey.histogram()
    ground = levels.index(max(levels))
    apart = ImageChops.difference(grey, Image.new("L", grey.size, ground)).histogram()
    return sum(apart[TELLS_APART:]) / (grey.width * grey.height)
