"""The mug: a white mug on a table by a window. Run: blender -b --python make_scene.py [-- samples]

Axes: x right, y away from the camera, z up; inches. Writes the passes and geometry.json (projected table top) to build/.
"""
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import decor  # noqa: E402
import shapes  # noqa: E402
from stage import Stage  # noqa: E402

WIDTH, HEIGHT = 1600, 1200
PARTS = ("body", "rest", "table", "coaster")
RADIUS, TALL, LIP = 1.62, 3.75, 0.08
HANDLE_TURN = -26.0
SAMPLES = int(sys.argv[sys.argv.index("--") + 1]) if "--" in sys.argv else 128


def body(stage):
    """The printable outside: a cylinder whose texture is inches around (0 in front) and inches down from the rim."""
    glaze = stage.material("body", (210, 208, 204), part="body")
    n, rows = 200, 60
    ang = np.linspace(-np.pi, np.pi, n + 1)
    low, high = 0.16, TALL - 0.05
    z = np.linspace(high, low, rows + 1)
    r = RADIUS - 0.10 * np.clip((0.55 - z) / 0.40, 0, 1) ** 2
    verts = np.stack([r[:, None] * np.sin(ang), -r[:, None] * np.cos(ang), np.repeat(z[:, None], n + 1, 1)], -1).reshape(-1, 3)
    uv = np.stack(np.broadcast_arrays(RADIUS * ang[None, :], TALL - z[:, None]), -1).reshape(-1, 2)
    g = np.arange((rows + 1) * (n + 1)).reshape(rows + 1, n + 1)
    faces = np.stack([g[:-1, :-1], g[1:, :-1], g[1:, 1:], g[:-1, 1:]], -1).reshape(-1, 4)
    stage.add("body", {"verts": verts, "faces": faces, "uv": uv[faces], "island": np.ones(len(faces))}, glaze)


def inside_and_handle(stage):
    """Everything of the mug that is painted, not printed: rim, inside, foot and handle."""
    glaze = stage.material("rest", (210, 208, 204), part="rest")
    r = RADIUS
    lip = np.linspace(0, np.pi, 14)
    rim = [(r - LIP + LIP * np.cos(a), TALL - 0.05 + LIP * np.sin(a)) for a in lip]
    well = decor.smooth_profile([(r - 2 * LIP, TALL - 0.06), (r - 2 * LIP, 1.0), (r - 0.26, 0.5), (1.0, 0.29), (0, 0.27)], 8)
    rim = np.concatenate([rim, well])
    foot = [(r - 0.097, 0.16), (r - 0.2, 0.05), (r - 0.32, 0.0), (0, 0.0)]
    stage.add("rim", shapes.lathe(rim, 160), glaze)
    stage.add("foot", shapes.lathe(foot, 128), glaze)
    t = np.linspace(-0.5, 0.5, 60)
    out = RADIUS - 0.16 + 1.26 * np.cos(np.pi * t) ** 0.66
    path = np.stack([out, np.zeros_like(t), 1.98 + 2.3 * np.sin(np.pi * t) / 2], 1)
    handle = shapes.tube(path, 0.2, closed=False, ring=28)
    handle["verts"][:, 1] *= 1.35
    stage.add("handle", shapes.place(handle, rotate=shapes.rotation("z", HANDLE_TURN)), glaze)
    tea = stage.material("tea", (92, 52, 26), gloss=0.5, rough=0.1)
    stage.add("tea", shapes.lathe([(0, 3.05), (r - 0.15, 3.05)], 96), tea)


def table(stage):
    """The table top, plain and light, and a coaster under the mug."""
    top = stage.material("table", (196, 188, 176), part="table")
    stage.rectangle("tabletop", [(-22, 9, -0.22), (22, 9, -0.22), (22, -40, -0.22), (-22, -40, -0.22)], top)
    felt = stage.material("coaster", (172, 160, 142), part="coaster", bump=0.01, bump_scale=30)
    disc = [(0, -0.02), (2.15, -0.02), (2.22, -0.05), (2.24, -0.12), (2.22, -0.22), (0, -0.22)]
    stage.add("coaster", shapes.lathe(disc, 160), felt)


def backdrop(stage):
    """A wall out of the way, a book, a sprig in a small vase and some sugar."""
    wall = stage.material("wall", (196, 202, 200))
    stage.rectangle("wall", [(-90, 26, 60), (90, 26, 60), (90, 26, -30), (-90, 26, -30)], wall)
    pages = stage.material("pages", (236, 230, 216))
    cover = stage.material("cover", (150, 74, 58))
    cover2 = stage.material("cover2", (70, 92, 100))
    for k, (mat, z, dx) in enumerate(((cover2, -0.22, 0.0), (cover, 0.62, 0.35))):
        low, high = np.array([3.1 + dx, 3.2, z]), np.array([9.1 + dx, 8.0, z + 0.84])
        stage.block(f"book{k}a", low, (high[0], high[1], low[2] + 0.09), mat, 0.03)
        stage.block(f"book{k}b", (low[0], low[1], high[2] - 0.09), high, mat, 0.03)
        stage.block(f"book{k}c", low + [0.12, 0.12, 0.05], high - [0.12, 0.12, 0.05], pages, 0.01)
        stage.block(f"book{k}d", low, (low[0] + 0.09, high[1], high[2]), mat, 0.03)
    decor.vase(stage, "vase", (-4.3, 6.0, -0.22), (206, 170, 146), 0.27, bump=0)
    decor.twigs(stage, "sprig", (-4.3, 6.0, 2.7), 8, 3, (3.6, 6.2), leaf_size=0.34)


def main():
    stage = Stage(WIDTH, HEIGHT, PARTS, os.path.join(HERE, "build", "raw"))
    body(stage)
    inside_and_handle(stage)
    table(stage)
    backdrop(stage)
    stage.sky((176, 170, 164), (240, 243, 250), 0.26)
    stage.area_light((-17, -9, 17), (0, 0, 1), (14, 16), 4300, (255, 250, 243))
    stage.area_light((16, -18, 12), (0, 0, 1.5), (16, 12), 1700, (240, 245, 255))
    stage.area_light((2, 14, 16), (0, 0, 2), (14, 6), 900)
    stage.camera((0.0, -17.5, 5.6), (0.35, 0, 2.2), 76)
    stage.focus(16.2, 0.14)
    size = [16, 14]
    corners = [stage.project(p) for p in ((-8, 6, -0.22), (8, 6, -0.22), (8, -8, -0.22), (-8, -8, -0.22))]
    with open(os.path.join(HERE, "build", "geometry.json"), "w") as f:
        json.dump({"table": {"corners": corners, "size": size}}, f, indent=1)
    if os.environ.get("DRAFT"):
        stage.scene.render.resolution_percentage = int(os.environ["DRAFT"])
    stage.render("main", SAMPLES)


main()
