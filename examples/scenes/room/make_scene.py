"""The room: a corner with two walls, a plain floor, a sideboard, an armchair and a removable floor lamp.

Run: blender -b --python make_scene.py [-- samples]. Axes: x along the back wall from the corner, y = 0 at the back wall and
negative towards the camera, z up; inches. Writes the passes and geometry.json (projected quads) to build/.
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

WIDTH, HEIGHT = 1760, 1100
PARTS = ("floor", "back", "left", "trim", "sideboard", "chair", "decor", "lamp")
TOP = 260.0
WINDOW = (-70.0, -30.0, 30.0, 88.0)
LAMP_AT = (26.0, -21.0, 0.0)
LAMP_REGION = (380, 260, 1100, 920)
SAMPLES = int(sys.argv[sys.argv.index("--") + 1]) if "--" in sys.argv else 96


def shell(stage):
    """Floor and walls; the left wall has a hole for the window."""
    floor = stage.material("floor", (186, 181, 173), part="floor")
    back = stage.material("back", (206, 203, 197), part="back")
    left = stage.material("left", (206, 203, 197), part="left")
    stage.rectangle("floor", [(0, 0, 0), (320, 0, 0), (320, -300, 0), (0, -300, 0)], floor)
    stage.rectangle("backwall", [(0, 0, TOP), (320, 0, TOP), (320, 0, 0), (0, 0, 0)], back)
    y0, y1, z0, z1 = WINDOW
    for name, (a, b, c, d) in {"w1": (-300, y0, 0, TOP), "w2": (y1, 0, 0, TOP), "w3": (y0, y1, 0, z0), "w4": (y0, y1, z1, TOP)}.items():
        stage.rectangle(name, [(0, a, d), (0, b, d), (0, b, c), (0, a, c)], left)
    trim = stage.material("trim", (232, 230, 226), part="trim")
    stage.block("base1", (0, -0.7, 0), (320, 0, 5.0), trim, 0.25)
    stage.block("base2", (0, -300, 0), (0.7, 0, 5.0), trim, 0.25)
    window(stage, trim)


def window(stage, trim):
    """Casing, sill, muntins and a bright sky behind."""
    y0, y1, z0, z1 = WINDOW
    casing = ((0, y0 - 3.2, z0), (0.8, y0, z1)), ((0, y1, z0), (0.8, y1 + 3.2, z1)), ((0, y0 - 3.2, z1), (0.8, y1 + 3.2, z1 + 3.6)), \
             ((-4, y0 - 4, z0 - 1.4), (2.6, y1 + 4, z0)), ((0, y0 - 3.2, z0 - 4), (0.8, y1 + 3.2, z0 - 1.4))
    reveal = ((-6, y0 - 3, z0 - 2), (0.3, y0 + 0.1, z1 + 2)), ((-6, y1 - 0.1, z0 - 2), (0.3, y1 + 3, z1 + 2)), \
             ((-6, y0 - 3, z1 - 0.1), (0.3, y1 + 3, z1 + 3))
    mid_y, mid_z = (y0 + y1) / 2, (z0 + z1) / 2
    bars = ((-4, y0 - 1, z0 - 1), (-2.6, y0 + 1.8, z1 + 1)), ((-4, y1 - 1.8, z0 - 1), (-2.6, y1 + 1, z1 + 1)), \
           ((-3.9, y0 + 1, z0 - 1), (-2.7, y1 - 1, z0 + 2)), ((-3.9, y0 + 1, z1 - 2), (-2.7, y1 - 1, z1 + 1)), \
           ((-3.8, mid_y - .5, z0 + 1), (-2.9, mid_y + .5, z1 - 1)), ((-3.9, y0 + 1, mid_z - 1), (-2.75, y1 - 1, mid_z + 1))
    for k, (low, high) in enumerate(casing + reveal + bars):
        stage.block(f"window{k}", low, high, trim, 0.12)
    glow = stage.material("outside", (208, 224, 240), emit=0.34)
    ob = stage.rectangle("outside", [(-40, y0 - 60, z1 + 80), (-40, y1 + 140, z1 + 80), (-40, y1 + 140, z0 - 60), (-40, y0 - 60, z0 - 60)], glow)
    for kind in ("visible_diffuse", "visible_glossy", "visible_shadow"):
        setattr(ob, kind, False)


def sideboard(stage):
    """A low cabinet with four painted doors on wooden legs, under two prints."""
    paint = stage.material("sideboard", (170, 168, 162), part="sideboard")
    wood = stage.material("boardwood", (150, 110, 74), gloss=0.3, rough=0.4, part="decor")
    x0, x1, depth, z0, z1 = 62.0, 134.0, 17.0, 7.0, 29.0
    stage.block("carcass", (x0, -depth, z0), (x1, -0.9, z1), paint, 0.12)
    stage.block("top", (x0 - 0.5, -depth - 0.9, z1), (x1 + 0.5, -0.9, z1 + 1.0), wood, 0.15)
    step = (x1 - x0) / 4
    for k in range(4):
        stage.block(f"door{k}", (x0 + k * step + 0.15, -depth - 0.75, z0 + 0.2), (x0 + (k + 1) * step - 0.15, -depth, z1 - 0.3), paint, 0.12)
        knob_x = x0 + (k + (0.88 if k % 2 == 0 else 0.12)) * step
        knob = shapes.place(shapes.lathe([(0, 1.0), (0.5, 1.0), (0.62, 0.7), (0.3, 0.35), (0.25, 0)], 32),
                            rotate=shapes.rotation("x", 90), move=(knob_x, -depth - 0.7, 19))
        stage.add(f"knob{k}", knob, wood)
    for x in (x0 + 4, x1 - 4):
        for y in (-depth + 2, -3.5):
            stage.add(f"leg{x}{y}", shapes.place(shapes.lathe([(0, 0), (0.6, 0), (1.0, 7.1), (0, 7.1)], 32), move=(x, y, 0)), wood)
    top = z1 + 1.0
    decor.vase(stage, "vase", (74, -9, top), (96, 112, 108), 0.85, part="decor")
    decor.twigs(stage, "bunch", (74, -9, top + 9.5), 8, 6, (10, 19), part="decor")
    bowl = decor.smooth_profile([(0, 0), (1.6, 0), (2.2, 0.5), (4.6, 2.6), (5.2, 3.6), (4.9, 3.6), (4.2, 2.7), (1.8, 0.9), (0, 0.8)])
    stage.add("bowl", shapes.place(shapes.lathe(bowl, 96), move=(103, -8.5, top)),
              stage.material("bowl", (222, 214, 202), part="decor"))
    for k, (color, w, h) in enumerate((((170, 96, 72), 9.5, 1.3), ((226, 218, 204), 8.8, 1.1), ((84, 104, 112), 8.2, 1.4))):
        z = top + sum((1.3, 1.1, 1.4)[:k])
        stage.block(f"book{k}", (117 + 0.4 * k, -12 + 0.3 * k, z), (117 + 0.4 * k + w, -5.5, z + h), stage.material(f"book{k}", color, part="decor"), 0.1)
    decor.picture(stage, "print1", (70, 46), (92, 76), 0, (64, 58, 52), [((79, 63), 5.4, (196, 138, 100)), ((84, 57), 4.2, (92, 112, 112))], 0.8, "decor")
    decor.picture(stage, "print2", (97, 46), (119, 76), 0, (64, 58, 52), [((108, 55), 6.4, (214, 184, 140)), ((106, 66), 3.4, (60, 76, 92))], 0.8, "decor")


def chair(stage):
    """An armchair that faces the room; one object, each panel an island."""
    fabric = stage.material("chair", (184, 180, 173), part="chair", bump=0.018, bump_scale=5.0)
    cord = stage.material("cord", (184, 180, 173), part="chair")
    wood = stage.material("chairwood", (98, 68, 46), gloss=0.35, rough=0.35, part="decor")
    ids = dict(zip(shapes.SIDES, (2, 3, 1, 1, 1, 1)))
    parts, cords = [], []

    def add(size, radius, layout, move, base, wr, pf, turn=None, uv=(0, 0), welts=()):
        m = shapes.box(size, radius, 0.35)
        shapes.wrap_uv(m, layout, ids)
        shapes.wrinkle(m, 500 + base, **wr)
        shapes.puff(m, **pf)
        parts.append(shapes.place(m, rotate=turn, move=move, island_base=base, uv_move=uv))
        for z_end in welts:
            path, normal = shapes.edge_loop(m, z_end)
            t = shapes.place(shapes.tube(path + 0.05 * normal, 0.17), rotate=turn, move=move)
            t["island"] = np.full(len(t["faces"]), 40)
            cords.append(t)

    panel = shapes.panel_layout()
    soft = dict(soft=0.26, pucker=0.16)
    firm = dict(soft=0.08, pucker=0.05)
    add((22.4, 23, 6.2), 1.1, panel, (0, -2.5, 15.6), 0, soft, dict(top=2.0, front=0.8), welts=(0, 1))
    add((22.2, 18.5, 6.4), 1.2, panel, (0, 7.6, 26.6), 3, soft, dict(top=2.4, back=0.4), shapes.rotation("x", 77), welts=(0, 1))
    add((22.6, 26, 5.6), 0.5, panel, (0, -0.5, 9.6), 6, firm, dict(top=0.1), uv=(0, -27))
    add((22.6, 5.4, 24), 1.4, panel, (0, 13, 18.6), 9, firm, dict(top=0.3, back=0.6), uv=(0, 8))
    for s in (-1, 1):
        add((4.6, 30, 17.6), 1.3, shapes.arm_layout(-s), (s * 13.8, 0.5, 15.4), 15 + 3 * s, firm, dict(top=0.4, front=0.2, sides=0.3))
    turn, move = shapes.rotation("z", -38), (146, -62, 0)
    body = shapes.join(*parts)
    stage.add("chair", shapes.place(body, rotate=turn, move=move), fabric)
    stage.add("cord", shapes.place(shapes.join(*cords), rotate=turn, move=move), cord)
    legs = shapes.join(*[shapes.place(shapes.lathe([(0, 0), (0.6, 0), (1.05, 7.4), (0, 7.4)], 32), move=(sx * 13, y, 0))
                         for sx in (-1, 1) for y in (-11.5, 12.5)])
    stage.add("chairlegs", shapes.place(legs, rotate=turn, move=move), wood)


def plant(stage):
    """A pot with broad arched leaves, beside the sideboard."""
    pot = stage.material("pot", (226, 220, 210), part="decor")
    at = np.array([150.0, -15.0, 0.0])
    stage.add("pot", shapes.place(shapes.lathe(decor.smooth_profile([(0, 0), (5.6, 0), (6.0, 0.5), (7.4, 12.6), (7.5, 13.4), (6.9, 13.4), (6.7, 12), (0, 11.6)]), 96), move=at), pot)
    green = stage.material("frond", (70, 96, 62), part="decor", gloss=0.25, rough=0.45)
    rng = np.random.default_rng(9)
    for k in range(19):
        a, length, rise = k * 2.399, rng.uniform(26, 40), rng.uniform(1.3, 2.7)
        t = np.linspace(0, 1, 26)
        reach = length * (0.15 * t + 0.42 * t ** 2)
        z = 12 + length * rise * 0.62 * (t - 0.42 * t ** 2.2)
        spine = np.stack([at[0] + reach * np.cos(a), at[1] + np.minimum(reach * np.sin(a), 13.0), z], 1)
        w = 3.3 * np.clip((t - 0.3) / 0.7, 0, 1) ** 0.55 * np.sqrt(np.clip(1 - t, 0, 1)) + 0.12
        side = np.array([-np.sin(a), np.cos(a), 0.0])
        up = np.array([0, 0, 0.35])
        verts = np.concatenate([spine + w[:, None] * (side + up), spine, spine - w[:, None] * (side - up)])
        i = np.arange(25)
        faces = np.concatenate([np.stack([i, i + 1, i + 27, i + 26], 1), np.stack([i + 26, i + 27, i + 53, i + 52], 1)])
        stage.add(f"frond{k}", {"verts": verts, "faces": faces}, green)


def lamp(stage):
    """A floor lamp with a drum shade; the whole lamp can be taken away. Returns the object names."""
    metal = stage.material("lampmetal", (70, 66, 62), part="lamp", gloss=0.5, rough=0.35)
    shade = stage.material("lampshade", (238, 230, 214), part="lamp")
    inner = stage.material("lampinner", (255, 236, 200), part="lamp", emit=1.6)
    stand = [(0, 0), (6.2, 0), (6.4, 0.3), (6.2, 0.8), (0.9, 1.2), (0.45, 1.8), (0.42, 49), (0, 49)]
    drum = [(8.6, 47.5), (8.6, 47.6), (7.4, 60.4), (7.25, 60.4), (8.4, 47.7), (8.4, 47.5), (8.6, 47.5)]
    x, y, z = LAMP_AT
    names = []
    for name, profile, mat in (("lampstand", stand, metal), ("lampdrum", drum, shade)):
        stage.add(name, shapes.place(shapes.lathe(profile, 96), move=LAMP_AT), mat)
        names.append(name)
    stage.add("lampbulb", shapes.place(shapes.lathe([(0, 50), (2, 50.5), (2.6, 52.5), (2, 54.5), (0, 55)], 48), move=LAMP_AT), inner)
    return names + ["lampbulb"]


def quads(stage):
    """True rectangles of floor and walls with their corners in the view: TL, TR, BR, BL."""
    q = {"floor": ([(0, 0, 0), (180, 0, 0), (180, -130, 0), (0, -130, 0)], [180, 130]),
         "back": ([(0, 0, 100), (180, 0, 100), (180, 0, 0), (0, 0, 0)], [180, 100]),
         "left": ([(0, -90, 100), (0, 0, 100), (0, 0, 0), (0, -90, 0)], [90, 100])}
    return {k: {"corners": [stage.project(p) for p in points], "size": size} for k, (points, size) in q.items()}


def main():
    stage = Stage(WIDTH, HEIGHT, PARTS, os.path.join(HERE, "build", "raw"))
    shell(stage)
    sideboard(stage)
    chair(stage)
    plant(stage)
    lamp_names = lamp(stage)
    stage.sky((170, 166, 160), (240, 243, 250), 0.42)
    stage.sun((0.80, 0.20, -0.62), 3.0, (255, 240, 220), 1.6)
    y0, y1, z0, z1 = WINDOW
    stage.area_light((-12, (y0 + y1) / 2, (z0 + z1) / 2), (100, -60, 10), (56, 60), 60000, (238, 244, 255))
    stage.area_light((150, -300, 130), (90, -20, 30), (160, 90), 130000, (255, 250, 244))
    stage.camera((152, -205, 48), (72, 0, 48), 29, shift=(0, -0.075))
    with open(os.path.join(HERE, "build", "geometry.json"), "w") as f:
        json.dump(quads(stage), f, indent=1)
    if os.environ.get("DRAFT"):
        stage.scene.render.resolution_percentage = int(os.environ["DRAFT"])
    only = os.environ.get("ONLY", "main lamp")
    if "main" in only:
        stage.render("main", SAMPLES, hide=lamp_names)
    if "lamp" in only:
        stage.render("lamp", SAMPLES, region=LAMP_REGION)


main()
