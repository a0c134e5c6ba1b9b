"""The demo's pictures, drawn by us: streets, rooms and halls at dusk, with a lamp lit in each."""

from collections.abc import Callable, Iterable
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE = WIDTH, HEIGHT = 1600, 1000
Colour = tuple[int, int, int]
Spot = tuple[float, float, float]  # x, y, radius

NIGHT, DUSK, PLUM, INK = (44, 20, 58), (112, 48, 92), (58, 21, 55), (38, 14, 36)
ROSE, EMBER, LAMP, CREAM = (196, 92, 104), (238, 146, 92), (253, 183, 62), (255, 228, 168)
LEAF, SKY, BRICK, PAPER = (62, 116, 84), (96, 124, 168), (158, 70, 60), (246, 233, 205)


def wash(*stops: Colour) -> Image.Image:
    """A sheet that goes softly from one colour to the next, from the top down."""
    strip = Image.new("RGB", (1, len(stops)))
    strip.putdata(list(stops))
    return strip.resize(SIZE, Image.Resampling.BICUBIC)


def lit(picture: Image.Image, spots: Iterable[Spot], colour: Colour = LAMP, reach: float = 3.2) -> Image.Image:
    """The picture with lamps in it, and the light that they throw about them."""
    spots = list(spots)
    small = Image.new("RGB", (WIDTH // 4, HEIGHT // 4))
    far, near = ImageDraw.Draw(small), ImageDraw.Draw(picture)
    for x, y, r in spots:
        far.ellipse([(x - r * reach) / 4, (y - r * reach) / 4, (x + r * reach) / 4, (y + r * reach) / 4], fill=colour)
    halo = small.filter(ImageFilter.GaussianBlur(max(r for _x, _y, r in spots) * reach / 5)).resize(SIZE)
    picture = ImageChops.screen(picture, halo.point([int(value * 0.62) for value in range(256)] * 3))
    near = ImageDraw.Draw(picture)
    for x, y, r in spots:
        near.ellipse([x - r, y - r, x + r, y + r], fill=CREAM)
    return picture


def finished(picture: Image.Image, random: Random) -> bytes:
    """The picture with soft edges, a dark rim and a grain like paper, as a JPEG."""
    rim = Image.new("L", (160, 100))
    ImageDraw.Draw(rim).ellipse([-30, -25, 190, 125], fill=255)
    rim = (
        rim.filter(ImageFilter.GaussianBlur(22)).resize(SIZE).point([150 + value * 105 // 255 for value in range(256)])
    )
    picture = ImageChops.multiply(picture.filter(ImageFilter.GaussianBlur(0.8)), rim.convert("RGB"))
    tile = Image.frombytes("L", (200, 125), bytes(random.randint(112, 144) for _ in range(200 * 125)))
    grain = tile.resize(SIZE, Image.Resampling.BICUBIC).convert("RGB")
    file = BytesIO()
    Image.blend(picture, ImageChops.overlay(picture, grain), 0.55).save(file, "JPEG", quality=88)
    return file.getvalue()


def houses(draw: ImageDraw.ImageDraw, random: Random, base: int, height: int, colour: Colour, lamps: float) -> None:
    """A terrace from edge to edge: gables, chimneys, doors, and windows of which some are lit."""
    x = -random.randint(20, 120)
    while x < WIDTH:
        wide, top = random.randint(150, 210), base - height - random.randint(0, height // 6)
        draw.rectangle([x, top, x + wide, base], fill=colour)
        draw.polygon([(x - 8, top), (x + wide / 2, top - wide * 0.36), (x + wide + 8, top)], fill=colour)
        draw.rectangle([x + wide * 0.68, top - wide * 0.4, x + wide * 0.82, top], fill=colour)
        for row in range(2):
            for column in range(2):
                left, high = x + wide * (0.17 + 0.42 * column), top + height * (0.14 + 0.4 * row)
                pane = [left, high, left + wide * 0.24, high + height * 0.24]
                shade = tuple(min(255, part + 22) for part in colour)
                draw.rectangle(pane, fill=random.choice([LAMP, CREAM, EMBER]) if random.random() < lamps else shade)
                draw.line([left + wide * 0.12, high, left + wide * 0.12, pane[3]], fill=colour, width=5)
        x += wide + random.choice([0, 0, 0, 26])


def string(
    draw: ImageDraw.ImageDraw, left: tuple[int, int], right: tuple[int, int], sag: int, number: int
) -> list[Spot]:
    """A cable between two places, and where its bulbs hang."""

    def at(share: float) -> tuple[float, float]:
        level = left[1] + (right[1] - left[1]) * share
        return left[0] + (right[0] - left[0]) * share, level + sag * 4 * share * (1 - share)

    draw.line([at(step / 60) for step in range(61)], fill=INK, width=4)
    return [(*at((step + 0.5) / number), 11) for step in range(number)]


def street(random: Random) -> Image.Image:
    """A terraced street at dusk, with strings of lights across it."""
    picture = wash(NIGHT, DUSK, ROSE, EMBER, CREAM)
    draw = ImageDraw.Draw(picture)
    houses(draw, random, 760, 240, (124, 56, 92), 0.35)
    houses(draw, random, 880, 330, PLUM, 0.5)
    draw.rectangle([0, 800, WIDTH, 880], fill=PLUM)
    draw.rectangle([0, 880, WIDTH, HEIGHT], fill=INK)
    for step in range(9):
        draw.ellipse([200 + step * 150, 925, 320 + step * 150, 940], fill=(86, 44, 66))
    bulbs = string(draw, (-40, 250), (880, 330), 150, 11) + string(draw, (760, 350), (1660, 190), 170, 12)
    return lit(picture, bulbs)


def front_room(random: Random) -> Image.Image:
    """A front room in the evening: two armchairs, a low table, a standing lamp."""
    picture = wash((122, 60, 78), (158, 82, 84), (176, 100, 88))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 760, WIDTH, HEIGHT], fill=(96, 46, 56))
    draw.rectangle([560, 130, 1040, 560], fill=PAPER)
    draw.rectangle([580, 150, 1020, 540], fill=NIGHT)
    pane = wash(NIGHT, DUSK, ROSE)
    houses(ImageDraw.Draw(pane), random, HEIGHT, 420, INK, 0.5)
    picture.paste(pane.resize((440, 390)), (580, 150))
    draw.line([800, 150, 800, 540], fill=PAPER, width=14)
    draw.line([580, 345, 1020, 345], fill=PAPER, width=14)
    for left, tint in ((520, BRICK), (1020, (178, 92, 70))):
        draw.polygon([(left, 110), (left + 70, 110), (left + 34, 600), (left - 10, 600)], fill=tint)
    for left, seat in ((180, LEAF), (1080, (70, 92, 138))):
        dark = tuple(part * 3 // 4 for part in seat)
        draw.rounded_rectangle([left, 480, left + 350, 850], 70, fill=seat)
        draw.rounded_rectangle([left + 50, 660, left + 300, 800], 40, fill=tuple(min(255, part + 26) for part in seat))
        for arm in (left - 30, left + 300):
            draw.rounded_rectangle([arm, 640, arm + 84, 870], 38, fill=dark)
    draw.ellipse([590, 770, 1010, 880], fill=(74, 34, 38))
    draw.ellipse([590, 755, 1010, 860], fill=(132, 74, 56))
    for left in (690, 850):
        draw.rounded_rectangle([left, 748, left + 56, 806], 12, fill=PAPER)
    draw.line([1490, 330, 1490, 880], fill=INK, width=10)
    draw.polygon([(1430, 340), (1550, 340), (1520, 230), (1460, 230)], fill=CREAM)
    return lit(picture, [(1490, 300, 44)], reach=5.5)


def hall(random: Random) -> Image.Image:
    """A church hall before a meeting: tall windows, rows of chairs, a string of lamps over the stage."""
    picture = wash((226, 178, 122), (206, 142, 100), (150, 84, 74))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 0), (WIDTH, 0), (1120, 250), (480, 250)], fill=(120, 62, 66))
    for share in range(1, 5):
        draw.line([(800 + (share - 2.5) * 640, 0), (800 + (share - 2.5) * 240, 250)], fill=(92, 44, 54), width=16)
    draw.polygon([(0, HEIGHT), (WIDTH, HEIGHT), (1120, 620), (480, 620)], fill=(112, 58, 52))
    draw.rectangle([480, 250, 1120, 620], fill=(236, 196, 140))
    draw.rectangle([560, 330, 1040, 620], fill=PLUM)
    draw.rectangle([520, 560, 1080, 640], fill=(92, 44, 48))
    for side in (-1, 1):
        for step in range(3):
            near, far = 800 + side * (780 - step * 150), 800 + side * (690 - step * 150)
            high = 120 + step * 50
            draw.polygon([(near, high), (far, high + 30), (far, 560), (near, 600)], fill=(250, 218, 160))
            draw.line([((near + far) / 2, high + 10), ((near + far) / 2, 580)], fill=(178, 112, 84), width=9)
    for row in range(6):
        scale = 0.42 + row * 0.17
        wide, y = 74 * scale, 640 + row * row * 9 + row * 14
        for column in range(-6, 7):
            x = 800 + (column + (0.7 if column >= 0 else -0.7)) * 104 * scale
            tone = random.choice([(70, 30, 48), (84, 36, 52), (60, 26, 46)])
            draw.rounded_rectangle(
                [x - wide / 2, y - wide * 0.7, x + wide / 2, y + wide * 0.35], wide * 0.16, fill=tone
            )
            draw.line(
                [x - wide * 0.4, y + wide * 0.3, x - wide * 0.4, y + wide], fill=tone, width=max(3, int(6 * scale))
            )
            draw.line(
                [x + wide * 0.4, y + wide * 0.3, x + wide * 0.4, y + wide], fill=tone, width=max(3, int(6 * scale))
            )
    return lit(picture, string(draw, (490, 300), (1110, 300), 70, 9))


def living_wall(random: Random) -> Image.Image:
    """A long grey wall in a city square, covered with paper flowers."""
    picture = wash((142, 170, 196), (206, 214, 204), (248, 224, 178))
    draw = ImageDraw.Draw(picture)
    x = 0
    while x < WIDTH:
        wide, high = random.randint(120, 240), random.randint(180, 420)
        draw.rectangle(
            [x, 560 - high, x + wide, 700], fill=random.choice([(172, 150, 152), (186, 164, 158), (158, 138, 146)])
        )
        x += wide
    draw.polygon([(0, 330), (WIDTH, 440), (WIDTH, 820), (0, 880)], fill=(164, 156, 150))
    draw.polygon([(0, 330), (WIDTH, 440), (WIDTH, 462), (0, 360)], fill=(196, 188, 178))
    draw.polygon([(0, 880), (WIDTH, 820), (WIDTH, HEIGHT), (0, HEIGHT)], fill=(116, 132, 96))
    petals = [LAMP, ROSE, EMBER, CREAM, (190, 74, 110), (232, 112, 86)]
    for _ in range(430):
        x, share = random.randint(10, WIDTH - 10), random.random()
        top, bottom = 375 + x * 0.066, 865 - x * 0.036
        y, r = top + (bottom - top) * share, random.uniform(13, 30)
        for dx, dy in ((-0.6, -0.5), (0.6, -0.5), (0.85, 0.3), (0, 0.85), (-0.85, 0.3)):
            leaf = LEAF if random.random() < 0.06 else None
            tone = leaf or petals[int(x * 7 + y * 3) % len(petals)]
            draw.ellipse(
                [x + dx * r - r * 0.62, y + dy * r - r * 0.62, x + dx * r + r * 0.62, y + dy * r + r * 0.62], fill=tone
            )
        draw.ellipse(
            [x - r * 0.4, y - r * 0.4, x + r * 0.4, y + r * 0.4], fill=PLUM if random.random() < 0.5 else CREAM
        )
    return picture


def empty_shop(random: Random) -> Image.Image:
    """A shop that has stood empty for years, and one lamp before it."""
    picture = wash(SKY, (168, 156, 172), (232, 178, 140), CREAM)
    draw = ImageDraw.Draw(picture)
    houses(draw, random, 640, 150, (132, 104, 128), 0.25)
    draw.rectangle([180, 330, 1420, 800], fill=(150, 96, 88))
    draw.rectangle([160, 300, 1440, 410], fill=PLUM)
    draw.rectangle([300, 330, 760, 380], fill=(92, 52, 84))
    for left in range(230, 1380, 290):
        draw.rectangle([left, 450, left + 240, 760], fill=(182, 158, 132))
        for plank in range(460, 760, 62):
            tone = random.choice([(170, 142, 112), (190, 162, 128), (160, 130, 104)])
            draw.rectangle([left, plank, left + 240, plank + 54], fill=tone)
    draw.rectangle([0, 800, WIDTH, HEIGHT], fill=(96, 78, 88))
    draw.rectangle([0, 800, WIDTH, 826], fill=(132, 112, 112))
    for _ in range(60):
        x = random.randint(0, WIDTH)
        draw.line([x, 806, x + random.randint(-14, 14), 806 - random.randint(16, 60)], fill=LEAF, width=5)
    draw.line([1500, 240, 1500, 830], fill=INK, width=14)
    draw.line([1500, 246, 1420, 246], fill=INK, width=12)
    return lit(picture, [(1414, 262, 26)], reach=5)


def long_table(random: Random) -> Image.Image:
    """A long table laid in the open at nightfall, with lanterns above it."""
    picture = wash(NIGHT, (84, 38, 86), DUSK, ROSE)
    draw = ImageDraw.Draw(picture)
    houses(draw, random, 600, 190, PLUM, 0.4)
    draw.rectangle([0, 600, WIDTH, HEIGHT], fill=(66, 34, 54))
    draw.polygon([(640, 560), (960, 560), (1500, HEIGHT), (100, HEIGHT)], fill=PAPER)
    draw.polygon([(780, 560), (820, 560), (900, HEIGHT), (700, HEIGHT)], fill=(198, 84, 84))
    for row in range(7):
        scale, y = 0.4 + row * 0.23, 590 + row * row * 9 + row * 8
        for side in (-1, 1):
            x, r = 800 + side * (100 + row * 66), 46 * scale
            draw.ellipse([x - r, y - r * 0.42, x + r, y + r * 0.42], fill=(226, 200, 160))
            draw.ellipse(
                [x - r * 0.66, y - r * 0.3, x + r * 0.66, y + r * 0.26], fill=random.choice([LAMP, EMBER, LEAF, BRICK])
            )
            away = x + side * 120 * scale
            draw.ellipse([away - r * 0.8, y - r * 0.5, away + r * 0.8, y + r * 0.6], fill=(92, 44, 70))
    return lit(
        picture, [*string(draw, (-30, 220), (1630, 240), 210, 13), (800, 640, 9), (800, 740, 12), (800, 870, 16)]
    )


SCENES: dict[str, Callable[[Random], Image.Image]] = {
    "street": street,
    "front-room": front_room,
    "hall": hall,
    "wall": living_wall,
    "shop": empty_shop,
    "table": long_table,
}


def drawn(name: str, seed: int = 2010) -> bytes:
    """One of the scenes, as the bytes of a JPEG; the same each time."""
    random = Random(f"{name}{seed}")
    return finished(SCENES[name](random), random)
