"""Passes of make_scene.py to the layers in build/ and the manifest scene.yaml."""
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

BUILD = os.path.join(HERE, "build")
PARTS = ("floor", "back", "left", "trim", "sideboard", "chair", "decor", "lamp")
LAMP_REGION = (380, 260, 1100, 920)
LIT = ("floor", "back", "left", "trim", "sideboard", "chair")


class Writer:
    """Writes the layers of one object after another and returns their manifest entries."""

    def __init__(self, picture, light, view):
        self.picture, self.light, self.view = picture, light, view

    def entry(self, name, kind, gloss, material):
        layers.save8(os.path.join(BUILD, f"mask_{name}.png"), self.picture.masks[name])
        return {"object": name, "type": kind, "mask": {"file": f"build/mask_{name}.png"},
                "original": {"baseColor": layers.base_color(self.view, self.light, self.picture.masks[name]),
                             "residual": "auto", "gloss": gloss, "type": material},
                "edge": "difference"}

    def plane(self, name, quad, material, origin, decal):
        e = self.entry(name, "planar", 20, material)
        corners = [[round(c, 2) for c in p] for p in quad["corners"]]
        e["geometry"] = {"kind": "quad", "corners": corners, "size": quad["size"], "direction": 0}
        e["origins"] = {"0": origin, "1": origin}
        e["decal"] = decal
        return e

    def paint(self, name):
        return {**self.entry(name, "nontexturable", 20, 6), "geometry": {"kind": "none"}}

    def cloth(self, name, origins, decal):
        e = self.entry(name, "flowline", 20, 17)
        e["geometry"] = layers.save_uv(BUILD, name, self.picture.uv, self.picture.inside[name])
        e["origins"], e["decal"] = origins, decal
        return e


def lamp(scale, view):
    """The lamp as a picture of its own, and what it does to the room behind it."""
    with_it = layers.Picture(os.path.join(BUILD, "raw"), "lamp", PARTS)
    seen = layers.encode(with_it.linear() * scale)
    mask = with_it.masks["lamp"]
    alpha = layers.shadow_alpha(seen, view, LAMP_REGION)
    alpha[mask > 0.3] = layers.inside_fill(alpha, mask > 0.02)[mask > 0.3]
    layers.save8(os.path.join(BUILD, "lamp.png"), layers.cut_out(seen, mask))
    layers.save8(os.path.join(BUILD, "lamp_shadow.png"), np.dstack([np.zeros(view.shape), alpha]))
    return {"object": "lamp", "type": "staticOverlap",
            "overlap": {"z": 30, "shown": "default", "image": {"file": "build/lamp.png"},
                        "under": [{"file": "build/lamp_shadow.png", "blend": "multiply", "opacity": 1.0}]}}


def main():
    picture = layers.Picture(os.path.join(BUILD, "raw"), "main", PARTS)
    scale = layers.exposure(picture, ("floor", "back"))
    view = layers.encode(picture.linear() * scale)
    light = layers.light_map(picture.light, scale)
    layers.save8(os.path.join(BUILD, "view.png"), view)
    layers.save_light(os.path.join(BUILD, "light.png"), light, sum(picture.masks[k] for k in LIT) > 0.004, levels=2048)
    layers.save8(os.path.join(BUILD, "mask_decor.png"), picture.masks["decor"])
    with open(os.path.join(BUILD, "geometry.json")) as f:
        quads = json.load(f)
    w = Writer(picture, light, view)
    area = lambda *names: layers.image_map(sum(picture.masks[k] for k in names))
    tree = [
        {"group": "walls", "attributes": {"map.alt": "Walls"}, "imageMap": area("back", "left"), "children": [
            w.plane("back", quads["back"], 6, [0, 0], {"offset": [95, 40], "light": {"h": 45, "v": 35}}),
            w.plane("left", quads["left"], 6, [90, 0], {"offset": [-16, 45], "light": {"h": 45, "v": 35}})]},
        {"group": "flooring", "attributes": {"map.alt": "Floor"}, "imageMap": area("floor"), "children": [
            w.plane("floor", quads["floor"], 11, [0, 0], {"offset": [86, 74], "light": {"h": 30, "v": 25}})]},
        {"group": "woodwork", "children": [w.paint("trim")]},
        {"group": "furniture", "attributes": {"map.alt": "Furniture"}, "imageMap": area("sideboard", "chair"), "children": [
            w.paint("sideboard"),
            w.cloth("chair", {"0": [0, 0], "1": [0, 0]}, {"offset": [0, 11], "light": {"h": 135, "v": 30}}),
            {"object": "decor", "type": "static", "mask": {"file": "build/mask_decor.png"}}]},
        {"group": "accessories", "children": [lamp(scale, view)]}]
    scene = manifest.vignette("Living room corner", "room", light.shape, tree, 20)
    manifest.write(HERE, scene, "The room of the demo catalog; written by make_layers.py. Layers come from make_scene.py.\n"
                                "Walls and floor are true rectangles in inches: the walls from 100 inches up down to the floor,\n"
                                "the floor from the back wall forward. Wallpaper runs on through the corner (left origin = its right edge).\n"
                                "The lamp's shadow is an RGBA image, black with alpha.")


main()
