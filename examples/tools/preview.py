"""Re-cover objects of a scene without the server, to judge its layers by eye.

    python3 tools/preview.py scenes/sofa/scene.yaml out.png seat=plaid back=linen pillow=dots floor+rug legs=#334455

`object=material` covers, `object=#rrggbb` paints, `object+decal` prints, `object!` shows an overlap object as it is.
Shading and compositing follow the renderer: difference compositing for standard objects, over for overlap objects.
"""
import csv
import os
import sys

import cv2
import numpy as np
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from layers import shade  # noqa: E402

ROOT = os.path.join(HERE, "..")


def read(folder, layer):
    """A layer as floats 0..1, RGB order."""
    name = layer["file"] if isinstance(layer, dict) else layer
    image = cv2.imread(os.path.join(folder, name), cv2.IMREAD_UNCHANGED)
    image = image.astype(np.float32) / (65535 if image.dtype == np.uint16 else 255)
    if image.ndim == 3:
        image = image[..., [2, 1, 0, 3][: image.shape[2]]]
    return image


def catalog():
    """Material records by id, from the demo catalog."""
    with open(os.path.join(ROOT, "catalogs", "demo_materials.txt"), encoding="utf-8-sig") as f:
        return {r["Id"]: r for r in csv.DictReader(f, delimiter="\t")}


def objects(nodes):
    """All object entries of a tree, depth first."""
    for node in nodes:
        if "object" in node:
            yield node
        yield from objects(node.get("children", []))


def texture_space(folder, geometry, shape):
    """Texture coordinates (h, w, 2) in inches of every view pixel."""
    h, w = shape
    if geometry["kind"] == "uv":
        uv = read(folder, geometry["map"])
        lo = np.array([geometry["uRange"][0], geometry["vRange"][0]])
        hi = np.array([geometry["uRange"][1], geometry["vRange"][1]])
        return lo + uv[..., :2] * (hi - lo)
    gw, gh = geometry["size"]
    m = cv2.getPerspectiveTransform(np.float32(geometry["corners"]), np.float32([[0, 0], [gw, 0], [gw, gh], [0, gh]]))
    y, x = np.meshgrid(np.arange(h) + 0.5, np.arange(w) + 0.5, indexing="ij")
    p = np.stack([x, y, np.ones_like(x)], -1) @ m.T
    return p[..., :2] / p[..., 2:]


def sample(path, px, wrap):
    """Texture colours (h, w, 3 or 4) at texture pixels px, from a blurred level that suits the local scale."""
    image = read("", path)
    step = np.hypot(*np.gradient(px[..., 0])) + np.hypot(*np.gradient(px[..., 1]))
    scale = np.median(step[(step > 0) & (step < 60)]) / 2
    if scale > 1.2:
        pad = cv2.copyMakeBorder(image, 32, 32, 32, 32, cv2.BORDER_WRAP if wrap else cv2.BORDER_REPLICATE)
        image = cv2.GaussianBlur(pad, (0, 0), 0.45 * scale)[32:-32, 32:-32]
    border = cv2.BORDER_WRAP if wrap else cv2.BORDER_CONSTANT
    px = px.astype(np.float32) - 0.5
    if wrap:
        px = np.stack([np.mod(px[..., 0], image.shape[1]), np.mod(px[..., 1], image.shape[0])], -1)
    return cv2.remap(image, px[..., 0], px[..., 1], cv2.INTER_LINEAR, borderMode=border)


def cover(folder, obj, name, shape, records, decal=False):
    """Material colour of the object at every view pixel."""
    record = {"Path": "", "Color": name[1:]} if name.startswith("#") else records[name]
    if not record["Path"]:
        return np.float32([int(record["Color"][i:i + 2], 16) for i in (0, 2, 4)]) / 255 * np.ones(shape + (1,), np.float32)
    uv = texture_space(folder, obj["geometry"], shape)
    path = os.path.join(ROOT, record["Path"])
    res = float(record["Resolution"])
    origin = np.array(obj["origins"]["0"], float)
    if decal:
        h, w = read("", path).shape[:2]
        anchor = np.array([w / 2, h / 2])
        origin = origin + obj["decal"]["offset"]
    else:
        anchor = np.array([float(a) for a in (record["Anchor"] or "0,0").split(",")])
    return sample(path, (uv - origin) * res + anchor, not decal)


def render(scene_file, wishes):
    """The view with the wishes applied, floats 0..1."""
    folder = os.path.dirname(scene_file)
    scene = yaml.safe_load(open(scene_file))
    records = catalog()
    view = read(folder, scene["view"]["image"])
    light = read(folder, scene["illumination"]["maps"][0]["layer"])
    found = {o["object"]: o for o in objects(scene["tree"])}
    out = view.copy()
    shape = light.shape
    for wish in wishes:
        sign = next(c for c in wish if c in "=+!")
        name, material = wish.split(sign, 1)
        obj = found[name]
        if "overlap" in obj:
            out = overlap(folder, obj, sign, material, out, shape, records)
            continue
        mask = read(folder, obj["mask"])[..., None]
        if sign == "+":
            color = cover(folder, obj, material, shape, records, decal=True)
            out += mask * color[..., 3:] * (shade(color[..., :3], light) - out)
        else:
            base = np.float32(obj["original"]["baseColor"]) / 255 * np.ones(shape + (1,), np.float32)
            old = shade(base, light)
            old = np.where(mask >= 0.999, view, old)
            out += mask * (shade(cover(folder, obj, material, shape, records), light) - old)
    return np.clip(out, 0, 1)


def overlap(folder, obj, sign, material, out, shape, records):
    """Put an overlap object over the picture: shadow first, then its image or its new cover."""
    part = obj["overlap"]
    shadows = [part["shadow"]] if "shadow" in part else []
    for layer in shadows + part.get("under", []):
        s = read(folder, layer)
        a = s[..., 3:] if s.ndim == 3 else s[..., None]
        out = out * (1 - a * (layer.get("opacity", 1) if isinstance(layer, dict) else 1))
    image = read(folder, part["image"])
    alpha, color = image[..., 3:], image[..., :3]
    if sign == "=":
        light = read(folder, part["illumination"]["maps"][0]["layer"])
        color = shade(cover(folder, obj, material, shape, records), light)
    return out * (1 - alpha) + color * alpha


def identity(scene_file):
    """Print how well base colour and light explain the view: absolute residual in levels, per object."""
    folder = os.path.dirname(scene_file)
    scene = yaml.safe_load(open(scene_file))
    view = read(folder, scene["view"]["image"])
    light = read(folder, scene["illumination"]["maps"][0]["layer"])
    for obj in objects(scene["tree"]):
        if "original" not in obj or "overlap" in obj:
            continue
        on = read(folder, obj["mask"]) > 0.999
        model = shade(np.float32(obj["original"]["baseColor"]) / 255 * np.ones(light.shape + (1,)), light)
        r = np.abs(model - view)[on] * 255
        print(f"{obj['object']:10s} light median {np.median(light[on]) * 255:5.1f}  residual median {np.median(r):4.1f} "
              f"p95 {np.percentile(r, 95):5.1f} max {r.max():5.1f}")


def main():
    scene_file, target, wishes = sys.argv[1], sys.argv[2], sys.argv[3:]
    identity(scene_file)
    out = render(scene_file, wishes)
    cv2.imwrite(target, np.round(out[..., ::-1] * 255).astype(np.uint8))


if __name__ == "__main__":
    main()
