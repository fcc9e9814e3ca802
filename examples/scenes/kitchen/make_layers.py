"""Passes of make_scene.py to the layers in build/ and the manifest scene.yaml."""
import json
import os
import sys

import cv2
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

BUILD = os.path.join(HERE, "build")
PARTS = ("floor", "back", "left", "trim", "counter", "base", "upperleft", "upperright", "pantry", "decor")
LIT = PARTS[:-1]


class Writer:
    """Writes the layers of one object after another and returns their manifest entries."""

    def __init__(self, picture, light, view, geometry):
        self.picture, self.light, self.view, self.geometry = picture, light, view, geometry

    def entry(self, name, kind, gloss, material):
        layers.save8(os.path.join(BUILD, f"mask_{name}.png"), self.picture.masks[name])
        return {"object": name, "type": kind, "mask": {"file": f"build/mask_{name}.png"},
                "original": {"baseColor": layers.base_color(self.view, self.light, self.picture.masks[name]),
                             "residual": "auto", "gloss": gloss, "type": material},
                "edge": "difference"}

    def quad(self, name):
        g = self.geometry[name]
        return {"kind": "quad", "corners": [[round(c, 2) for c in p] for p in g["corners"]], "size": g["size"], "direction": 0}

    def plane(self, name, kind, gloss, material, origin, decal=None):
        e = self.entry(name, kind, gloss, material)
        e["geometry"], e["origins"] = self.quad(name), {"0": origin}
        if decal:
            e["decal"] = decal
        return e

    def wall(self, name, origin, decal):
        """Tiles end and the middle border sits where the wall cabinets begin, 54 inches up."""
        e = self.plane(name, "wall", 20, 6, origin, decal)
        e["wall"] = {"top": {"v": 0, "grow": "down"}, "middle": {"v": 46, "grow": "up"}, "bottom": {"v": 100, "grow": "up"}, "split": 46}
        return e

    def cabinet(self, name, kind="cabinet"):
        e = self.plane(name, kind, 20, 6, [0, 0])
        e["panels"] = self.geometry[name]["panels"]
        return e

    def paint(self, name):
        return {**self.entry(name, "nontexturable", 20, 6), "geometry": {"kind": "none"}}


def camera(geometry, width, height):
    """Origin and the direction (h, w, 3) of the ray through each pixel, and a function from points to pixels."""
    m = np.array(geometry["camera"]["matrix"])
    lens, (sx, sy) = geometry["camera"]["lens"], geometry["camera"]["shift"]
    focal = lens / 36 * width
    y, x = np.mgrid[0:height, 0:width] + 0.5
    local = np.stack([(x - width / 2) / focal + sx * 36 / lens, -(y - height / 2) / focal + sy * 36 / lens, -np.ones_like(x)], -1)
    rays = local @ m[:3, :3].T

    def project(points):
        p = (points - m[:3, 3]) @ m[:3, :3]
        with np.errstate(divide="ignore", invalid="ignore"):
            u = (p[..., 0] / -p[..., 2] - sx * 36 / lens) * focal + width / 2
            v = -(p[..., 1] / -p[..., 2] - sy * 36 / lens) * focal + height / 2
        return u, v

    return m[:3, 3], rays / np.linalg.norm(rays, axis=-1, keepdims=True), project


def hit_boxes(start, step):
    """Where mirrored rays from the counter end: the back wall, the fronts of wall cabinets and pantry, or the left wall.

    Returns points (h, w, 3) and whether the camera sees them.
    """
    best = np.full(step.shape[:2], 1e9)
    seen = np.zeros(step.shape[:2], bool)

    def plane(axis, at, low, high, visible):
        nonlocal best, seen
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (at - start[..., axis]) / step[..., axis]
        p = start + t[..., None] * step
        others = [a for a in range(3) if a != axis]
        ok = (t > 1e-3) & (t < best)
        for a, lo, hi in zip(others, low, high):
            ok &= (p[..., a] >= lo) & (p[..., a] <= hi)
        best = np.where(ok, t, best)
        seen = np.where(ok, visible, seen)

    plane(1, 0.0, (0, 36), (260, 100), True)
    plane(0, 0.0, (-260, 36), (0, 100), True)
    plane(0, 132.0, (-24.7, 36), (0, 90), True)
    for x0, x1 in ((0, 51), (97, 132)):
        plane(2, 54.0, (x0, -12.7), (x1, 0), False)
        plane(1, -12.75, (x0, 54), (x1, 90), True)
    return start + np.minimum(best, 1e6)[..., None] * step, seen


def reflection(geometry, mask, shape):
    """What each pixel of the counter mirrors: its source position, validity, and how strongly (more at grazing angles)."""
    h, w = shape
    eye, rays, project = camera(geometry, w, h)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (36.0 - eye[2]) / rays[..., 2]
    at = eye + t[..., None] * rays
    mirrored = rays * np.array([1, 1, -1])
    points, seen = hit_boxes(at, mirrored)
    u, v = project(points)
    on = (mask > 0) & (t > 0) & seen & (u > 0) & (u < w) & (v > 0) & (v < h)
    st = np.dstack([np.clip(u / w, 0, 1), np.clip(v / h, 0, 1), on]) * on[..., None]
    fresnel = 0.25 + 0.75 * (1 - np.abs(rays[..., 2])) ** 3
    strength = cv2.GaussianBlur((fresnel * on).astype(np.float32), (0, 0), 1.5) * (mask > 0.02)
    layers.save16(os.path.join(BUILD, "st.png"), st)
    layers.save8(os.path.join(BUILD, "strength.png"), strength)
    return {"st": "build/st.png", "strength": "build/strength.png"}


def split(picture, geometry, name, rest, at):
    """Gives what lies right of so many inches on the front of one object to a new one; both stay where they are on the surface."""
    front, mask = geometry[name], picture.masks[name]
    (w, h), corners = front["size"], np.float32(front["corners"])
    to_surface = cv2.getPerspectiveTransform(corners, np.float32([(0, 0), (w, 0), (w, h), (0, h)]))
    y, x = np.mgrid[0:mask.shape[0], 0:mask.shape[1]] + 0.5
    p = np.stack([x, y, np.ones_like(x)], -1) @ to_surface.T
    u = p[..., 0] / p[..., 2]
    share = np.clip((u - at) / np.abs(np.gradient(u, axis=1)) + 0.5, 0, 1)
    picture.masks[rest], picture.masks[name] = mask * share, mask * (1 - share)
    right = [panel for panel in front["panels"] if panel["rect"][0] >= at]
    geometry[rest] = {**front, "panels": right}
    geometry[name] = {**front, "panels": [panel for panel in front["panels"] if panel not in right]}


def frame(name, z, kind, rect, quad):
    """A place for a window covering on the back wall; rect in inches of the wall."""
    return {"object": name, "type": "windowFrame", "geometry": quad,
            "frame": {"kind": kind, "rect": rect, "anchor": [(rect[0] + rect[2]) / 2, rect[1]], "light": {"h": 60, "v": 25}},
            "overlap": {"z": z, "shown": "default"}}


def main():
    picture = layers.Picture(os.path.join(BUILD, "raw"), "main", PARTS)
    scale = layers.exposure(picture, ("back", "base", "upperleft", "upperright"))
    view = layers.encode(picture.linear() * scale)
    light = layers.light_map(picture.light, scale)
    layers.save8(os.path.join(BUILD, "view.png"), view)
    layers.save_light(os.path.join(BUILD, "light.png"), light, sum(picture.masks[k] for k in LIT) > 0.004, levels=2048)
    layers.save8(os.path.join(BUILD, "mask_decor.png"), picture.masks["decor"])
    with open(os.path.join(BUILD, "geometry.json")) as f:
        geometry = json.load(f)
    split(picture, geometry, "base", "dishwasher", 99)
    w = Writer(picture, light, view, geometry)
    area = lambda *names: layers.image_map(sum(picture.masks[k] for k in names))
    x0, x1, z0, z1 = geometry["window"]
    top, mid = geometry["top"], (z0 + z1) / 2
    back = w.quad("back")
    tree = [
        {"group": "walls", "attributes": {"map.alt": "Walls"}, "imageMap": area("back", "left"), "children": [
            w.wall("back", [0, 0], {"offset": [170, 40], "light": {"h": 45, "v": 35}}),
            w.wall("left", [90, 0], {"offset": [-45, 40], "light": {"h": 45, "v": 35}})]},
        {"group": "flooring", "attributes": {"map.alt": "Floor"}, "imageMap": area("floor"), "children": [
            w.plane("floor", "planar", 20, 11, [0, 0], {"offset": [100, 30], "light": {"h": 30, "v": 25}})]},
        {"group": "woodwork", "children": [w.paint("trim")]},
        {"group": "cabinets", "attributes": {"map.alt": "Cabinets"}, "imageMap": area("base", "dishwasher", "upperleft", "upperright", "pantry"),
         "children": [
             {"group": "lower", "children": [w.cabinet("base"), w.cabinet("dishwasher", "appliance"), w.cabinet("pantry", "door")]},
             {"group": "upper", "children": [w.cabinet("upperleft"), w.cabinet("upperright")]}]},
        {"group": "counter", "attributes": {"map.alt": "Counter"}, "imageMap": area("counter"), "children": [
            {**w.plane("counter", "planar", 60, 14, [0, 0]), "object": "top"}]},
        {"object": "decor", "type": "static", "mask": {"file": "build/mask_decor.png"}},
        {"group": "window", "children": [
            frame("cafe", 20, "cafeCurtains", [x0 - 1, round(top - mid - 1, 2), x1 + 1, round(top - z0 - 0.5, 2)], back),
            frame("valance", 30, "valance", [x0 - 3, round(top - z1 - 3, 2), x1 + 3, round(top - z0, 2)], back)]}]
    scene = manifest.vignette("Kitchen", "kitchen", light.shape, tree, 20, dimension="3d",
                              reflection=reflection(geometry, picture.masks["counter"], light.shape))
    manifest.write(HERE, scene, "The kitchen of the demo catalog; written by make_layers.py. Layers come from make_scene.py.\n"
                                "Walls are 100 inches high; paper, tiles and borders run on through their corner. Panels lie on the\n"
                                "slabs that the picture shows. The window has a place for a cafe curtain and one for a valance.")


main()
