"""Passes of make_scene.py to the layers in build/ and the manifest scene.yaml."""
import os
import sys

import cv2
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

BUILD = os.path.join(HERE, "build")
PARTS = ("bodice", "skirt", "sash", "form")


def entry(name, kind, picture, light, view, gloss, material):
    """The part of a manifest entry that all objects share; writes the mask."""
    layers.save8(os.path.join(BUILD, f"mask_{name}.png"), picture.masks[name])
    return {"object": name, "type": kind, "mask": {"file": f"build/mask_{name}.png"},
            "original": {"baseColor": layers.base_color(view, light, picture.masks[name]), "residual": "auto",
                         "gloss": gloss, "type": material},
            "edge": "difference"}


def dyed(path):
    """A small cloth that the dress brings along: a silk with a fine rib."""
    y, x = np.meshgrid(np.arange(120), np.arange(120), indexing="ij")
    rng = np.random.default_rng(3)
    noise = np.tile(rng.normal(0, 1, (120, 120)).astype(np.float32), (3, 3))
    slub = cv2.GaussianBlur(noise, (0, 0), 9)[120:240, 120:240]
    rib = 0.5 + 0.5 * np.cos(2 * np.pi * y / 6) + 2.2 * slub + 0.12 * np.cos(2 * np.pi * x / 3)
    cloth = np.array([118, 30, 52]) + (np.array([168, 58, 84]) - np.array([118, 30, 52])) * np.clip(rib, 0, 1)[..., None]
    layers.save8(path, cloth / 255)


def main():
    picture = layers.Picture(os.path.join(BUILD, "raw"), "main", PARTS)
    scale = layers.exposure(picture, ("skirt", "bodice"))
    view = layers.encode(picture.linear() * scale)
    light = layers.light_map(picture.light, scale)
    layers.save8(os.path.join(BUILD, "view.png"), view)
    layers.save_light(os.path.join(BUILD, "light.png"), light, sum(picture.masks[k] for k in PARTS[:3]) > 0.004, levels=2048)
    lamp = {"h": 130, "v": 25}
    cloth = []
    for name, origin in (("bodice", [0, 0]), ("skirt", [0, 14])):
        item = entry(name, "flowline", picture, light, view, 20, 17)
        item["geometry"] = layers.save_uv(BUILD, name, picture.uv, picture.inside[name])
        item["origins"] = {"0": origin, "1": [0, 0]}
        item["decal"] = {"offset": [0, 6], "light": lamp}
        cloth.append(item)
    sash = {**entry("sash", "nontexturable", picture, light, view, 40, 17), "geometry": {"kind": "none"}}
    layers.save8(os.path.join(BUILD, "mask_form.png"), picture.masks["form"])
    dyed(os.path.join(BUILD, "silk.png"))
    dress = sum(picture.masks[k] for k in PARTS[:3])
    tree = [{"group": "dress", "ident": 1, "attributes": {"map.alt": "Dress"}, "imageMap": layers.image_map(dress),
             "children": cloth + [sash]},
            {"object": "form", "type": "static", "mask": {"file": "build/mask_form.png"}}]
    scene = manifest.vignette("Dress", "dress", light.shape, tree, 20, quality=92,
                              materials=[{"name": "Silk", "file": "build/silk.png", "res": 40, "baseColor": [143, 44, 68], "type": 17, "gloss": 45}])
    manifest.write(HERE, scene, "The dress of the demo catalog; written by make_layers.py. Layers come from make_scene.py.\n"
                                "Texture coordinates are inches: u round the figure, 0 in front; v down. The bodice has three\n"
                                "panels, the skirt an island for every flank of a fold.")


main()
