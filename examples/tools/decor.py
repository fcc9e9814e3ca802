"""Small things that make a set look lived in: leaves, vases, pictures. Lengths in inches."""
import numpy as np

import shapes


def leaf(stage, name, at, angle, material, rng, scale=1.0):
    """A small pointed leaf, about 2 inches long at scale 1."""
    s = np.linspace(0, 1, 7)
    w = 0.55 * np.sin(np.pi * s ** 0.8)
    size = rng.uniform(1.5, 2.5)
    left = np.stack([s * size, w, 0.25 * w + 0.3 * s], 1)
    right = np.stack([s * size, -w, 0.25 * w + 0.3 * s], 1)
    i = np.arange(6)
    faces = np.stack([i, i + 1, i + 8, i + 7], 1)
    turn = shapes.rotation("z", np.degrees(angle)) @ shapes.rotation("y", -rng.uniform(5, 60))
    mesh = shapes.place({"verts": scale * np.concatenate([left, right]), "faces": faces}, rotate=turn, move=at)
    stage.add(name, mesh, material)


def smooth_profile(points, n=6):
    """Catmull-Rom through the points of a profile."""
    p = np.asarray(points, float)
    q = np.concatenate([p[:1], p, p[-1:]])
    out = []
    for i in range(len(p) - 1):
        a, b, c, d = q[i:i + 4]
        for t in np.linspace(0, 1, n, endpoint=False):
            out.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3))
    return np.array(out + [p[-1]])


def disc(stage, name, at, radius, color):
    """A flat coloured disc that faces the camera side (-y)."""
    ang = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    x, y, z = at
    rim = np.stack([x + radius * np.cos(ang), np.full(96, y), z + radius * np.sin(ang)], 1)
    k = np.arange(96)
    faces = np.stack([np.full(96, 96), k, (k + 1) % 96], 1)
    stage.add(name, {"verts": np.concatenate([rim, [at]]), "faces": faces}, stage.material(name, color), smooth=False)


def picture(stage, name, low, high, y, frame, discs, mount=1.0, part=None):
    """A framed print on a wall at depth y, from (x, z) low to high; discs: ((x, z), radius, colour)."""
    (x0, z0), (x1, z1) = low, high
    wood = stage.material(name + "_frame", frame, gloss=0.3, rough=0.4, part=part)
    paper = stage.material(name + "_paper", (238, 235, 229), part=part)
    stage.block(name + "_box", (x0, y - 1.4, z0), (x1, y - 0.1, z1), wood, 0.1)
    f = y - 1.5
    stage.rectangle(name + "_sheet", [(x0 + mount, f, z1 - mount), (x1 - mount, f, z1 - mount), (x1 - mount, f, z0 + mount),
                                      (x0 + mount, f, z0 + mount)], paper)
    for k, ((x, z), r, color) in enumerate(discs):
        disc(stage, f"{name}_{k}", (x, f - 0.05 - 0.03 * k, z), r, color)


VASE = [(0, 0), (2.6, 0), (3.9, 2.2), (4.3, 5.2), (3.4, 8.3), (1.6, 10.3), (1.3, 12.1), (1.7, 13.3), (1.45, 13.3), (1.1, 12.1),
        (1.2, 9.7)]


def vase(stage, name, at, color, scale=1.0, part=None, bump=0.04):
    """A bellied vase, 13 inches high at scale 1."""
    clay = stage.material(name, color, bump=bump, bump_scale=3, part=part)
    profile = smooth_profile(VASE) * scale
    stage.add(name, shapes.place(shapes.lathe(profile, 96), move=at), clay)


def twigs(stage, name, at, count, seed, high=(13, 23), part=None, leaf_size=1.0):
    """A bunch of leafy twigs that starts at a point."""
    rng = np.random.default_rng(seed)
    wood = stage.material(name + "_twig", (120, 96, 70), part=part)
    green = stage.material(name + "_leaf", (126, 134, 96), part=part)
    for k in range(count):
        a, lean = k * 2.4, rng.uniform(0.12, 0.42)
        t = np.linspace(0, 1, 14)[:, None]
        tip = np.array([np.cos(a) * lean, np.sin(a) * lean, 1.0])
        path = np.array(at) + t * tip * rng.uniform(*high) + (t ** 2) * leaf_size * np.array([np.cos(a) * 2, np.sin(a) * 2, -1])
        stage.add(f"{name}{k}", shapes.tube(path, 0.08 * leaf_size, closed=False, ring=6), wood)
        for j in range(5, 14):
            leaf(stage, f"{name}{k}_{j}", path[j], a + j * 2.4, green, rng, leaf_size)
