"""Passes of make_scene.py to the layers in build/ and the manifest scene.yaml."""
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import layers  # noqa: E402
import manifest  # noqa: E402

BUILD = os.path.join(HERE, "build")
PARTS = ("seat", "back", "arms", "frame", "piping", "legs", "pillow")
CLOTH = ("seat", "back", "arms", "frame")
PILLOW_REGION = (330, 330, 900, 900)


def textured(name, picture, light, view, origins, decal=None):
    """Manifest entry of one texturable object; writes its mask and uv."""
    layers.save8(os.path.join(BUILD, f"mask_{name}.png"), picture.masks[name])
    entry = {"object": name, "type": "flowline", "mask": {"file": f"build/mask_{name}.png"},
             "original": {"baseColor": layers.base_color(view, light, picture.masks[name]), "residual": "auto",
                          "gloss": 20, "type": 17},
             "edge": "difference",
             "geometry": layers.save_uv(BUILD, name, picture.uv, picture.inside[name]),
             "origins": origins}
    if decal:
        entry["decal"] = decal
    return entry


def pillow(main, scale, view):
    """The removable pillow: its own picture, shadow, light and uv."""
    with_it = layers.Picture(os.path.join(BUILD, "raw"), "pillow", PARTS)
    seen = layers.encode(with_it.linear() * scale)
    mask = with_it.masks["pillow"]
    light = layers.light_map(with_it.light, scale)
    layers.save8(os.path.join(BUILD, "pillow.png"), layers.cut_out(seen, mask))
    layers.save8(os.path.join(BUILD, "mask_pillow.png"), mask)
    alpha = layers.shadow_alpha(seen, view, PILLOW_REGION)
    alpha[mask > 0.5] = layers.inside_fill(alpha, mask > 0.5)[mask > 0.5]
    layers.save8(os.path.join(BUILD, "pillow_shadow.png"), np.dstack([np.zeros(view.shape), alpha]))
    filled, _ = layers.spread(light[..., None], mask > 0.985, 10)
    layers.save_light(os.path.join(BUILD, "pillow_light.png"), filled[..., 0], mask > 0.004, reach=6)
    return {"object": "pillow", "type": "flowline", "mask": {"file": "build/mask_pillow.png"},
            "original": {"baseColor": layers.base_color(seen, light, mask), "gloss": 20, "type": 17},
            "overlap": {"z": 10, "shown": "default", "image": {"file": "build/pillow.png"},
                        "shadow": {"file": "build/pillow_shadow.png"},
                        "illumination": {"maps": [{"slot": "A", "gloss": 20,
                                                   "layer": {"file": "build/pillow_light.png", "fill": 0.50196}}]}},
            "geometry": layers.save_uv(BUILD, "pillow", with_it.uv, with_it.inside["pillow"]),
            "origins": {"0": [9.25, 9.25], "1": [0, 0]}, "decal": {"offset": [0, 0], "light": {"h": 135, "v": 30}}}


def main():
    picture = layers.Picture(os.path.join(BUILD, "raw"), "main", PARTS)
    scale = layers.exposure(picture, ("seat", "back", "arms"))
    view = layers.encode(picture.linear() * scale)
    light = layers.light_map(picture.light, scale)
    used = sum(picture.masks[k] for k in CLOTH + ("piping",)) > 0.004
    layers.save8(os.path.join(BUILD, "view.png"), view)
    layers.save_light(os.path.join(BUILD, "light.png"), light, used)
    for k in ("piping", "legs"):
        layers.save8(os.path.join(BUILD, f"mask_{k}.png"), picture.masks[k])
    lamp = {"h": 135, "v": 30}
    cloth = [textured("seat", picture, light, view, {"0": [0, 6], "1": [0, 0]}, {"offset": [0, 7], "light": lamp}),
             textured("back", picture, light, view, {"0": [0, 0], "1": [0, -22]}, {"offset": [0, 10], "light": lamp}),
             textured("arms", picture, light, view, {"0": [0, 0], "1": [0, 0]}),
             textured("frame", picture, light, view, {"0": [0, 0], "1": [0, 0]})]
    tree = [
        {"group": "sofa", "ident": 1, "attributes": {"map.alt": "Sofa"},
         "imageMap": layers.image_map(sum(picture.masks[k] for k in PARTS[:-1])),
         "children": [
             {"group": "upholstery", "children": cloth},
             {"object": "piping", "type": "nontexturable", "mask": {"file": "build/mask_piping.png"},
              "original": {"baseColor": layers.base_color(view, light, picture.masks["piping"]), "residual": "auto",
                           "gloss": 20, "type": 17},
              "edge": "difference", "geometry": {"kind": "none"}},
             {"object": "legs", "type": "static", "mask": {"file": "build/mask_legs.png"}}]},
        {"group": "extras", "children": [pillow(picture, scale, view)]}]
    scene = manifest.vignette("Sofa, three seats", "front", light.shape, tree, 40)
    manifest.write(HERE, scene, "The sofa of the demo catalog; written by make_layers.py. Layers come from make_scene.py.\n"
                                "Texture coordinates are inches: u across the sofa, 0 in its middle; v down.\n"
                                "The pillow's shadow is an RGBA image, black with alpha.")


main()
