"""Write a manifest as YAML in the order given: short maps and lists on one line, the rest nested."""
import os
import textwrap


def _scalar(v):
    if v is None:
        return "null"
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, float):
        return f"{v:.6g}"
    if isinstance(v, int):
        return str(v)
    text = str(v)
    plain = text.replace("_", "").replace("/", "").replace(".", "").replace("-", "").isalnum() and not text[0].isdigit()
    return text if plain and text not in ("true", "false", "null", "yes", "no", "on", "off") else '"' + text.replace('"', '\\"') + '"'


def _key(k):
    return f'"{k}"' if str(k)[0].isdigit() else str(k)


def _flow(v):
    if isinstance(v, dict):
        return "{" + ", ".join(f"{_key(k)}: {_flow(x)}" for k, x in v.items()) + "}"
    if isinstance(v, (list, tuple)):
        return "[" + ", ".join(_flow(x) for x in v) + "]"
    return _scalar(v)


def _block(v, indent, lines, width):
    pad = "  " * indent
    if isinstance(v, dict):
        for k, x in v.items():
            flow = _flow(x)
            if not isinstance(x, (dict, list, tuple)) or len(flow) + len(pad) + len(str(k)) < width:
                lines.append(f"{pad}{_key(k)}: {flow}")
            else:
                lines.append(f"{pad}{_key(k)}:")
                _block(x, indent + 1, lines, width)
    else:
        for x in v:
            flow = _flow(x)
            numbers = isinstance(x, (list, tuple)) and all(isinstance(n, (int, float)) for n in x)
            if numbers:
                rows = textwrap.wrap(flow, width - len(pad) - 3)
                lines.extend(f"{pad}{'- ' if i == 0 else '   '}{row}" for i, row in enumerate(rows))
            elif not isinstance(x, (dict, list, tuple)) or len(flow) + len(pad) < width:
                lines.append(f"{pad}- {flow}")
            else:
                inner = []
                _block(x, 0, inner, width - len(pad) - 2)
                lines.append(f"{pad}- {inner[0]}")
                lines.extend(f"{pad}  {line}" for line in inner[1:])


def dump(tree, comment="", width=120):
    """The tree as YAML text, headed by a comment."""
    lines = ["# " + c if c else "#" for c in comment.splitlines()]
    _block(tree, 0, lines, width)
    return "\n".join(lines) + "\n"


def vignette(title, name, shape, tree, texture_res, dimension="2d", quality=95, print_res=150, **more):
    """The manifest of a scene whose view and light lie in build/ under their usual names; more stands before the tree."""
    height, width = shape
    return {
        "ovp": "1.0", "kind": "vignette", "title": title, "version": 1, "units": "in", "dimension": dimension,
        "view": {"name": name, "image": "build/view.png", "quality": quality, "width": width, "height": height,
                 "printRes": print_res, "textureRes": texture_res},
        "illumination": {"glossEffects": True, "maps": [{"slot": "A", "gloss": 20,
                                                         "layer": {"file": "build/light.png", "fill": 0.50196}}]},
        "shading": {"shader": "alternate", "highlightWhite": 0.30, "settings": "Z50U1V10W100X0"},
        **more, "tree": tree}


def write(folder, scene, comment):
    """Writes scene.yaml."""
    with open(os.path.join(folder, "scene.yaml"), "w") as f:
        f.write(dump(scene, comment))
