"""Draw the demo materials: seamless textures, decals, all from seeded noise and simple shapes. Run with python3.

Each texture function returns sRGB levels (h, w, 3) as floats; `TEXTURES` says how many pixels there are to the inch.
"""
import io
import os
import sys

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from noise import gradient_noise  # noqa: E402

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "materials")


def grid(h, w=None):
    """Pixel centres y, x of an h x w image."""
    w = w or h
    return np.meshgrid(np.arange(h) + 0.5, np.arange(w) + 0.5, indexing="ij")


def noise(y, x, h, w, cells_y, cells_x, seed, octaves=3, gain=0.5):
    """Seamless fractal noise, about [-1, 1], with so many cells over the image in either direction."""
    total, amp = 0, 1.0
    for k in range(octaves):
        py, px = cells_y * 2 ** k, cells_x * 2 ** k
        p = np.stack([x / w * px, y / h * py, np.full_like(x, 0.37)], -1)
        total = total + amp * gradient_noise(p, seed + 13 * k, period=np.array([px, py, 1]))
        amp *= gain
    return total


def worley(n, cells, seed):
    """Distances (in cells) to the nearest and second nearest of one jittered point per cell, seamless n x n, and its id."""
    rng = np.random.default_rng(seed)
    jit = rng.uniform(0.1, 0.9, (cells, cells, 2))
    y, x = grid(n)
    y, x = y / n * cells, x / n * cells
    cy, cx = np.floor(y).astype(int), np.floor(x).astype(int)
    d1, d2, who = np.full(y.shape, 9.0), np.full(y.shape, 9.0), np.zeros(y.shape, int)
    for dy in (-2, -1, 0, 1, 2):
        for dx in (-2, -1, 0, 1, 2):
            gy, gx = cy + dy, cx + dx
            py, px = gy + jit[gy % cells, gx % cells, 0], gx + jit[gy % cells, gx % cells, 1]
            d = np.hypot(y - py, x - px)
            near = d < d1
            d2 = np.where(near, d1, np.minimum(d2, d))
            who = np.where(near, (gy % cells) * cells + gx % cells, who)
            d1 = np.minimum(d1, d)
    return d1, d2, who


def mix(a, b, t):
    """Blend colours a to b by t (h, w)."""
    t = np.clip(t, 0, 1)[..., None]
    return np.asarray(a, float) * (1 - t) + np.asarray(b, float) * t


def smooth(a, b, x):
    """0 below a, 1 above b, soft between."""
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def linen():
    n = 640
    y, x = grid(n)
    warp = noise(y, x, n, n, 5, 160, 1, 2) + 0.6 * noise(y, x, n, n, 3, 40, 2, 2)
    weft = noise(y, x, n, n, 160, 5, 3, 2) + 0.6 * noise(y, x, n, n, 40, 3, 4, 2)
    over = 0.5 + 0.5 * np.sin(x * np.pi / 4) * np.sin(y * np.pi / 4)
    thread = over * warp + (1 - over) * weft
    fine = np.cos(x * np.pi / 4) * 0.5 + np.cos(y * np.pi / 4) * 0.5
    return mix((203, 188, 162), (228, 217, 196), 0.5 + 0.42 * thread + 0.08 * fine)


def sett(n, bands):
    """Thread colours along n pixels from (share, colour) bands, mirrored at both ends as a tartan is."""
    shares = np.array([b[0] for b in bands] + [b[0] for b in bands[-2:0:-1]], float)
    colors = np.array([b[1] for b in bands] + [b[1] for b in bands[-2:0:-1]], float)
    edges = np.cumsum(shares) / shares.sum()
    return colors[np.searchsorted(edges, (np.arange(n) + 0.5) / n)]


def plaid():
    n = 720
    navy, green, red, cream, gold = (34, 46, 74), (44, 82, 70), (158, 44, 44), (232, 222, 200), (206, 160, 78)
    bands = [(18, navy), (3, cream), (16, green), (5, red), (16, green), (3, gold), (14, navy)]
    line = sett(n, bands)
    y, x = grid(n)
    twill = smooth(-0.35, 0.35, np.sin((x + y) * 2 * np.pi / 8))
    cloth = line[None] * twill[..., None] + line[:, None] * (1 - twill[..., None])
    relief = 1 + 0.05 * np.sin((x + y) * 4 * np.pi / 8) + 0.05 * noise(y, x, n, n, 120, 120, 5, 1)
    return cloth * relief[..., None]


def stripe():
    n = 480
    y, x = grid(n)
    t = x / n * 6
    cream, navy = (236, 229, 214), (58, 78, 104)
    bar = np.maximum.reduce([smooth(0, .03, .55 - abs(t - 1.5)), smooth(0, .03, .10 - abs(t - 2.45)),
                             smooth(0, .03, .10 - abs(t - .55)), smooth(0, .03, .16 - abs(t - 4.5)),
                             smooth(0, .03, .05 - abs(t - 4.95)), smooth(0, .03, .05 - abs(t - 4.05))])
    weave = 0.5 + 0.5 * np.sin(x * np.pi / 2) * np.sin(y * np.pi / 2)
    return mix(cream, navy, bar * (0.9 + 0.1 * weave)) * (0.97 + 0.03 * weave + 0.03 * noise(y, x, n, n, 80, 6, 7, 2))[..., None]


def herringbone():
    n = 640
    y, x = grid(n)
    band = 80.0
    k = np.floor(x / band).astype(int)
    inside = x % band
    slant = np.where(k % 2 == 0, inside, band - inside)
    wave = np.sin((y + slant) * 2 * np.pi / 20.0)
    seam = smooth(0, 3, np.minimum(inside, band - inside))
    fibre = noise(y, x, n, n, 130, 130, 8, 2)
    return mix((84, 86, 90), (196, 190, 180), (0.5 + 0.5 * smooth(-0.5, 0.5, wave) - 0.25 + 0.12 * fibre) * (0.75 + 0.25 * seam))


def houndstooth():
    n, cell = 512, 64.0
    y, x = grid(n)
    u, v = (x / cell * 4) % 8, (y / cell * 4) % 8
    warp, weft = (u < 4), (v < 4)
    over = ((np.floor(x / cell * 4) + np.floor(y / cell * 4)) % 4) < 2
    dark = np.where(over, warp, weft).astype(float)
    dark = np.asarray(Image.fromarray((dark * 255).astype(np.uint8)).resize((n, n)), float) / 255
    return mix((234, 228, 216), (46, 44, 48), dark) * (1 + 0.06 * noise(y, x, n, n, 100, 100, 9, 2))[..., None]


def leather():
    n = 768
    y, x = grid(n)
    d1, d2, who = worley(n, 64, 10)
    crease = smooth(0.02, 0.3, d2 - d1)
    shade = np.random.default_rng(3).uniform(-1, 1, who.max() + 1)[who]
    mottle = noise(y, x, n, n, 4, 4, 11, 4)
    tone = 0.5 + 0.17 * mottle + 0.06 * shade
    return mix((122, 66, 36), (170, 98, 56), tone) * (0.80 + 0.20 * crease)[..., None]


def boucle():
    n = 512
    y, x = grid(n)
    d1, _, who = worley(n, 42, 12)
    e1, _, _ = worley(n, 90, 13)
    curl = 0.7 * (1 - d1) + 0.3 * (1 - e1)
    return mix((172, 163, 148), (240, 234, 222), 1.35 * curl + 0.12 * noise(y, x, n, n, 8, 8, 14, 2) - 0.05)


def velvet():
    n = 512
    y, x = grid(n)
    pile = noise(y, x, n, n, 128, 128, 15, 2)
    nap = noise(y, x, n, n, 3, 5, 16, 3)
    return mix((20, 72, 78), (48, 118, 120), 0.5 + 0.10 * nap + 0.13 * pile)


def oak():
    """Twelve rows of boards, 4 x 48 inches each, joints staggered; grain along the rows."""
    n, rows = 1024, 12
    rng = np.random.default_rng(17)
    y, x = grid(n)
    row_h = n / rows
    row = np.floor(y / row_h).astype(int)
    joints = np.sort(rng.uniform(0, 1, rows)).take(rng.permutation(rows)) * n
    tone, warm, shift = rng.uniform(-1, 1, rows), rng.uniform(-1, 1, rows), rng.uniform(0, 50, rows)
    fy = y % row_h
    px = (x - joints[row]) % n
    q = np.stack([x / n * 6, y / n * 72 + 1.6 * noise(y, x, n, n, 24, 4, 18, 2), shift[row]], -1)
    rings = np.sin(6.3 * gradient_noise(q, 19, period=np.array([6, 72, 64])) + shift[row])
    pores = noise(y, x, n, n, 340, 16, 20, 2)
    streak = noise(y, x, n, n, 96, 4, 21, 3)
    t = 0.52 + 0.20 * tone[row] + 0.11 * rings + 0.16 * streak
    color = mix((148, 106, 68), (206, 166, 120), t) + (warm[row] * 5)[..., None] * [1, 0, -1]
    color *= (1 - 0.10 * smooth(0.35, 0.9, pores))[..., None]
    gap = np.minimum(np.minimum(fy, row_h - fy), np.minimum(px, n - px))
    return color * (0.52 + 0.48 * smooth(0.2, 2.2, gap))[..., None]


def tile():
    """Two by two ceramic tiles of 12 inches with quarter-inch grout, pale and grey in turn."""
    n = 768
    y, x = grid(n)
    half = n / 2
    dark = ((np.floor(x / half) + np.floor(y / half)) % 2)
    warp = noise(y, x, n, n, 3, 3, 22, 4)
    veins = np.abs(noise(y + 0, x + 0, n, n, 4, 4, 23, 5) + 0.35 * warp)
    vein = 1 - smooth(0.0, 0.10, veins)
    pale = mix((233, 229, 221), (206, 200, 190), 0.7 * vein + 0.25 * warp)
    grey = mix((112, 118, 122), (150, 154, 156), 0.6 * vein + 0.3 + 0.3 * warp)
    color = pale * (1 - dark[..., None]) + grey * dark[..., None]
    edge = np.minimum(np.minimum(x % half, half - x % half), np.minimum(y % half, half - y % half))
    grout = mix((176, 170, 160), (190, 184, 174), 0.5 + 0.5 * noise(y, x, n, n, 90, 90, 24, 2))
    bevel = 0.90 + 0.10 * smooth(3.5, 9, edge)
    on = smooth(3.2, 4.6, edge)[..., None]
    return color * bevel[..., None] * on + grout * (1 - on)


def drawing(w, h, ground, scale=3):
    """An RGB canvas `scale` times larger, to be drawn on with wrap-around and shrunk."""
    image = Image.new("RGB", (w * scale, h * scale), ground)
    return image, scale


def wrapped(image, points, fill):
    """Draw a polygon nine times, so that what leaves one side comes in at the other."""
    d = ImageDraw.Draw(image)
    w, h = image.size
    for ox in (-w, 0, w):
        for oy in (-h, 0, h):
            d.polygon([(x + ox, y + oy) for x, y in points], fill=fill)


def petal(at, angle, length, width, sharp=1.0, bend=0.0, n=24):
    """Outline of a leaf from its foot `at`, pointing along `angle` (degrees, 0 right, clockwise)."""
    t = np.linspace(0, 1, n)
    half = width / 2 * np.sin(np.pi * t ** sharp) ** 0.9
    mid = bend * length * t ** 2
    xs = np.concatenate([t, t[::-1]]) * length
    ys = np.concatenate([mid + half, (mid - half)[::-1]])
    a = np.radians(angle)
    return [(at[0] + x * np.cos(a) - y * np.sin(a), at[1] + x * np.sin(a) + y * np.cos(a)) for x, y in zip(xs, ys)]


def circle(at, r, n=48):
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    return [(at[0] + r * np.cos(t), at[1] + r * np.sin(t)) for t in a]


def damask():
    """A half-drop damask: an ogee frame round a stylised flower, tone on tone."""
    t = damask_figure()
    h, w = t.shape
    y, x = grid(h, w)
    silk = noise(y, x, h, w, 224, 6, 25, 2)
    return mix((196, 203, 196), (230, 231, 220), t + 0.05 * silk * (1 - 2 * t)) * (1 + 0.012 * silk)[..., None]


def damask_gloss():
    """Where damask shines when it is woven: its figure, half the size."""
    t = damask_figure()
    h, w = t.shape
    return 255 * t.reshape(h // 2, 2, w // 2, 2).mean((1, 3))


def damask_figure():
    """The ink of the damask, 0 to 1."""
    w, h = 672, 896
    image, s = drawing(w, h, (0, 0, 0))
    ink = (255, 255, 255)
    for cx, cy in ((w / 2, h / 2), (0, 0)):
        c = (cx * s, cy * s)
        up = lambda y: (c[0], c[1] + y * s)
        for side in (-1, 1):
            for t0, t1, thick in ((0, 1, 9), ):
                t = np.linspace(0, 1, 80)
                bx = side * (w / 2) * 0.93 * np.sin(np.pi * t) ** 0.8 * 0.5
                by = (t - 0.5) * h * 0.98
                for k in range(0, 79):
                    r = thick * (0.45 + 0.55 * np.sin(np.pi * t[k]))
                    wrapped(image, circle((c[0] + bx[k] * s, c[1] + by[k] * s), r * s / 2, 10), ink)
                for k in range(8, 76, 8):
                    ang = np.degrees(np.arctan2(by[k + 1] - by[k - 1], bx[k + 1] - bx[k - 1]))
                    at = (c[0] + bx[k] * s, c[1] + by[k] * s)
                    wrapped(image, petal(at, ang - side * 48, 46 * s, 19 * s, 0.8, side * 0.25), ink)
                    wrapped(image, petal(at, ang + side * 52, 34 * s, 15 * s, 0.8, -side * 0.25), ink)
            for y, ang, length, width in ((-60, -62, 120, 44), (-30, -28, 130, 46), (10, 8, 118, 44), (60, 44, 104, 40),
                                          (120, 62, 90, 30)):
                a = ang if side > 0 else 180 - ang
                wrapped(image, petal(up(y), a, length * s, width * s, 0.75, side * 0.12), ink)
                wrapped(image, petal(up(y), a, length * 0.72 * s, width * 0.34 * s, 0.8, side * 0.12), (0, 0, 0))
        wrapped(image, petal(up(20), -90, 190 * s, 74 * s, 0.8), ink)
        wrapped(image, petal(up(0), -90, 140 * s, 40 * s, 0.8), (0, 0, 0))
        wrapped(image, petal(up(-10), -90, 92 * s, 18 * s, 0.8), ink)
        wrapped(image, circle(up(20), 26 * s), ink)
        wrapped(image, circle(up(20), 15 * s), (0, 0, 0))
        wrapped(image, circle(up(20), 7 * s), ink)
        wrapped(image, petal(up(46), 90, 165 * s, 22 * s, 0.7), ink)
    return np.asarray(image.resize((w, h), Image.LANCZOS), float)[..., 0] / 255


def botanical():
    """Sprigs, flowers and berries scattered over a pale ground."""
    n = 800
    image, s = drawing(n, n, (244, 239, 228))
    rng = np.random.default_rng(26)
    greens = [(92, 118, 92), (128, 148, 112), (66, 92, 84)]
    blooms = [(204, 110, 92), (222, 158, 120), (186, 84, 84)]
    spots = [(140, 150), (420, 90), (680, 220), (240, 420), (540, 380), (90, 640), (380, 690), (690, 600)]
    for i, (cx, cy) in enumerate(spots):
        turn = rng.uniform(0, 360)
        for branch, (offset, count) in enumerate(((0, 12), (150, 9), (235, 7))):
            _sprig(image, s, (cx, cy), turn + offset, count, 1 if (i + branch) % 2 else -1,
                   (greens[(i + branch) % 3], greens[(i + branch + 1) % 3]))
        for k in range(10):
            a = turn + 36 * k
            wrapped(image, petal((cx * s, cy * s), a, 64 * s, 33 * s, 1.7), blooms[i % 3])
        for k in range(7):
            a = turn + 18 + 51.4 * k
            wrapped(image, petal((cx * s, cy * s), a, 41 * s, 21 * s, 1.6), blooms[(i + 1) % 3])
        wrapped(image, circle((cx * s, cy * s), 11 * s), (238, 200, 110))
    for _ in range(60):
        at = rng.uniform(0, n, 2)
        wrapped(image, circle(tuple(at * s), rng.uniform(2.5, 4.5) * s, 16), (214, 170, 110))
    t = np.asarray(image.resize((n, n), Image.LANCZOS), float)
    y, x = grid(n)
    return t * (1 + 0.025 * noise(y, x, n, n, 160, 160, 27, 2))[..., None]


def _sprig(image, s, at, turn, count, curl, greens):
    """A curved stem with pairs of leaves."""
    angle, p = np.radians(turn), np.array(at, float)
    for k in range(count):
        p = p + 15 * np.array([np.cos(angle), np.sin(angle)])
        angle += 0.075 * curl
        wrapped(image, circle(tuple(p * s), 2.2 * s, 12), greens[1])
        for side in (-1, 1):
            if k > 1:
                shrink = 1 - 0.055 * k
                wrapped(image, petal(tuple(p * s), np.degrees(angle) + side * 55, 46 * shrink * s, 17 * shrink * s, 0.8,
                                     side * 0.15), greens[0])


def dots():
    n = 400
    y, x = grid(n)
    step = n / 4
    row = np.floor(y / step)
    dx = (x + (row % 2) * step / 2) % step - step / 2
    dy = y % step - step / 2
    on = smooth(1.5, -1.5, np.hypot(dx, dy) - step * 0.24)
    weave = 0.5 + 0.5 * np.sin(x * np.pi / 2) * np.sin(y * np.pi / 2)
    return mix((52, 74, 96), (240, 236, 226), on) * (0.96 + 0.04 * weave)[..., None]


def letter():
    """A tile with a letter and four corners that differ, to see which way each copy lies."""
    w = h = 240
    image, s = drawing(w, h, (236, 230, 216))
    d = ImageDraw.Draw(image)
    ink = (58, 66, 78)
    for box in ((80, 50, 108, 196), (80, 50, 172, 78), (80, 108, 150, 134)):
        d.rectangle([v * s for v in box], fill=ink)
    for at, color in (((0, 0), (206, 92, 48)), ((w, 0), (62, 124, 162)), ((0, h), (120, 146, 76)), ((w, h), (222, 178, 74))):
        x, y, r = at[0] * s, at[1] * s, 34 * s
        d.ellipse((x - r, y - r, x + r, y + r), fill=color)
    d.rectangle((0, 0, w * s - 1, h * s - 1), outline=ink, width=2 * s)
    return np.asarray(image.resize((w, h), Image.LANCZOS), dtype=float)


def rug():
    """A 96 x 60 inch rug with a border, a medallion lattice and fringes at both ends; RGBA, 12 px to the inch."""
    w, h, s = 1152, 720, 3
    image = Image.new("RGB", (w * s, h * s), (146, 52, 44))
    d = ImageDraw.Draw(image)
    fr = 36
    red, navy, cream, gold, teal = (150, 54, 46), (36, 44, 66), (228, 214, 188), (202, 156, 88), (70, 104, 104)
    frame = lambda m, c: d.rectangle([(fr + m) * s, m * s, (w - fr - m) * s, (h - m) * s], fill=c)
    for m, c in ((0, navy), (10, cream), (15, navy), (20, red), (76, cream), (81, navy), (88, gold), (92, navy)):
        frame(m, c)
    diamond = lambda cx, cy, rx, ry, c: d.polygon([((cx - rx) * s, cy * s), (cx * s, (cy - ry) * s), ((cx + rx) * s, cy * s),
                                                   (cx * s, (cy + ry) * s)], fill=c)
    step = 48
    x0, x1, y0, y1 = fr + 48, w - fr - 48, 48, h - 48
    nx, ny = round((x1 - x0) / step), round((y1 - y0) / step)
    for k in range(nx + 1):
        for cy in (y0, y1):
            _rosette(diamond, x0 + k * (x1 - x0) / nx, cy, 21, (cream, teal, gold) if k % 2 else (gold, navy, cream))
    for k in range(1, ny):
        for cx in (x0, x1):
            _rosette(diamond, cx, y0 + k * (y1 - y0) / ny, 21, (cream, teal, gold) if k % 2 else (gold, navy, cream))
    cx, cy = w / 2, h / 2
    for i in range(-4, 5):
        for j in range(-2, 3):
            px, py = cx + i * 96, cy + j * 104
            _rosette(diamond, px, py, 46, (red, cream, teal) if (i + j) % 2 else (teal, gold, navy))
            diamond(px + 48, py + 52, 12, 12, gold)
            diamond(px + 48, py + 52, 6, 6, navy)
    for r, c in ((150, cream), (140, red), (112, gold), (105, navy), (74, cream), (68, teal), (36, gold), (24, red)):
        diamond(cx, cy, r * 1.5, r, c)
    frame_mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(frame_mask).rectangle([fr * s, 0, (w - fr) * s, h * s], fill=255)
    rgb = np.asarray(image.resize((w, h), Image.LANCZOS), float)
    y, x = grid(h, w)
    knots = 0.94 + 0.05 * np.sin(y * 2 * np.pi / 4) * np.sin(x * 2 * np.pi / 4) + 0.07 * noise(y, x, h, w, 30, 48, 28, 2)
    rgb = rgb * knots[..., None]
    fringe_x = np.minimum(x, w - x)
    strand = 0.5 + 0.5 * np.sin(y * 2 * np.pi / 8 + 1.5 * np.sin(fringe_x / 9))
    length = fr * (0.86 + 0.12 * np.sin(y * 0.9) * np.sin(y * 0.13))
    on = smooth(0, 3, fringe_x - (fr - length)) * smooth(0.18, 0.5, strand)
    is_fringe = fringe_x < fr
    rgb = np.where(is_fringe[..., None], np.array([222, 208, 182]) * (0.75 + 0.25 * strand)[..., None], rgb)
    alpha = np.where(is_fringe, on, 1.0) * 255
    rgb = np.round(rgb / 4) * 4
    return np.dstack([rgb, alpha])


def _rosette(diamond, x, y, r, colors):
    """Three nested diamonds with satellites."""
    diamond(x, y, r, r, colors[0])
    diamond(x, y, r * 0.72, r * 0.72, colors[1])
    diamond(x, y, r * 0.4, r * 0.4, colors[2])


def badge():
    """A round emblem: rings, rays, a mountain and a sun; RGBA, 200 px to the inch, 3 inches."""
    n, s = 600, 4
    image = Image.new("RGBA", (n * s, n * s), (0, 0, 0, 0))
    d = ImageDraw.Draw(image)
    c = n * s / 2
    disc = lambda r, fill: d.ellipse([c - r * s, c - r * s, c + r * s, c + r * s], fill=fill)
    navy, cream, coral, gold, teal = (30, 48, 72, 255), (244, 236, 218, 255), (222, 104, 78, 255), (240, 184, 84, 255), (66, 124, 124, 255)
    for k in range(48):
        a = 2 * np.pi * k / 48
        tip = (c + 294 * s * np.cos(a), c + 294 * s * np.sin(a))
        foot = [(c + 262 * s * np.cos(a + e), c + 262 * s * np.sin(a + e)) for e in (-0.062, 0.062)]
        d.polygon([tip, *foot], fill=navy)
    disc(272, navy)
    disc(258, cream)
    disc(250, navy)
    disc(200, cream)
    disc(192, gold)
    for k in range(24):
        a = 2 * np.pi * (k + 0.5) / 24
        x, y = c + 225 * s * np.cos(a), c + 225 * s * np.sin(a)
        r = (11 if k % 2 else 6) * s
        d.ellipse([x - r, y - r, x + r, y + r], fill=gold if k % 2 else cream)
    inner = Image.new("RGBA", image.size, (0, 0, 0, 0))
    e = ImageDraw.Draw(inner)
    at = lambda x, y: (c + x * s, c + y * s)
    e.rectangle([0, 0, n * s, n * s], fill=(250, 206, 130, 255))
    for k in range(16):
        a = 2 * np.pi * k / 16
        e.polygon([at(30, -30), at(30 + 420 * np.cos(a - .1), -30 + 420 * np.sin(a - .1)),
                   at(30 + 420 * np.cos(a + .1), -30 + 420 * np.sin(a + .1))], fill=(252, 222, 160, 255))
    e.ellipse([*at(-40, -100), *at(100, 40)], fill=coral)
    e.polygon([at(-260, 130), at(-80, -70), at(80, 130)], fill=teal)
    e.polygon([at(-80, -70), at(-118, -28), at(-96, -34), at(-80, -16), at(-62, -34), at(-44, -26)], fill=cream)
    e.polygon([at(-80, 140), at(70, -20), at(260, 140)], fill=(44, 92, 98, 255))
    e.polygon([at(70, -20), at(38, 14), at(56, 10), at(70, 26), at(86, 8), at(104, 12)], fill=cream)
    for k, col in enumerate((navy, (50, 78, 110, 255), navy)):
        pts = [at(x, 96 + 30 * k + 7 * np.sin(x / 21 + k * 1.7)) for x in range(-220, 221, 4)]
        e.polygon(pts + [at(220, 260), at(-220, 260)], fill=col)
    clip = Image.new("L", image.size, 0)
    ImageDraw.Draw(clip).ellipse([c - 184 * s, c - 184 * s, c + 184 * s, c + 184 * s], fill=255)
    image.paste(inner, (0, 0), clip)
    return np.asarray(image.resize((n, n), Image.LANCZOS), float)


def subway():
    """White glazed tiles, 6 x 3 inches, laid in half bond, with pale joints; 12 x 6 inches."""
    h, w, s = 240, 480, 40
    y, x = grid(h, w)
    u = (x + np.where((y // (3 * s)) % 2 == 1, 3 * s, 0)) % (6 * s)
    v = y % (3 * s)
    edge = np.minimum(np.minimum(u, 6 * s - u), np.minimum(v, 3 * s - v)) / s
    tone = np.array([[0.0, -3.0], [2.5, -1.0]])[(y // (3 * s)).astype(int) % 2, (((x + np.where((y // (3 * s)) % 2 == 1, 3 * s, 0)) // (6 * s)).astype(int)) % 2]
    base = np.array([236, 236, 231], float) + tone[..., None] + 1.6 * noise(y, x, h, w, 6, 12, 5)[..., None]
    top = np.exp(-((v / s - 0.13) / 0.05) ** 2) * (v < 1.5 * s)
    low = np.exp(-((3 - v / s - 0.12) / 0.05) ** 2) * (v > 1.5 * s)
    base = base + 14 * top[..., None] - 20 * low[..., None]
    return mix(np.array([190, 188, 182]), base, np.clip((edge - 0.045) * s / 1.5, 0, 1))


def granite():
    """A dark stone with pale and rusty grains; 16 inches."""
    n = 512
    y, x = grid(n)
    cloud = noise(y, x, n, n, 5, 5, 71)
    color = mix([62, 62, 64], [96, 95, 94], 0.5 + 0.9 * cloud)
    for cells, seed, tint, share in ((46, 72, (176, 172, 166), 0.30), (60, 73, (34, 33, 35), 0.34), (38, 74, (128, 96, 76), 0.12)):
        d1, d2, who = worley(n, cells, seed)
        pick = np.random.default_rng(seed).uniform(0, 1, cells * cells)[who] < share
        color = mix(color, np.asarray(tint, float) + 14 * cloud[..., None], np.clip((d2 - d1 - 0.08) * 3.0, 0, 0.85) * pick)
    return color + 3 * noise(y, x, n, n, 60, 60, 75)[..., None]


def frieze():
    """A painted border with a scalloped, cut-out lower edge: 6 inches high, repeats every 12."""
    s, k = 40, 3
    w, h = 12 * s * k, 6 * s * k
    image = Image.new("RGBA", (w, h), (0, 0, 0, 0))
    d = ImageDraw.Draw(image)
    u = s * k
    navy, cream, clay, leaf = (44, 62, 84, 255), (240, 232, 214, 255), (184, 100, 70, 255), (110, 128, 96, 255)
    d.rectangle([0, 0, w, 4.6 * u], fill=cream)
    for i in range(-1, 5):
        d.ellipse([(i * 3 - 0.0) * u, 3.2 * u, (i * 3 + 3.0) * u, 6.0 * u], fill=cream)
    d.rectangle([0, 0, w, 0.55 * u], fill=navy)
    d.rectangle([0, 0.75 * u, w, 0.87 * u], fill=clay)
    for i in range(-1, 5):
        x = (i * 3 + 1.5) * u
        d.ellipse([x - 0.42 * u, 5.0 * u - 0.42 * u, x + 0.42 * u, 5.42 * u], fill=navy)
    at = [(t, 2.75 * u + 0.75 * u * np.sin(2 * np.pi * t / (6 * u))) for t in range(-u, w + u, 6)]
    d.line(at, fill=leaf, width=int(0.16 * u), joint="curve")
    for i in range(-1, 9):
        x = i * 1.5 * u
        y = 2.75 * u + 0.75 * u * np.sin(2 * np.pi * x / (6 * u))
        up = -1 if i % 2 else 1
        pts = [(x + 0.75 * u * q + 0.25 * u * np.sin(np.pi * q) * p, y + up * u * (0.95 * q) - up * 0.32 * u * p * np.sin(np.pi * q))
               for p in (1, -1) for q in (np.linspace(0, 1, 12) if p > 0 else np.linspace(1, 0, 12))]
        d.polygon(pts, fill=leaf)
    for i in range(-1, 5):
        x, y = (i * 3 + 1.5) * u, 2.75 * u
        y += -1.25 * u if i % 2 == 0 else 1.05 * u
        for q in range(6):
            a = np.pi * q / 3
            px, py = x + 0.34 * u * np.cos(a), y + 0.34 * u * np.sin(a)
            d.ellipse([px - 0.26 * u, py - 0.26 * u, px + 0.26 * u, py + 0.26 * u], fill=clay)
        d.ellipse([x - 0.2 * u, y - 0.2 * u, x + 0.2 * u, y + 0.2 * u], fill=(232, 190, 110, 255))
    return np.asarray(image.resize((w // k, h // k), Image.LANCZOS), float)


TEXTURES = {linen: 60, plaid: 80, stripe: 80, herringbone: 80, houndstooth: 80, leather: 80, boucle: 80, velvet: 60,
            oak: 1024 / 48, tile: 32, damask: 32, botanical: 40, dots: 80, letter: 20,
            subway: 40, granite: 32}
DECALS = {rug: 12, badge: 200, frieze: 40}
MAPS = (damask_gloss,)


def save_texture(name, pixels):
    """JPEG at quality 90 or PNG, whichever is smaller."""
    image = Image.fromarray(np.clip(np.round(pixels), 0, 255).astype(np.uint8), "RGB")
    jpg, png = io.BytesIO(), io.BytesIO()
    image.save(jpg, "JPEG", quality=90, subsampling=0, optimize=True)
    image.save(png, "PNG", optimize=True)
    kind, data = min((("jpg", jpg), ("png", png)), key=lambda kd: kd[1].tell())
    with open(os.path.join(OUT, f"{name}.{kind}"), "wb") as f:
        f.write(data.getvalue())
    return kind, data.tell(), pixels.reshape(-1, 3).mean(0)


def save_decal(name, pixels):
    image = Image.fromarray(np.clip(np.round(pixels), 0, 255).astype(np.uint8), "RGBA")
    path = os.path.join(OUT, f"{name}.png")
    image.save(path, optimize=True)
    return os.path.getsize(path)


def save_map(name, levels):
    image = Image.fromarray(np.clip(np.round(levels), 0, 255).astype(np.uint8), "L")
    path = os.path.join(OUT, f"{name}.png")
    image.save(path, optimize=True)
    return os.path.getsize(path)


def main():
    os.makedirs(OUT, exist_ok=True)
    only = sys.argv[1:]
    for f, res in TEXTURES.items():
        if not only or f.__name__ in only:
            pixels = f()
            kind, size, mean = save_texture(f.__name__, pixels)
            h, w = pixels.shape[:2]
            color = "".join(f"{int(round(c)):02x}" for c in mean)
            print(f"{f.__name__}.{kind} {w}x{h} px {w / res:.2f}x{h / res:.2f} in mean {color} {size} bytes")
    for f, res in DECALS.items():
        if not only or f.__name__ in only:
            pixels = f()
            size = save_decal(f.__name__, pixels)
            print(f"{f.__name__}.png {pixels.shape[1]}x{pixels.shape[0]} px at {res} px/in {size} bytes")
    for f in MAPS:
        if not only or f.__name__ in only:
            levels = f()
            print(f"{f.__name__}.png {levels.shape[1]}x{levels.shape[0]} px {save_map(f.__name__, levels)} bytes")


if __name__ == "__main__":
    main()
