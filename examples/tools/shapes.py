"""Upholstery shapes as numpy meshes. All lengths are inches; every face corner has a texture coordinate in inches.

A mesh is a dict: verts (n,3), faces (m,4) of indices, uv (m,4,2) inches (v down), island (m,) id > 0.
"""
import numpy as np

from noise import fbm, gradient_noise

SIDES = ("left", "right", "front", "back", "bottom", "top")


def _axis(length, radius, step):
    """Lattice of one box axis: arc-length coordinates, inner positions and corner offsets in [-1, 1].

    Half of each quarter-circle edge (pi/4 radius long) belongs to either adjoining side.
    """
    margin = np.pi / 4 * radius
    n_edge = max(4, int(round(margin / step * 1.6)))
    n_flat = max(2, int(round((length - 2 * radius) / step)))
    angle = np.linspace(-np.pi / 4, 0, n_edge, endpoint=False)
    flat = np.linspace(-(length / 2 - radius), length / 2 - radius, n_flat + 1)
    inner = np.concatenate([np.full(n_edge, flat[0]), flat, np.full(n_edge, flat[-1])])
    offset = np.concatenate([np.tan(angle), np.zeros(n_flat + 1), -np.tan(angle)[::-1]])
    arc = np.concatenate([angle * radius + flat[0], flat, -angle[::-1] * radius + flat[-1]])
    return arc, inner, offset


def box(size, radius, step=0.35):
    """A rounded box around the origin. Returns the mesh plus `side` (name index per face) and `rest` (arc coordinates).

    The texture coordinates are left to `wrap_uv`.
    """
    axes = [_axis(s, radius, step) for s in size]
    n = [len(a[0]) for a in axes]
    index = np.full(n, -1, np.int64)
    shell = np.zeros(n, bool)
    for ax in range(3):
        sl = [slice(None)] * 3
        for end in (0, -1):
            sl[ax] = end
            shell[tuple(sl)] = True
    index[shell] = np.arange(shell.sum())
    ijk = np.argwhere(shell)
    inner = np.stack([axes[a][1][ijk[:, a]] for a in range(3)], 1)
    off = np.stack([axes[a][2][ijk[:, a]] for a in range(3)], 1)
    direction = off / np.linalg.norm(off, axis=1, keepdims=True)
    verts = inner + radius * direction
    rest = np.stack([axes[a][0][ijk[:, a]] for a in range(3)], 1)
    faces, side = [], []
    for ax in range(3):
        for end in (0, 1):
            grid = np.take(index, 0 if end == 0 else -1, axis=ax)
            quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], -1).reshape(-1, 4)
            outward = (end == 1) ^ (ax == 1)
            faces.append(quads if outward else quads[:, ::-1])
            side.append(np.full(len(quads), ax * 2 + end))
    return {"verts": verts, "normal": direction, "faces": np.concatenate(faces), "side": np.concatenate(side),
            "rest": rest, "ijk": ijk, "index": index, "n": n, "size": np.array(size, float)}


def wrap_uv(mesh, layout, islands):
    """Fill uv and island per face from the rest (arc) coordinates.

    layout: side name -> function(rest xyz (..., 3), half sizes) -> (u, v) inches; islands: side name -> id.
    """
    rest = mesh["rest"][mesh["faces"]]
    half = np.abs(mesh["rest"]).max(0)
    uv = np.zeros(rest.shape[:2] + (2,))
    island = np.zeros(len(rest), int)
    for k, name in enumerate(SIDES):
        on = mesh["side"] == k
        u, v = layout[name](rest[on], half)
        uv[on, :, 0], uv[on, :, 1] = u, v
        island[on] = islands[name]
    mesh["uv"], mesh["island"] = uv, island
    return mesh


def panel_layout():
    """A cushion: one sheet runs from the back edge over the top and down the front; the boxing goes on round the sides."""
    return {
        "top": lambda r, h: (r[..., 0], h[1] - r[..., 1]),
        "front": lambda r, h: (r[..., 0], 2 * h[1] + h[2] - r[..., 2]),
        "left": lambda r, h: (-h[0] - (r[..., 1] + h[1]), 2 * h[1] + h[2] - r[..., 2]),
        "right": lambda r, h: (h[0] + (r[..., 1] + h[1]), 2 * h[1] + h[2] - r[..., 2]),
        "back": lambda r, h: (r[..., 0], -(h[2] - r[..., 2])),
        "bottom": lambda r, h: (r[..., 0], 2 * h[1] + 2 * h[2] + h[1] + r[..., 1]),
    }


def arm_layout(inward):
    """An arm: a sheet runs up the inner side, over the top and down the outer side; v = 0 on the inner top edge.

    inward: +1 when the inner side faces +x (the left arm), -1 for the right arm; u then grows to the right as seen.
    """
    s = inward
    front = lambda r, h: (r[..., 0], h[2] - r[..., 2])
    inner = lambda r, h: (s * r[..., 1], h[2] - r[..., 2])
    top = lambda r, h: (s * r[..., 1], s * r[..., 0] - h[0])
    outer = lambda r, h: (s * r[..., 1], -2 * h[0] - (h[2] - r[..., 2]))
    left, right = (outer, inner) if s > 0 else (inner, outer)
    return {"left": left, "right": right, "front": front, "back": front, "top": top, "bottom": front}


def puff(mesh, top=0.0, front=0.0, back=0.0, sides=0.0, power=2.4):
    """Bulge the sides by so many inches in the middle, nothing at the seams."""
    p, half = mesh["verts"], mesh["size"] / 2
    t = np.clip(p / half, -1, 1)
    crown = (1 - np.abs(t) ** power).clip(0) ** 0.75
    out = p.copy()
    out[:, 2] += top * crown[:, 0] * crown[:, 1] * np.clip(t[:, 2], 0, 1)
    out[:, 1] -= front * crown[:, 0] * crown[:, 2] * np.clip(-t[:, 1], 0, 1)
    out[:, 1] += back * crown[:, 0] * crown[:, 2] * np.clip(t[:, 1], 0, 1)
    out[:, 0] += sides * crown[:, 1] * crown[:, 2] * t[:, 0]
    mesh["verts"] = out
    return mesh


def wrinkle(mesh, seed, soft=0.22, pucker=0.10, sag=0.0):
    """Hand-made softness: a slow wobble, folds that run away from the seams, and a sag in the middle (inches)."""
    p, half = mesh["rest"], np.abs(mesh["rest"]).max(0)
    wobble = soft * fbm(p / 9.0, 3, seed)
    distance = half - np.abs(p)
    out = np.zeros(len(p))
    for axis in (0, 1):
        other = 1 - axis
        q = np.stack([p[:, other] / 1.7, p[:, axis] / 9.0, p[:, 2] / 5.0], 1)
        reach = np.exp(-((distance[:, axis] / 3.2) ** 2))
        out += pucker * reach * (gradient_noise(q, seed + 11 + axis) + 0.5 * gradient_noise(q * 2.1, seed + 17 + axis))
    mesh["verts"] = mesh["verts"] + mesh["normal"] * (wobble + out)[:, None]
    if sag:
        bowl = np.prod(np.cos(np.clip(p[:, :2] / half[:2], -1, 1) * np.pi / 2), axis=1) ** 1.5
        mesh["verts"][:, 2] -= sag * bowl * np.clip(p[:, 2] / half[2], 0, 1)
    return mesh


def edge_loop(mesh, z_end=1):
    """Points and normals along a seam: the perimeter of the top (z_end=1) or bottom (z_end=0) of a box, a closed path."""
    n, index = mesh["n"], mesh["index"]
    k = n[2] - 1 if z_end else 0
    a = index[:, 0, k]
    b = index[-1, 1:, k]
    c = index[-2::-1, -1, k]
    d = index[0, -2:0:-1, k]
    return mesh["verts"][np.concatenate([a, b, c, d])], mesh["normal"][np.concatenate([a, b, c, d])]


def tube(path, radius, closed=True, ring=10):
    """A cord of the given radius along a path (n, 3); u runs along it and v round it."""
    path = np.asarray(path)
    n = len(path)
    step = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
    t = step / np.linalg.norm(step, axis=1, keepdims=True)
    ref = np.array([0.1, 0.2, 1.0])
    a = np.cross(t, ref)
    a /= np.linalg.norm(a, axis=1, keepdims=True)
    b = np.cross(t, a)
    ang = np.linspace(0, 2 * np.pi, ring, endpoint=False)
    verts = path[:, None] + radius * (np.cos(ang)[None, :, None] * a[:, None] + np.sin(ang)[None, :, None] * b[:, None])
    i = np.arange(n if closed else n - 1)[:, None]
    j = np.arange(ring)[None]
    i2, j2 = (i + 1) % n, (j + 1) % ring
    faces = np.stack([i * ring + j, i * ring + j2, i2 * ring + j2, i2 * ring + j], -1).reshape(-1, 4)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.roll(path, -1, 0) - path, axis=1))])
    around = ang[1] * radius * np.arange(ring + 1)
    u0, u1, v0, v1 = along[i] + 0 * j, along[i + 1] + 0 * j, around[j] + 0 * i, around[j + 1] + 0 * i
    uv = np.stack([np.stack([u0, v0], -1), np.stack([u0, v1], -1), np.stack([u1, v1], -1), np.stack([u1, v0], -1)], -2)
    return {"verts": verts.reshape(-1, 3), "faces": faces, "uv": uv.reshape(-1, 4, 2), "island": np.ones(len(faces), int)}


def lathe(profile, segments=64):
    """Turn a profile of (radius, z) points about the z axis."""
    profile = np.asarray(profile, float)
    ang = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    verts = np.stack([profile[:, None, 0] * np.cos(ang), profile[:, None, 0] * np.sin(ang),
                      np.repeat(profile[:, 1:2], segments, 1)], -1)
    n = len(profile)
    i, j = np.meshgrid(np.arange(n - 1), np.arange(segments), indexing="ij")
    j2 = (j + 1) % segments
    faces = np.stack([i * segments + j, i * segments + j2, (i + 1) * segments + j2, (i + 1) * segments + j], -1)
    return {"verts": verts.reshape(-1, 3), "faces": faces.reshape(-1, 4)}


def pillow(width, thickness, n=120, seed=5):
    """A square throw pillow of that width lying in the xy plane; front is +z. Rest coordinates give its uv."""
    s = np.linspace(-1, 1, n + 1)
    x, y = np.meshgrid(s, s, indexing="ij")
    pull = 0.085
    px = x * (1 - pull * (1 - y ** 2) * np.abs(x) ** 3) * width / 2
    py = y * (1 - pull * (1 - x ** 2) * np.abs(y) ** 3) * width / 2
    dome = ((1 - x ** 2) * (1 - y ** 2)).clip(0) ** 0.42
    verts, faces, uv = [], [], []
    u, v = (x + 1) * width / 2, (1 - y) * width / 2
    grid = np.arange((n + 1) ** 2).reshape(n + 1, n + 1)
    quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], -1).reshape(-1, 4)
    for face, sign in ((0, 1), (1, -1)):
        q = np.stack([x * 2.2, y * 2.2, np.full_like(x, face * 9.0)], -1)
        corner = np.stack([np.arctan2(1.05 - np.abs(y), 1.05 - np.abs(x)) * 5, np.hypot(1 - np.abs(x), 1 - np.abs(y)) * 1.5,
                           np.sign(x) * 3 + np.sign(y) * 7], -1)
        fold = 0.62 * gradient_noise(corner, seed + 3) * np.exp(-1.6 * np.hypot(1 - np.abs(x), 1 - np.abs(y))) * dome
        z = sign * (thickness / 2 * dome * (1 + 0.20 * fbm(q, 3, seed + face)) + fold)
        verts.append(np.stack([px, py, z], -1).reshape(-1, 3))
        f = quads + face * (n + 1) ** 2
        faces.append(f if sign > 0 else f[:, ::-1])
        tex = np.stack([u, v], -1).reshape(-1, 2)[quads]
        uv.append(tex if sign > 0 else tex[:, ::-1])
    side = np.concatenate([np.zeros(len(quads), int), np.ones(len(quads), int)])
    border = np.concatenate([grid[:, 0], grid[-1, 1:], grid[-2::-1, -1], grid[0, -2:0:-1]])
    mesh = {"verts": np.concatenate(verts), "faces": np.concatenate(faces), "uv": np.concatenate(uv), "island": side + 1}
    return mesh, mesh["verts"][border]


def place(mesh, rotate=None, move=(0, 0, 0), uv_move=(0, 0), island_base=0):
    """Turn by a 3x3 matrix, move by inches, shift the texture by inches and the island ids by a base."""
    out = dict(mesh)
    v = mesh["verts"] if rotate is None else mesh["verts"] @ np.asarray(rotate).T
    out["verts"] = v + np.asarray(move, float)
    if "uv" in mesh:
        out["uv"] = mesh["uv"] + np.asarray(uv_move, float)
        out["island"] = mesh["island"] + island_base
    return out


def rotation(axis, degrees):
    """Rotation matrix about x, y or z."""
    a = np.radians(degrees)
    c, s = np.cos(a), np.sin(a)
    i = "xyz".index(axis)
    m = np.eye(3)
    j, k = (i + 1) % 3, (i + 2) % 3
    m[j, j], m[j, k], m[k, j], m[k, k] = c, -s, s, c
    return m


def join(*meshes):
    """One mesh out of several; those without uv get zeros."""
    verts, faces, uv, island, base = [], [], [], [], 0
    for m in meshes:
        verts.append(m["verts"])
        faces.append(m["faces"] + base)
        uv.append(m.get("uv", np.zeros(m["faces"].shape + (2,))))
        island.append(m.get("island", np.zeros(len(m["faces"]), int)))
        base += len(m["verts"])
    return {"verts": np.concatenate(verts), "faces": np.concatenate(faces), "uv": np.concatenate(uv),
            "island": np.concatenate(island)}
