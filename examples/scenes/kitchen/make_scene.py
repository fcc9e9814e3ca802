"""The kitchen: a corner with base and wall cabinets, a pantry, a stone counter, a tiled wall and a window.

Run: blender -b --python make_scene.py [-- samples]. Axes: x along the back wall from the corner, y = 0 at the back wall and
negative towards the camera, z up; inches. Writes the passes and geometry.json (projected quads, panels, camera) to build/.
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

WIDTH, HEIGHT = 1360, 850
PARTS = ("floor", "back", "left", "trim", "counter", "base", "upperleft", "upperright", "pantry", "decor")
TOP, RUN, PANTRY = 100.0, 132.0, 158.0
WINDOW = (57.0, 91.0, 45.0, 83.0)
BASE = {"x": (0.0, RUN), "y": -24.0, "z": (4.0, 34.4)}
LEFT = {"x": (0.0, 51.0), "y": -12.0, "z": (54.0, 90.0)}
RIGHT = {"x": (97.0, RUN), "y": -12.0, "z": (54.0, 90.0)}
TALL = {"x": (RUN, PANTRY), "y": -24.0, "z": (4.0, 90.0)}
SAMPLES = int(sys.argv[sys.argv.index("--") + 1]) if "--" in sys.argv else 48


def panels(run):
    """Names and rectangles (left, top, right, bottom; inches from the top left of the run's front) of its doors."""
    x0, x1 = run["x"]
    z0, z1 = run["z"]
    width, height = x1 - x0, z1 - z0
    if run is TALL:
        return [["lhFull", [0.2, 0.2, width / 2 - 0.06, height - 0.2]], ["rhFull", [width / 2 + 0.06, 0.2, width - 0.2, height - 0.2]]]
    units = round(width / (33 if run is BASE else 25.5 if run is LEFT else 35))
    step = width / units
    out = []
    for k in range(units):
        a, b = k * step, (k + 1) * step
        mid = (a + b) / 2
        if run is BASE:
            out.append(["drawer", [a + 0.2, 0.2, b - 0.2, 6.4]])
            out += [["lhBase", [a + 0.2, 6.6, mid - 0.06, height - 0.2]], ["rhBase", [mid + 0.06, 6.6, b - 0.2, height - 0.2]]]
        else:
            kind = "Glass" if run is RIGHT or k == units - 1 else "Wall"
            out += [["lh" + kind, [a + 0.2, 0.2, mid - 0.06, height - 0.2]], ["rh" + kind, [mid + 0.06, 0.2, b - 0.2, height - 0.2]]]
    return out


def cabinet(stage, name, run, paint):
    """A carcass with one slab for each door."""
    x0, x1 = run["x"]
    z0, z1 = run["z"]
    y = run["y"]
    stage.block(name, (x0 + 0.05, y, z0), (x1 - 0.05, -0.05, z1), paint, 0.05)
    for k, (_, (left, top, right, bottom)) in enumerate(panels(run)):
        stage.block(f"{name}{k}", (x0 + left, y - 0.75, z1 - bottom), (x0 + right, y + 0.02, z1 - top), paint, 0.06)


def shell(stage):
    """Floor, walls with a window, ceiling."""
    floor = stage.material("floor", (172, 160, 146), part="floor")
    back = stage.material("back", (212, 208, 200), part="back")
    left = stage.material("left", (212, 208, 200), part="left")
    trim = stage.material("trim", (234, 232, 228), part="trim")
    stage.rectangle("floor", [(0, 0, 0), (260, 0, 0), (260, -260, 0), (0, -260, 0)], floor)
    x0, x1, z0, z1 = WINDOW
    for name, (a, b, c, d) in {"w1": (0, x0, 0, TOP), "w2": (x1, 260, 0, TOP), "w3": (x0, x1, 0, z0), "w4": (x0, x1, z1, TOP)}.items():
        stage.rectangle(name, [(a, 0, d), (b, 0, d), (b, 0, c), (a, 0, c)], back)
    stage.rectangle("leftwall", [(0, -260, TOP), (0, 0, TOP), (0, 0, 0), (0, -260, 0)], left)
    stage.rectangle("ceiling", [(0, -260, TOP), (260, -260, TOP), (260, 0, TOP), (0, 0, TOP)], trim)
    stage.block("base1", (PANTRY + 0.1, -0.7, 0), (260, 0, 4.5), trim, 0.2)
    stage.block("base2", (0, -260, 0), (0.7, -24, 4.5), trim, 0.2)
    casing = ((x0 - 3, -0.8, z0), (x0, 0, z1)), ((x1, -0.8, z0), (x1 + 3, 0, z1)), ((x0 - 3, -0.8, z1), (x1 + 3, 0, z1 + 3.2)), \
             ((x0 - 4, -2.4, z0 - 1.2), (x1 + 4, 4, z0))
    reveal = ((x0 - 3, -0.3, z0 - 2), (x0 + 0.1, 6, z1 + 2)), ((x1 - 0.1, -0.3, z0 - 2), (x1 + 3, 6, z1 + 2)), \
             ((x0 - 3, -0.3, z1 - 0.1), (x1 + 3, 6, z1 + 3))
    mid = (x0 + x1) / 2, (z0 + z1) / 2
    bars = ((x0 - 1, 2.6, z0 - 1), (x0 + 1.6, 4, z1 + 1)), ((x1 - 1.6, 2.6, z0 - 1), (x1 + 1, 4, z1 + 1)), \
           ((x0 + 1, 2.7, z0 - 1), (x1 - 1, 3.9, z0 + 1.8)), ((x0 + 1, 2.7, z1 - 1.8), (x1 - 1, 3.9, z1 + 1)), \
           ((mid[0] - .5, 2.9, z0 + 1), (mid[0] + .5, 3.8, z1 - 1)), ((x0 + 1, 2.75, mid[1] - .8), (x1 - 1, 3.9, mid[1] + .8))
    for k, (low, high) in enumerate(casing + reveal + bars):
        stage.block(f"window{k}", low, high, trim, 0.1)
    glow = stage.material("outside", (206, 222, 240), emit=0.36)
    ob = stage.rectangle("outside", [(x0 - 90, 40, z1 + 80), (x1 + 90, 40, z1 + 80), (x1 + 90, 40, z0 - 60), (x0 - 90, 40, z0 - 60)], glow)
    for kind in ("visible_diffuse", "visible_glossy", "visible_shadow"):
        setattr(ob, kind, False)


def fittings(stage):
    """Cabinets, counter, and what stands on it."""
    for name, run in (("base", BASE), ("upperleft", LEFT), ("upperright", RIGHT), ("pantry", TALL)):
        cabinet(stage, name, run, stage.material(name, (176, 172, 164), part=name))
    dark = stage.material("kick", (58, 54, 50), part="decor")
    stage.block("kick", (0.1, -21, 0), (PANTRY - 0.1, -0.1, 4.05), dark, 0.05)
    stone = stage.material("counter", (128, 126, 122), part="counter")
    stage.block("countertop", (0.02, -25.6, 34.45), (RUN - 0.02, -0.02, 36.0), stone, 0.12)
    steel = stage.material("steel", (150, 150, 152), part="decor", gloss=0.6, rough=0.25)
    spout = shapes.tube(np.array([(74, -4, 36), (74, -4, 44), (74, -4.6, 47.4), (74, -7, 49), (74, -9.6, 48), (74, -10.2, 45.4)], float), 0.55, closed=False, ring=16)
    stage.add("spout", spout, steel)
    stage.add("foot", shapes.place(shapes.lathe([(0, 0), (1.3, 0), (1.3, 0.5), (0.7, 0.9), (0, 0.9)], 48), move=(74, -4, 36)), steel)
    decor.vase(stage, "vase", (20, -10, 36.0), (112, 128, 122), 0.72, part="decor")
    decor.twigs(stage, "bunch", (20, -10, 44.0), 7, 4, (7, 12), part="decor", leaf_size=0.8)
    bowl = decor.smooth_profile([(0, 0), (1.6, 0), (2.2, 0.5), (4.8, 2.8), (5.4, 3.8), (5.1, 3.8), (4.4, 2.9), (1.8, 0.9), (0, 0.8)])
    stage.add("bowl", shapes.place(shapes.lathe(bowl, 96), move=(116, -12, 36.0)), stage.material("bowl", (222, 214, 202), part="decor"))
    for k, (x, y, z) in enumerate([(114.6, -12.6, 39.2), (117.6, -11.2, 39.2), (116.4, -13.6, 39.5), (115.6, -10.6, 39.6)]):
        lemon = decor.smooth_profile([(0, -1.5), (0.5, -1.35), (1.2, -0.7), (1.3, 0), (1.2, 0.7), (0.5, 1.35), (0, 1.5)])
        stage.add(f"lemon{k}", shapes.place(shapes.lathe(lemon, 48), rotate=shapes.rotation("x", 60 + 40 * k), move=(x, y, z)),
                  stage.material(f"lemon{k}", (226, 188, 62), part="decor"))
    board = stage.material("board", (164, 120, 78), part="decor")
    stage.block("board", (36, -2.6, 36.05), (48, -1.4, 51), board, 0.4)


def front(stage, run):
    """The corners of a run's doors in the view, and its size."""
    x0, x1 = run["x"]
    z0, z1 = run["z"]
    y = run["y"] - 0.75
    corners = [(x0, y, z1), (x1, y, z1), (x1, y, z0), (x0, y, z0)]
    return {"corners": [stage.project(p) for p in corners], "size": [x1 - x0, round(z1 - z0, 3)],
            "panels": [{"type": kind, "rect": [round(v, 3) for v in rect]} for kind, rect in panels(run)]}


def main():
    stage = Stage(WIDTH, HEIGHT, PARTS, os.path.join(HERE, "build", "raw"))
    shell(stage)
    fittings(stage)
    stage.sky((176, 172, 166), (240, 243, 250), 0.5)
    x0, x1, z0, z1 = WINDOW
    stage.area_light(((x0 + x1) / 2, 8, (z0 + z1) / 2), ((x0 + x1) / 2, -60, 20), (36, 40), 9000, (240, 245, 255))
    stage.area_light((100, -235, 84), (70, -10, 40), (200, 26), 190000, (255, 250, 244))
    stage.camera((86, -176, 60), (75, 0, 60), 30, shift=(0, -0.07))
    geometry = {
        "floor": {"corners": [stage.project(p) for p in [(0, -24, 0), (200, -24, 0), (200, -120, 0), (0, -120, 0)]], "size": [200, 96]},
        "back": {"corners": [stage.project(p) for p in [(0, 0, TOP), (200, 0, TOP), (200, 0, 0), (0, 0, 0)]], "size": [200, TOP]},
        "left": {"corners": [stage.project(p) for p in [(0, -90, TOP), (0, 0, TOP), (0, 0, 0), (0, -90, 0)]], "size": [90, TOP]},
        "counter": {"corners": [stage.project(p) for p in [(0, 0, 36), (RUN, 0, 36), (RUN, -25.6, 36), (0, -25.6, 36)]], "size": [RUN, 25.6]},
        "base": front(stage, BASE), "upperleft": front(stage, LEFT), "upperright": front(stage, RIGHT), "pantry": front(stage, TALL),
        "window": WINDOW, "top": TOP}
    matrix = stage.scene.camera.matrix_world
    data = stage.scene.camera.data
    geometry["camera"] = {"matrix": [list(row) for row in matrix], "lens": data.lens, "shift": [data.shift_x, data.shift_y]}
    with open(os.path.join(HERE, "build", "geometry.json"), "w") as f:
        json.dump(geometry, f, indent=1)
    if os.environ.get("DRAFT"):
        stage.scene.render.resolution_percentage = int(os.environ["DRAFT"])
    stage.render("main", SAMPLES)


main()
