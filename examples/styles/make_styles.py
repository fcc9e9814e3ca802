"""Draw the styles of the demo catalog: a cabinet front and two window coverings, with the manifests that the packer reads.

Writes <name>/style.yaml and <name>/build/*.png beside this file. Lengths in inches; seeds are fixed.
"""
import os
import sys

import cv2
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

WOOD = np.array([178, 132, 88]) / 255.0


# --- a shaker cabinet -------------------------------------------------------------------------------------------------

DENSITY = 20


def bevel(height, sun=(-0.55, -0.83), strength=2.4):
    """Light on a relief (h, w) of heights in inches: 1 where it is level."""
    gy, gx = np.gradient(height * DENSITY)
    lit = 1 - strength * 0.22 * (gx * sun[0] + gy * sun[1])
    return np.clip(lit, 0.35, 1.55)


def front(width, height, rail, knob=None, glass=False):
    """A framed door: picture and the area that takes a material; sides in inches, rail: width of the frame."""
    w, h, r = round(width * DENSITY), round(height * DENSITY), round(rail * DENSITY)
    y, x = np.mgrid[0:h, 0:w] + 0.5
    edge = np.minimum(np.minimum(x, w - x), np.minimum(y, h - y)) / DENSITY
    inner = np.minimum(np.minimum(x - r, w - r - x), np.minimum(y - r, h - r - y)) / DENSITY
    relief = 0.10 * np.clip(edge / 0.12, 0, 1) - 0.16 * np.clip((inner + 0.05) / 0.16, 0, 1)
    light = bevel(cv2.GaussianBlur(relief, (0, 0), 0.8))
    panel = np.clip(inner * DENSITY + 0.5, 0, 1)
    shade = 1 - 0.16 * np.exp(-np.clip(inner, 0, None) / 0.35) * (inner > 0) * ((y - r < 0.6 * DENSITY) | (x - r < 0.6 * DENSITY))
    light = light * cv2.GaussianBlur(shade, (0, 0), 1.2)
    joints = np.ones((h, w))
    for at in (r, h - r):
        joints[at - 1:at + 1, :r] *= 0.82
        joints[at - 1:at + 1, w - r:] *= 0.82
    light *= np.where(panel > 0.5, 1, cv2.GaussianBlur(joints, (0, 0), 0.7))
    light *= np.where(edge < 0.06, 0.78, 1)
    image = relit(np.broadcast_to(WOOD, (h, w, 3)), light)
    area = np.ones((h, w))
    if glass:
        image, area = glazed(image, area, panel, x / w, y / h)
    if knob:
        image, area = knobbed(image, area, knob)
    return image, area


def relit(color, light):
    light = light[..., None]
    return np.where(light <= 1, color * light, color + (1 - color) * (light - 1))


def glazed(image, area, panel, s, t):
    """Frosted panes with a sheen across them."""
    sheen = 0.5 + 0.5 * np.sin(5.0 * (s + 0.7 * t) + 0.6)
    pane = np.stack([0.50 + 0.16 * sheen - 0.1 * t, 0.56 + 0.16 * sheen - 0.1 * t, 0.58 + 0.16 * sheen - 0.1 * t], -1)
    bars = np.clip(1 - np.abs(t - 0.5) * 240, 0, 1) + np.clip(1 - np.abs(s - 0.5) * 160, 0, 1)
    mix = (panel * (1 - np.clip(bars, 0, 1) * 0.0))[..., None]
    return image * (1 - mix) + pane * mix, area * (1 - panel)


def knobbed(image, area, at):
    """A small steel knob with its shadow."""
    h, w = area.shape
    y, x = np.mgrid[0:h, 0:w] + 0.5
    dx, dy = x / DENSITY - at[0], y / DENSITY - at[1]
    radius = 0.5
    drop = np.clip(1 - np.hypot(dx - 0.22, dy - 0.3) / (radius * 1.25), 0, 1)
    image = image * (1 - 0.45 * cv2.GaussianBlur(drop, (0, 0), 2.0))[..., None]
    inside = np.clip((radius - np.hypot(dx, dy)) * DENSITY + 0.5, 0, 1)
    ball = 0.42 + 0.30 * np.clip(-(dx + dy) / radius, -1, 1) + 0.35 * np.exp(-((dx + .17) ** 2 + (dy + .17) ** 2) / 0.02)
    steel = np.stack([ball * 0.98, ball * 0.98, ball], -1)
    return image * (1 - inside[..., None]) + np.clip(steel, 0, 1) * inside[..., None], area * (1 - inside)


def wood(size=640, per_inch=32):
    """Quiet straight grain, running down; repeats both ways."""
    rng = np.random.default_rng(21)
    x = np.arange(size) / size
    warp = 0.005 * noise_tile(size, rng, 3, 2) + 0.0015 * noise_tile(size, rng, 8, 3)
    phase = x[None, :] + warp
    grain = np.zeros((size, size))
    for k in range(60):
        f, a = rng.integers(6, 150), rng.uniform(0.2, 1)
        grain += a / f ** 0.55 * np.sin(2 * np.pi * (f * phase + rng.uniform()))
    grain /= grain.std()
    pores = noise_tile(size, rng, 200, 6)
    pores = np.clip(pores / pores.std() - 1.5, 0, None)
    tone = 1 + 0.045 * grain - 0.05 * pores
    color = WOOD * tone[..., None] ** np.array([0.9, 1.1, 1.35])
    return np.clip(color * WOOD.mean() / color.mean(), 0, 1), per_inch


def noise_tile(size, rng, fx, fy):
    """Smooth noise that repeats, with about fx by fy bumps; mean 0, about 1 high."""
    spectrum = np.fft.fft2(rng.standard_normal((size, size)))
    u = np.fft.fftfreq(size)[None, :] * size
    v = np.fft.fftfreq(size)[:, None] * size
    out = np.real(np.fft.ifft2(spectrum * np.exp(-((u / fx) ** 2 + (v / fy) ** 2))))
    return out / out.std()


def component(folder, name, image, area, fixed):
    """Write one component; fixed: inches of the outer segments, across and down."""
    layers.save8(os.path.join(folder, "build", name + ".png"), image)
    layers.save8(os.path.join(folder, "build", name + "_area.png"), area)
    h, w = area.shape
    across, down = round(fixed[0] * DENSITY), round(fixed[1] * DENSITY)
    return {"image": f"build/{name}.png", "resolution": DENSITY,
            "h": [{"px": across, "fit": "fixed"}, {"px": w - 2 * across, "fit": "scale"}, {"px": across, "fit": "fixed"}],
            "v": [{"px": down, "fit": "fixed"}, {"px": h - 2 * down, "fit": "scale"}, {"px": down, "fit": "fixed"}],
            "textureArea": f"build/{name}_area.png"}


def shaker():
    folder = os.path.join(HERE, "shaker")
    os.makedirs(os.path.join(folder, "build"), exist_ok=True)
    rail = 2.4
    parts = {
        "drawer": (front(18, 6, 1.5, knob=(9, 3)), (1.6, 1.6)),
        "lhBase": (front(16, 24, rail, knob=(14.8, 1.4)), (rail + .2, rail + .2)),
        "lhWall": (front(13, 32, rail, knob=(11.8, 30.6)), (rail + .2, rail + .2)),
        "lhGlass": (front(13, 32, rail, knob=(11.8, 30.6), glass=True), (rail + .2, rail + .2)),
        "lhFull": (front(13, 60, rail, knob=(11.8, 36)), (rail + .2, rail + .2)),
    }
    components = {name: component(folder, name.lower(), *made, fixed) for name, (made, fixed) in parts.items()}
    # a knob halfway down a tall door must not stretch: its own fixed segment
    down = components["lhFull"]["v"]
    above, knob = round(33.8 * DENSITY), round(4.4 * DENSITY)
    rim = down[0]["px"]
    down[1:2] = [{"px": above - rim, "fit": "scale"}, {"px": knob, "fit": "fixed"},
                 {"px": 60 * DENSITY - rim - above - knob, "fit": "scale"}]
    # the knob of a drawer likewise, across
    across = components["drawer"]["h"]
    rim, width = across[0]["px"], 18 * DENSITY
    across[1:2] = [{"px": width // 2 - rim - 30, "fit": "scale"}, {"px": 60, "fit": "fixed"}, {"px": width // 2 - rim - 30, "fit": "scale"}]
    grain, per_inch = wood()
    layers.save8(os.path.join(folder, "build", "maple.png"), grain)
    style = {"ovp": "1.0", "kind": "cabinetStyle", "title": "Shaker, maple",
             "baseColor": [int(round(c * 255)) for c in WOOD], "texturable": True,
             "texture": {"file": "build/maple.png", "res": per_inch}, "components": components}
    write(folder, style, "A shaker front in maple, with glass doors; written by make_styles.py.\n"
                         "Pictures hold light and knobs only: the wood is a texture, so another one may take its place.")


# --- curtains -----------------------------------------------------------------------------------------------------------

def curtain(folder, name, width, height, folds, fullness, depth, hem, opacity, rod=0.0, per_inch=12):
    """A gathered cloth: mask, light, opacity and coordinates of one variant. hem: how far the lower edge swings."""
    rng = np.random.default_rng(len(name) + folds)
    over = 1.2
    w, h = round((width + 2 * over) * per_inch), round((height + 1.6 + hem) * per_inch)
    y, x = np.mgrid[0:h, 0:w] + 0.5
    s, t = x / per_inch - over, y / per_inch - 0.6
    wander = 0.28 * np.sin(2 * np.pi * s / width * 1.7 + 1) + 0.16 * np.sin(2 * np.pi * s / width * 4.1)
    gather = np.clip(t / height, 0, 1)
    phase = 2 * np.pi * folds * (s + 0.5 * wander * (0.4 + 0.6 * gather)) / width
    amount = depth * (0.55 + 0.45 * gather)
    lean = amount * np.cos(phase)
    soft = 128 / 255 * (1.04 + 0.34 * lean + 0.12 * amount * np.cos(2 * phase + 0.8) - 0.10 * amount * np.sin(phase))
    soft *= 1 - 0.16 * np.exp(-np.abs(t - 0.9) / 0.35) - 0.12 * np.exp(-np.abs(t - (height - 1.6)) / 0.12)
    soft = cv2.GaussianBlur(np.clip(soft, 0.08, 0.93), (0, 0), 1.2)
    u = fullness * (s + 0.30 * width / folds / (2 * np.pi) * np.sin(phase) * 2 * amount)
    v = t + 0.25 * np.sin(phase) * gather * hem
    bottom = height + hem * (0.5 * np.sin(phase) + 0.25 * np.sin(0.5 * phase + 1))
    side = 0.10 * np.sin(t * 0.5)
    inside = np.minimum(np.minimum(s - side, width - side * 0.6 - s), np.minimum(t + 0.35 + 0.06 * np.sin(phase), bottom - t))
    mask = np.clip(inside * per_inch + 0.5, 0, 1)
    see = np.clip(opacity + 0.10 * np.abs(lean) + 0.06 * (inside < 0.6), 0, 1)
    build = os.path.join(folder, "build")
    os.makedirs(build, exist_ok=True)
    layers.save8(os.path.join(build, f"{name}_mask.png"), mask)
    layers.save8(os.path.join(build, f"{name}_light.png"), soft)
    layers.save8(os.path.join(build, f"{name}_opacity.png"), see)
    low = [np.floor(u.min()), np.floor(v.min())]
    high = [np.ceil(u.max()), np.ceil(v.max())]
    grid = 8191
    unit = lambda a, k: np.round((a - low[k]) / (high[k] - low[k]) * grid) / grid
    layers.save16(os.path.join(build, f"{name}_uv.png"), np.dstack([unit(u, 0), unit(v, 1), np.ones_like(u)]))
    frame = [round(over * per_inch), round(0.6 * per_inch), w - round(over * per_inch), round((0.6 + height) * per_inch)]
    return {"width": w, "height": h, "resolution": per_inch, "frame": frame, "opacity": f"build/{name}_opacity.png",
            "objects": [{"object": "cloth", "mask": f"build/{name}_mask.png", "illumination": f"build/{name}_light.png",
                         "geometry": {"kind": "uv", "map": f"build/{name}_uv.png", "encoding": "unorm16",
                                      "uRange": [float(low[0]), float(high[0])], "vRange": [float(low[1]), float(high[1])]},
                         "origins": {"0": [0, 0]}}]}


def coverings():
    folder = os.path.join(HERE, "cafe")
    write(folder, {"ovp": "1.0", "kind": "windowStyle", "title": "Cafe curtain", "style": 6, "thickness": 0.8, "gloss": 15,
                   "variants": {"narrow": curtain(folder, "narrow", 34, 22, 11, 1.7, 0.85, 0.5, 0.80)}},
          "A gathered cafe curtain, somewhat sheer; written by make_styles.py.")
    folder = os.path.join(HERE, "valance")
    write(folder, {"ovp": "1.0", "kind": "windowStyle", "title": "Valance", "style": 7, "thickness": 1.4, "gloss": 15,
                   "variants": {"narrow": curtain(folder, "narrow", 42, 11, 8, 1.5, 0.75, 1.2, 1.0)}},
          "A short gathered valance; written by make_styles.py.")


def write(folder, style, comment):
    with open(os.path.join(folder, "style.yaml"), "w") as f:
        f.write(manifest.dump(style, comment))


shaker()
coverings()
