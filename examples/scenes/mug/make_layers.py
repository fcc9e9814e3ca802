"""Passes of make_scene.py to the layers in build/ and the manifest scene.yaml."""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

BUILD = os.path.join(HERE, "build")
PARTS = ("body", "rest", "table", "coaster")


def entry(name, kind, picture, light, view, material):
    """The part of a manifest entry that all standard objects share; writes the mask."""
    layers.save8(os.path.join(BUILD, f"mask_{name}.png"), picture.masks[name])
    return {"object": name, "type": kind, "mask": {"file": f"build/mask_{name}.png"},
            "original": {"baseColor": layers.base_color(view, light, picture.masks[name]), "residual": "auto",
                         "gloss": 20, "type": material},
            "edge": "difference"}


def main():
    picture = layers.Picture(os.path.join(BUILD, "raw"), "main", PARTS)
    scale = layers.exposure(picture, ("body",))
    view = layers.encode(picture.linear() * scale)
    light = layers.light_map(picture.light, scale)
    layers.save8(os.path.join(BUILD, "view.png"), view)
    layers.save_light(os.path.join(BUILD, "light.png"), light, sum(picture.masks[k] for k in PARTS) > 0.004, levels=2048)
    with open(os.path.join(BUILD, "geometry.json")) as f:
        quad = json.load(f)["table"]
    body = entry("body", "flowline", picture, light, view, 13)
    body["geometry"] = layers.save_uv(BUILD, "body", picture.uv, picture.inside["body"])
    body["origins"] = {"0": [0, 0], "1": [0, 0]}
    body["decal"] = {"offset": [0, 1.92], "light": {"h": 135, "v": 20}}
    rest = {**entry("rest", "nontexturable", picture, light, view, 13), "geometry": {"kind": "none"}}
    table = entry("table", "planar", picture, light, view, 2)
    table["geometry"] = {"kind": "quad", "corners": [[round(c, 2) for c in p] for p in quad["corners"]],
                         "size": quad["size"], "direction": 0}
    table["origins"] = {"0": [8, 0], "1": [0, 0]}
    table["decal"] = {"offset": [0, 9], "light": {"h": 45, "v": 20}}
    coaster = {**entry("coaster", "nontexturable", picture, light, view, 17), "geometry": {"kind": "none"}}
    mug_mask = picture.masks["body"] + picture.masks["rest"]
    tree = [{"group": "mug", "attributes": {"map.alt": "Mug"}, "imageMap": layers.image_map(mug_mask), "children": [body, rest]},
            {"group": "surface", "attributes": {"map.alt": "Table"}, "children": [table, coaster]}]
    scene = manifest.vignette("Mug", "mug", light.shape, tree, 200, print_res=200)
    manifest.write(HERE, scene, "The mug of the demo catalog; written by make_layers.py. Layers come from make_scene.py.\n"
                                "The body's u runs round it in inches, 0 in front; v runs down from the rim.")


main()
