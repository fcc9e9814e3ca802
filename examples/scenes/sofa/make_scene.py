"""The sofa: a three-seat sofa with welted cushions in a room corner. Run: blender -b --python make_scene.py [-- samples]

Axes: x right, y away from the camera, z up; inches. Writes the passes to build/raw/.
"""
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import decor  # noqa: E402
import shapes  # noqa: E402
from stage import Stage  # noqa: E402

WIDTH, HEIGHT = 1760, 1100
PARTS = ("seat", "back", "arms", "frame", "piping", "legs", "pillow")
SEAT = (24.6, 25.5, 6.4)
BACK = (24.4, 19.0, 6.6)
ARM = (6.8, 37.0, 18.6)
PITCH = 24.7
BASE = (188, 184, 177)
SAMPLES = int(sys.argv[sys.argv.index("--") + 1]) if "--" in sys.argv else 192


def cushions(size, seed, crown, place_at, turn, uv_at):
    """Three cushions in a row: their joined mesh and their welts. uv_at(i) shifts the texture of cushion i (inches)."""
    bodies, welts = [], []
    for i in (-1, 0, 1):
        m = shapes.box(size, 1.15, 0.3)
        shapes.wrap_uv(m, shapes.panel_layout(), dict(zip(shapes.SIDES, (2, 3, 1, 1, 1, 1))))
        shapes.wrinkle(m, seed + 10 * i, **crown["wrinkle"])
        shapes.puff(m, **crown["puff"])
        where = dict(rotate=turn, move=place_at(i))
        bodies.append(shapes.place(m, uv_move=uv_at(i), island_base=(i + 1) * 3, **where))
        for z_end in (1, 0):
            path, normal = shapes.edge_loop(m, z_end)
            welts.append(shapes.place(shapes.tube(path + 0.05 * normal, 0.19), **where))
    return shapes.join(*bodies), shapes.join(*welts)


def seat():
    at = lambda i: (i * PITCH, 14.2 - 1.0, 12.2 + SEAT[2] / 2)
    crown = {"puff": dict(top=2.3, front=0.9, sides=0.12), "wrinkle": dict(soft=0.28, pucker=0.17)}
    return cushions(SEAT, 100, crown, at, None, lambda i: (i * PITCH, 0))


def back():
    turn = shapes.rotation("x", 90 - 13)
    at = lambda i: (i * PITCH, 23.6, 19.4 + BACK[1] / 2)
    crown = {"puff": dict(top=2.9, front=0.4, back=0.5, sides=0.1), "wrinkle": dict(soft=0.36, pucker=0.22, sag=0.3)}
    return cushions(BACK, 200, crown, at, turn, lambda i: (i * PITCH, 0))


def arms():
    meshes, welts = [], []
    for s in (-1, 1):
        m = shapes.box(ARM, 0.9, 0.4)
        names = ("left", "right", "front", "back", "bottom", "top")
        ids = dict(zip(names, (1, 1, 2, 2, 2, 1)))
        shapes.wrap_uv(m, shapes.arm_layout(-s), ids)
        shapes.wrinkle(m, 300 + s, soft=0.12, pucker=0.08)
        shapes.puff(m, top=0.6, front=0.4, sides=0.45)
        move = (s * (PITCH * 1.5 + ARM[0] / 2 + 0.25), ARM[1] / 2 - 1.2, 5.6 + ARM[2] / 2)
        meshes.append(shapes.place(m, move=move, island_base=(s + 1)))
        front = m["index"][:, 0, :]
        loop = np.concatenate([front[0, :], front[1:, -1], front[-1, -2::-1], front[-2:0:-1, 0]])
        path = m["verts"][loop] + 0.05 * m["normal"][loop]
        welts.append(shapes.place(shapes.tube(path, 0.17), move=move))
    return shapes.join(*meshes), shapes.join(*welts)


def frame():
    """The rail under the seat and the frame behind the back cushions."""
    ids = dict(zip(shapes.SIDES, (1, 1, 1, 1, 1, 1)))
    rail = shapes.box((PITCH * 3 + 0.4, 34, 6.4), 0.5, 0.5)
    shapes.wrap_uv(rail, shapes.panel_layout(), ids)
    shapes.wrinkle(rail, 400, soft=0.05, pucker=0.03)
    rail = shapes.place(rail, move=(0, 17.6, 5.8 + 3.2))
    rail["uv"][..., 1] -= 34 + 0.4
    rear = shapes.box((PITCH * 3 + 0.4, 6.0, 23.0), 1.4, 0.5)
    shapes.wrap_uv(rear, shapes.panel_layout(), {k: 2 for k in ids})
    shapes.wrinkle(rear, 410, soft=0.08, pucker=0.04)
    shapes.puff(rear, top=0.4)
    rear = shapes.place(rear, move=(0, 33.0, 6 + 11.5), uv_move=(0, 10))
    return shapes.join(rail, rear)


def legs():
    profile = [(0.0, 0.0), (0.75, 0.0), (0.85, 0.15), (1.25, 5.4), (1.3, 5.9), (0.0, 5.9)]
    xs, ys = PITCH * 1.5 + 4.0, (2.2, 32.5)
    return shapes.join(*[shapes.place(shapes.lathe(profile, 40), move=(sx * xs, y, 0)) for sx in (-1, 1) for y in ys])


def pillow():
    mesh, _ = shapes.pillow(18.5, 7.4)
    turn = shapes.rotation("z", 7) @ shapes.rotation("x", 66) @ shapes.rotation("z", 9)
    return shapes.place(mesh, rotate=turn, move=(-25.5, 13.6, 28.3))


def room(stage):
    """Walls, floor, baseboard and a few things that make it a place; none of it can be re-covered."""
    wall = stage.material("wall", (222, 217, 208))
    trim = stage.material("trim", (236, 234, 230), gloss=0.25, rough=0.45)
    oak = os.path.join(HERE, "..", "..", "materials", "oak.jpg")
    floor = stage.material("floor", (150, 116, 84), gloss=0.3, rough=0.38,
                           image=(oak, 32) if os.path.exists(oak) else None)
    bx, by = 84.0, 42.0
    stage.rectangle("backwall", [(-220, by, 130), (bx, by, 130), (bx, by, 0), (-220, by, 0)], wall)
    stage.rectangle("sidewall", [(bx, by, 130), (bx, -260, 130), (bx, -260, 0), (bx, by, 0)], wall)
    stage.rectangle("floor", [(-220, by, 0), (bx, by, 0), (bx, -260, 0), (-220, -260, 0)], floor)
    stage.block("base1", (-220, by - 0.7, 0), (bx, by, 5.2), trim, 0.25)
    stage.block("base2", (bx - 0.7, -260, 0), (bx, by, 5.2), trim, 0.25)
    rug = stage.material("rug", (186, 182, 174), bump=0.22, bump_scale=2.2)
    stage.block("rug", (-62, -42, 0), (58, 24, 0.45), rug, 0.2)
    decor.picture(stage, "print", (-25, 45), (25, 77), by, (120, 88, 60),
                  [((-9, 64), 7.2, (190, 132, 96)), ((5, 59), 8.6, (86, 104, 106)), ((-6, 54.5), 3.6, (214, 186, 140))])
    side_table(stage)


def side_table(stage):
    """A round table with a vase and twigs, right of the sofa."""
    wood = stage.material("tablewood", (112, 80, 54), gloss=0.35, rough=0.35)
    at = (62.5, 20, 0)
    top = [(0, 19.2), (8.6, 19.2), (9, 19.4), (9, 20.1), (8.6, 20.3), (0, 20.3)]
    stem = [(6.5, 0), (6.5, 0.6), (1.0, 1.2), (0.8, 19.2)]
    for k, profile in enumerate((top, stem)):
        stage.add(f"table{k}", shapes.place(shapes.lathe(profile, 96), move=at), wood)
    decor.vase(stage, "vase", (62.5, 20, 20.3), (206, 198, 186))
    decor.twigs(stage, "bunch", (62.5, 20, 31), 9, 4)


def build(stage):
    fabric = {p: stage.material(p, BASE, part=p, bump=0.018, bump_scale=5.0) for p in ("seat", "back", "arms", "frame", "pillow")}
    cord = stage.material("piping", BASE, part="piping")
    wood = stage.material("legs", (92, 62, 40), part="legs", gloss=0.4, rough=0.3)
    body, welt1 = seat()
    stage.add("seat", body, fabric["seat"])
    body, welt2 = back()
    stage.add("back", body, fabric["back"])
    body, welt3 = arms()
    stage.add("arms", body, fabric["arms"])
    stage.add("frame", frame(), fabric["frame"])
    stage.add("piping", shapes.join(welt1, welt2, welt3), cord)
    stage.add("legs", legs(), wood)
    stage.add("pillow", pillow(), fabric["pillow"])
    room(stage)
    stage.sky((170, 165, 160), (235, 240, 250), 0.32)
    stage.area_light((-125, -95, 105), (0, 15, 20), (70, 80), 190000, (255, 248, 239))
    stage.area_light((70, -190, 90), (10, 10, 20), (120, 90), 40000, (240, 245, 255))
    stage.area_light((0, -10, 150), (0, 15, 0), (160, 90), 30000)
    stage.camera((-34, -172, 43), (2, 20, 43), 52, shift=(0, -0.07))


def main():
    stage = Stage(WIDTH, HEIGHT, PARTS, os.path.join(HERE, "build", "raw"))
    if os.environ.get("DRAFT"):
        stage.scene.render.resolution_percentage = int(os.environ["DRAFT"])
    build(stage)
    stage.render("main", SAMPLES, hide=("pillow",))
    stage.render("pillow", SAMPLES, region=(330, 330, 900, 900))


main()
