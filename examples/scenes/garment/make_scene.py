"""A dress on a form: a fitted bodice of three panels, a sash, a full skirt in deep folds.

Run: blender -b --python make_scene.py [-- samples]. Axes: x right, y away from the camera, z up; inches. Writes the passes to
build/raw. The skirt's folds turn back on themselves: each flank is an island of its own, so that what is seen side by side in
the picture, but lies apart on the cloth, never mixes.
"""
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import decor  # noqa: E402
import shapes  # noqa: E402
from stage import Stage  # noqa: E402

WIDTH, HEIGHT = 1000, 1300
PARTS = ("bodice", "skirt", "sash", "form")
SAMPLES = int(sys.argv[sys.argv.index("--") + 1]) if "--" in sys.argv else 48
WAIST, HEM, TOP = 40.0, 12.0, 53.0
FOLDS = 13


def body(z):
    """Half width and half depth of the form at a height: through these points, without corners."""
    heights = [HEM, 30, 35, WAIST, 43, 48, 51.5, 54, 56, 57.5, 59.5, 62]
    wide = [7.2, 7.4, 6.9, 5.1, 5.5, 6.7, 6.5, 6.9, 5.6, 3.0, 2.1, 2.2]
    deep = [5.2, 5.2, 4.8, 3.7, 4.1, 5.2, 4.6, 3.8, 3.2, 2.4, 2.1, 2.2]
    fine = np.arange(HEM - 5, 70, 0.05)
    weights = np.exp(-((np.arange(-60, 61) * 0.05 / 1.1) ** 2))
    return tuple(np.interp(z, fine, np.convolve(np.pad(np.interp(fine, heights, a), 60, "edge"), weights / weights.sum(), "valid"))
                 for a in (wide, deep))


def arc(points, axis=0):
    """Way along a row of points (inches), from the middle one."""
    step = np.linalg.norm(np.diff(points, axis=axis), axis=-1)
    way = np.concatenate([np.zeros_like(np.take(step, [0], axis)), np.cumsum(step, axis)], axis)
    return way - np.take(way, [way.shape[axis] // 2], axis)


def sheet(points, uv, island):
    """A mesh of a grid of points (rows, columns, 3) with corner coordinates and an id per column of faces."""
    rows, cols = points.shape[:2]
    g = np.arange(rows * cols).reshape(rows, cols)
    faces = np.stack([g[:-1, :-1], g[1:, :-1], g[1:, 1:], g[:-1, 1:]], -1).reshape(-1, 4)
    return {"verts": points.reshape(-1, 3), "faces": faces, "uv": uv.reshape(-1, 2)[faces],
            "island": np.broadcast_to(island, (rows - 1, cols - 1)).ravel()}


def bodice(stage):
    """Three panels joined at princess seams: the grain of the side panels is turned, so a plaid meets itself at an angle."""
    cloth = stage.material("bodice", (196, 190, 182), part="bodice")
    for number, (low, high, turn) in enumerate(((-1.0, -0.36, 14.0), (-0.36, 0.36, 0.0), (0.36, 1.0, -14.0)), 1):
        a = np.linspace(low * np.pi * 0.62, high * np.pi * 0.62, 61)
        t = np.linspace(0, 1, 70)[:, None]
        side = np.abs(a) / (0.62 * np.pi)
        edge = TOP - 0.9 - 1.1 * np.exp(-(a / 0.16) ** 2) - 1.3 * np.clip(side - 0.45, 0, 1) * 2
        z = edge[None, :] + (WAIST + 0.2 - edge[None, :]) * t
        w, d = body(z)
        bust = 0.9 * np.exp(-((np.abs(a)[None, :] - 0.52) / 0.34) ** 2 - ((z - 48.6) / 2.6) ** 2)
        swell = 1.025 + bust / 6.0
        points = np.stack([w * np.sin(a)[None, :] * swell, -d * np.cos(a)[None, :] * swell - 0.5 * bust, z], -1)
        u = arc(points, 1) + 6.0 * (low + high)
        v = arc(points, 0)
        v = v - v[0:1] + (TOP - edge)[None, :]
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        uv = np.stack([c * u + s * v, -s * u + c * v], -1)
        stage.add(f"bodice{number}", sheet(points, uv, number), cloth)


def skirt(stage):
    """Cloth that falls in folds whose heads are wider than their necks: seen from the front they hide a part of themselves."""
    cloth = stage.material("skirt", (196, 190, 182), part="skirt")
    w = np.linspace(-0.5, 0.5, 1561)
    t = np.linspace(0, 1, 150)[:, None] ** 1.15
    rng = np.random.default_rng(11)
    wobble = sum(rng.uniform(0.2, 0.5) * np.sin(2 * np.pi * (k * w + rng.uniform())) for k in (1, 2, 3, 5))
    phase = 2 * np.pi * FOLDS * w + 0.9 * wobble
    strength = 1 + 0.28 * np.sin(2 * np.pi * 4 * w + 1.0) + 0.18 * np.sin(2 * np.pi * 7 * w)
    wide, deep = 5.25 + 8.6 * t ** 0.72, 3.85 + 6.9 * t ** 0.72
    amp = (0.04 + 1.8 * t ** 0.85) * strength[None, :]
    lag = 0.35 * t * np.sin(2 * np.pi * 3 * w)[None, :]
    psi = phase[None, :] + lag
    angle = 2 * np.pi * w[None, :]
    radius = np.hypot(wide * np.cos(angle), deep * np.sin(angle))
    turn = angle + 0.58 * amp * np.sin(2 * psi) / np.maximum(radius, 1)
    out = amp * np.cos(psi)
    z = WAIST - 0.1 - (WAIST - HEM) * t - 0.5 * t * strength[None, :] * np.cos(psi) * 0.4
    points = np.stack([(wide + out) * np.sin(turn), -(deep + out) * np.cos(turn), z + 0 * turn], -1)
    u = arc(points, 1)
    v = arc(points, 0)
    v = v - v[0:1] + 14.0
    flank = np.floor((phase + np.pi / 2) / np.pi)
    ids = (flank - flank.min() + 1)[:-1]
    stage.add("skirt", sheet(points, np.stack([u, v], -1), ids[None, :]), cloth)


def sash(stage):
    """A ribbon round the waist with a bow of two loops."""
    satin = stage.material("sash", (150, 132, 118), part="sash")
    a = np.linspace(-np.pi, np.pi, 241)
    t = np.linspace(-1, 1, 17)[:, None]
    z = WAIST + 0.15 + 1.05 * t + 0.10 * np.sin(3 * a)[None, :]
    w, d = body(z)
    puff = 0.44 + 0.16 * (1 - t ** 2) + 0.05 * np.sin(9 * t + 4 * a[None, :])
    points = np.stack([(w + puff) * np.sin(a), -(d + puff) * np.cos(a), z], -1)
    stage.add("sash", sheet(points, np.zeros(points.shape[:2] + (2,)), 1), satin)
    for side in (-1, 1):
        s = np.linspace(0, 1, 60)
        loop = np.stack([2.2 + side * 2.7 * np.sin(np.pi * s), -4.75 - 0.75 * np.sin(2 * np.pi * s) - 0.6 * np.sin(np.pi * s),
                         WAIST + 0.2 - 1.4 * np.sin(np.pi * s) * (1 - 0.3 * s)], 1)
        band = np.linspace(-1, 1, 9)[:, None, None] * np.stack([0.12 * np.ones(60), np.zeros(60), 0.35 + 0.75 * np.sin(np.pi * s)], 1)
        points = loop[None] + band
        stage.add(f"bow{side}", sheet(points, np.zeros(points.shape[:2] + (2,)), 1), satin)
        tail = np.stack([2.2 + side * (0.5 + 1.5 * s), -4.7 - 2.3 * s ** 0.7, WAIST - 0.2 - 9.5 * s], 1)
        band = np.linspace(-1, 1, 9)[:, None, None] * np.stack([0.35 + 0.5 * s, 0.22 * np.sin(7 * s), 0.1 * np.ones(60)], 1)
        points = tail[None] + band
        stage.add(f"tail{side}", sheet(points, np.zeros(points.shape[:2] + (2,)), 1), satin)
    knot = shapes.place(shapes.lathe(decor.smooth_profile([(0, -0.8), (0.62, -0.5), (0.72, 0), (0.62, 0.5), (0, 0.8)]), 32),
                        move=(2.2, -4.75, WAIST + 0.15))
    stage.add("knot", knot, satin)


def form(stage):
    """The dress form under it, and its stand."""
    linen = stage.material("form", (206, 196, 178), part="form", bump=0.012, bump_scale=9)
    z = np.linspace(62, 30, 160)
    w, d = body(z)
    a = np.linspace(-np.pi, np.pi, 129)
    points = np.stack([0.985 * w[:, None] * np.sin(a), -0.985 * d[:, None] * np.cos(a), np.repeat(z[:, None], 129, 1)], -1)
    stage.add("torso", sheet(points, np.zeros(points.shape[:2] + (2,)), 1), linen)
    wood = stage.material("wood", (122, 88, 58), part="form", gloss=0.3, rough=0.35)
    cap = decor.smooth_profile([(2.25, 61.9), (2.3, 62.3), (1.5, 63.0), (0.6, 63.2), (0.5, 63.9), (0.75, 64.5), (0, 65.0)])
    stage.add("cap", shapes.lathe(cap, 64), wood)
    pole = decor.smooth_profile([(0.7, 32), (0.7, 3), (1.1, 2), (5.4, 0.9), (5.8, 0.3), (5.8, 0), (0, 0)])
    stage.add("pole", shapes.lathe(pole, 96), wood)


def room(stage):
    """A plain studio: floor that bends up into the wall."""
    paper = stage.material("paper", (214, 210, 204))
    s = np.linspace(0, 1, 40)
    y = np.concatenate([[-160], 34 + 26 * np.sin(s * np.pi / 2), [60]])
    z = np.concatenate([[0], 26 * (1 - np.cos(s * np.pi / 2)), [190]])
    x = np.array([-150.0, 150.0])
    points = np.stack([np.repeat(x[None], len(y), 0), np.repeat(y[:, None], 2, 1), np.repeat(z[:, None], 2, 1)], -1)
    stage.add("cove", sheet(points, np.zeros(points.shape[:2] + (2,)), 1), paper)
    decor.vase(stage, "vase", (19.5, 16, 0), (168, 150, 136), 1.05)
    decor.twigs(stage, "twigs", (19.5, 16, 11), 7, 4, (14, 24))


def main():
    stage = Stage(WIDTH, HEIGHT, PARTS, os.path.join(HERE, "build", "raw"))
    bodice(stage)
    skirt(stage)
    sash(stage)
    form(stage)
    room(stage)
    stage.sky((186, 182, 178), (240, 243, 250), 0.42)
    stage.area_light((-62, -66, 84), (0, 0, 34), (46, 52), 62000, (255, 250, 243))
    stage.area_light((70, -40, 60), (0, 0, 34), (40, 60), 15000, (240, 245, 255))
    stage.camera((0.0, -150, 33.5), (0, 0, 33.5), 76)
    if os.environ.get("DRAFT"):
        stage.scene.render.resolution_percentage = int(os.environ["DRAFT"])
    stage.render("main", SAMPLES)


main()
