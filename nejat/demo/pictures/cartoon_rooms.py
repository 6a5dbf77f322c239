"""Cartoons that happen indoors."""

from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, turn
from nejat.demo.pictures.ink import (
    TAN,
    WHITE,
    eyes,
    hair,
    hand,
    head,
    limb,
    outlined,
    outlined_blob,
    outlined_box,
    outlined_disc,
    shoe,
    smile,
    stroke,
)
from nejat.demo.pictures.ink_animals import sleeping_cat
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    LEAF,
    MIST,
    OLIVE,
    SAND,
    SEA,
    TEAL,
    WOOD,
    Colour,
    mix,
)


def cat(c: Canvas, rng: Random) -> None:
    """A cat asleep on the letter two people are looking for."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(MIST, CREAM, 0.55))
    c.box((0, 700), (WIDTH, HEIGHT), mix(SAND, CLAY, 0.3))
    c.box((0, 690), (WIDTH, 706), INK)
    c.disc((700, 860), 640, mix(BRICK, CLAY, 0.5), flat=0.17)
    c.disc((700, 860), 560, mix(SAND, CREAM, 0.4), flat=0.16)
    outlined_box(c, (130, 120), (380, 400), CREAM)
    outlined_box(c, (160, 150), (350, 370), mix(SEA, MIST, 0.4))
    outlined_blob(c, [(175, 366), (220, 290), (270, 330), (310, 270), (346, 366)], LEAF)
    _armchair(c)
    outlined(c, [(646, 652), (986, 600), (1004, 730), (668, 776)], WHITE)
    outlined(c, [(922, 640), (970, 633), (976, 682), (928, 689)], BRICK)
    for y in (0, 26):
        stroke(c, [(720, 724 + y), (840 - y, 705 + y * 1.1)], mix(INK, MIST, 0.5), width=5)
    sleeping_cat(c, (780, 566), 1.16)
    _crawler(c)
    _chest(c, rng)


def _armchair(c: Canvas) -> None:
    tone = TEAL
    back = [(540, 700), (540, 360), (620, 250), (800, 225), (980, 250), (1060, 360), (1060, 700)]
    outlined_blob(c, back, tone)
    for x in (610, 990):
        stroke(c, [(x, 800), (x - 14 if x < 800 else x + 14, 868)], BARK, width=26)
    for x, y in ((720, 360), (880, 360), (800, 440)):
        c.disc((x, y), 10, DEEP)
    outlined_box(c, (560, 640), (1040, 800), mix(TEAL, SEA, 0.3), radius=30)
    outlined_box(c, (500, 520), (610, 810), mix(TEAL, SEA, 0.15), radius=50)
    outlined_box(c, (990, 520), (1100, 810), mix(TEAL, SEA, 0.15), radius=50)


def _crawler(c: Canvas) -> None:
    """A man on his knees who lifts the edge of the carpet."""
    limb(c, [(408, 770), (470, 870), (560, 880)], mix(INK, SEA, 0.35), 66)
    limb(c, [(370, 780), (420, 890), (520, 904)], mix(INK, SEA, 0.5), 66)
    shoe(c, (560, 925), 1)
    back = [(196, 800), (250, 700), (360, 660), (440, 720), (430, 810), (300, 840)]
    outlined_blob(c, back, GOLD)
    outlined_blob(
        c, [(30, 880), (60, 800), (150, 770), (210, 800), (170, 850)], mix(BRICK, CLAY, 0.2)
    )
    head(c, (190, 836), 58, -1)
    eyes(c, (190, 836), 58, -1)
    hair(c, (190, 836), 58, -1, BARK)
    limb(c, [(262, 770), (230, 730), (140, 770)], mix(GOLD, CREAM, 0.2), 46)
    hand(c, (132, 776))


def _chest(c: Canvas, rng: Random) -> None:
    """A woman who empties a chest of drawers."""
    outlined_box(c, (1250, 470), (1600, 880), WOOD)
    for top in (620, 750):
        outlined_box(c, (1276, top), (1574, top + 104), mix(WOOD, CLAY, 0.5))
        c.disc((1425, top + 52), 12, INK)
    c.shape([(1276, 494), (1574, 494), (1574, 600), (1230, 560)], mix(BARK, INK, 0.5))
    for number in range(8):
        spot = 1090 + number * 62 + rng.uniform(-20, 20), rng.uniform(70, 300)
        sheet = turn([(-40, -28), (40, -28), (40, 28), (-40, 28)], spot, rng.uniform(-1, 1))
        outlined(c, sheet, rng.choice((WHITE, CREAM, MIST)), width=5)
    for x in (1150, 1206):
        limb(c, [(x, 760), (x + 4, 850), (x, 930)], BARK, 34)
        shoe(c, (x, 950), 1, CLAY)
    outlined_blob(c, [(1080, 820), (1130, 560), (1190, 520), (1250, 570), (1290, 810)], BRICK)
    outlined_disc(c, (1146, 410), 34, INK)
    head(c, (1194, 460), 62, 1, TAN)
    eyes(c, (1194, 460), 62, 1)
    hair(c, (1194, 460), 62, 1)
    for end in (1390, 1330):
        limb(c, [(1190, 576), (end - 70, 540), (end, 556)], mix(BRICK, CLAY, 0.3), 42)
    outlined_box(c, (1226, 540), (1524, 650), mix(WOOD, CLAY, 0.5))
    c.disc((1375, 596), 12, INK)


def librarian(c: Canvas, rng: Random) -> None:
    """A librarian who climbs to the top shelf on stairs of books, reading."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(SAND, CREAM, 0.5))
    c.box((0, 900), (WIDTH, HEIGHT), mix(CLAY, SAND, 0.4))
    c.box((0, 894), (WIDTH, 902), INK)
    outlined_box(c, (1110, 60), (1640, 930), WOOD)
    for board in (250, 480, 710, 920):
        c.box((1140, board - 190), (WIDTH, board), mix(DEEP, TEAL, 0.5))
        _row(c, board, 1330 if board == 250 else 1150, rng)
        c.box((1114, board), (WIDTH, board + 8), INK)
    for step in range(6):
        for level in range(step + 1):
            _lying(c, (130 + step * 156, 900 - level * 88), rng)
    _climber(c, (840, 372))
    _follower(c, (350, 724))


def _row(c: Canvas, board: float, start: float, rng: Random) -> None:
    x = start
    while x < WIDTH:
        wide, tall = rng.uniform(34, 60), rng.uniform(120, 176)
        tone = rng.choice((BRICK, GOLD, SEA, CREAM, OLIVE, CLAY, MIST))
        outlined_box(c, (x, board - tall), (x + wide, board), tone)
        stroke(c, [(x + 8, board - tall + 26), (x + wide - 8, board - tall + 26)], width=4)
        x += wide + 6


def _lying(c: Canvas, corner: Point, rng: Random) -> None:
    """Two books that lie on each other: one step of the stairs."""
    for thick in (0, 44):
        shift = rng.uniform(-14, 14)
        left, bottom = corner[0] - 4 + shift, corner[1] - thick
        tone = rng.choice((BRICK, TEAL, SEA, OLIVE, CLAY, GOLD, mix(BRICK, INK, 0.3)))
        outlined_box(c, (left, bottom - 44), (left + 168, bottom), tone, radius=8)
        outlined_box(c, (left + 118, bottom - 36), (left + 172, bottom - 8), WHITE)
        stroke(c, [(left + 24, bottom - 40), (left + 24, bottom - 4)], width=4)


def _climber(c: Canvas, foot: Point) -> None:
    x, y = foot
    limb(c, [(x - 20, y - 130), (x - 84, y - 40), (x - 120, y + 76)], BARK, 36)
    shoe(c, (x - 124, y + 88), 1, BRICK)
    limb(c, [(x + 4, y - 130), (x + 60, y - 90), (x + 66, y - 20)], BARK, 36)
    shoe(c, (x + 62, y), 1, BRICK)
    dress = [(x - 96, y - 60), (x - 40, y - 200), (x, y - 226), (x + 40, y - 200), (x + 74, y - 84)]
    outlined_blob(c, dress, TEAL)
    outlined_disc(c, (x - 64, y - 314), 32, mix(MIST, INK, 0.3))
    stroke(c, [(x - 104, y - 340), (x - 22, y - 300)], GOLD, width=11)
    head(c, (x - 6, y - 276), 58, 1)
    eyes(c, (x - 6, y - 276), 58, 1, shut=True)
    hair(c, (x - 6, y - 276), 58, 1, mix(MIST, INK, 0.3))
    smile(c, (x - 6, y - 276), 58, 1)
    open_book(c, (x + 64, y - 168), 1, BRICK)
    limb(c, [(x - 10, y - 190), (x + 24, y - 140), (x + 66, y - 164)], mix(TEAL, SEA, 0.4), 38)
    hand(c, (x + 74, y - 170))


def open_book(c: Canvas, corner: Point, size: float, cover: Colour) -> None:
    """An open book, its covers towards us; `corner` is the foot of the nearer edge."""

    def at(*places: Point) -> list[Point]:
        return [(corner[0] + dx * size, corner[1] + dy * size) for dx, dy in places]

    outlined(c, at((4, -100), (56, -116), (104, -96), (104, -20), (10, -20)), WHITE, width=5)
    outlined(c, at((0, -90), (52, -104), (52, -8), (0, 10)), cover)
    outlined(c, at((52, -104), (112, -84), (112, 14), (52, -8)), mix(cover, INK, 0.2))


def _follower(c: Canvas, foot: Point) -> None:
    """A boy two steps behind, with a book of his own."""
    x, y = foot
    for at in (-24, 18):
        limb(c, [(x + at, y - 70), (x + at + 4, y - 18)], mix(INK, SEA, 0.4), 34)
        shoe(c, (x + at, y), 1, BARK)
    outlined_blob(
        c, [(x - 50, y - 60), (x - 40, y - 150), (x + 30, y - 150), (x + 46, y - 60)], GOLD
    )
    head(c, (x, y - 196), 50, 1, TAN)
    eyes(c, (x, y - 196), 50, 1)
    hair(c, (x, y - 196), 50, 1, BARK)
    open_book(c, (x + 54, y - 92), 0.75, SEA)
    limb(c, [(x, y - 130), (x + 22, y - 84), (x + 52, y - 96)], mix(GOLD, CREAM, 0.3), 32)
    hand(c, (x + 60, y - 98), TAN, 18)
