"""From the renderer's passes to vignette layers: denoise the light, compose the view, encode masks, light and uv.

Conventions: images are float arrays (h, w[, 3]), RGB, linear light unless named `encoded`; uv in inches.
"""
import os

os.environ.setdefault("OPENCV_IO_ENABLE_OPENEXR", "1")
import cv2  # noqa: E402
import numpy as np  # noqa: E402

LAMBDA = 128 / 255.0


def encode(x):
    """Linear light to sRGB, both 0..1."""
    x = np.clip(x, 0, 1)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055)


def decode(x):
    """sRGB to linear light, both 0..1."""
    x = np.asarray(x, float)
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)


def shade(m, light, kappa=0.30):
    """The shading kernel at neutral settings: material colour m and light map, encoded 0..1."""
    light = light[..., None] if np.ndim(light) == 2 else light
    d = np.minimum(light / LAMBDA, 1)
    h = np.clip((light - LAMBDA) / (1 - LAMBDA), 0, 1)
    t = np.minimum((1 - LAMBDA) / LAMBDA * m, 1 - m)
    return m * d + h * ((1 - kappa) * t + kappa * (1 - m))


class Passes:
    """The EXR files of one render, by tag and pass name."""

    def __init__(self, folder, tag):
        self.folder, self.tag = folder, tag

    def rgb(self, name):
        path = os.path.join(self.folder, f"{self.tag}_{name}_0001.exr")
        image = cv2.imread(path, cv2.IMREAD_UNCHANGED)
        if image is None:
            raise FileNotFoundError(path)
        return np.ascontiguousarray(image[..., 2::-1]) if image.ndim == 3 else np.repeat(image[..., None], 3, 2)

    def gray(self, name):
        return self.rgb(name)[..., 0]


def denoise(light, normal, depth, ids, passes=5, sigma_n=0.22, sigma_c=0.9):
    """Edge-stopping wavelet filter: average over neighbours that share object, plane and about the same light.

    light (h,w,3) with noise; normal and depth are nearly noise-free; ids (h,w) object number.
    """
    out = light.astype(np.float32)
    n = normal.astype(np.float32)
    z = depth.astype(np.float32)
    gy, gx = np.gradient(cv2.GaussianBlur(z, (0, 0), 1.0))
    slope = np.minimum(np.hypot(gx, gy), 2.0) + 0.02
    kernel = np.array([1, 4, 6, 4, 1], np.float32) / 16
    for level in range(passes):
        step = 2 ** level
        smooth = cv2.GaussianBlur(out.mean(-1), (0, 0), 1.2)
        ref = np.log(smooth + 0.02)
        total, weight = np.zeros_like(out), np.zeros(out.shape[:2], np.float32)
        for dy in range(-2, 3):
            for dx in range(-2, 3):
                shift = lambda a: np.roll(a, (dy * step, dx * step), (0, 1))
                dist = step * np.hypot(dx, dy) + 1e-3
                w = (kernel[dy + 2] * kernel[dx + 2]
                     * np.exp(-((shift(n) - n) ** 2).sum(-1) / sigma_n ** 2
                              - np.abs(shift(z) - z) / (slope * dist * 1.5 + 0.05)
                              - np.abs(shift(ref) - ref) / (sigma_c * 0.5 ** level) * 2))
                w *= shift(ids) == ids
                total += w[..., None] * shift(out)
                weight += w
        out = total / np.maximum(weight, 1e-6)[..., None]
    return out


class Picture:
    """One render, denoised: irradiance, view and masks."""

    def __init__(self, folder, tag, parts, filter_gloss=True):
        p = Passes(folder, tag)
        self.parts = parts
        self.masks = {k: np.clip(p.gray("m_" + k), 0, 1) for k in parts}
        self.inside = {k: p.gray("id_" + k) > 0.5 for k in parts}
        ids = sum((i + 1) * self.inside[k] for i, k in enumerate(parts)).astype(np.int16)
        normal, depth = p.rgb("normal"), p.gray("depth")
        depth = np.minimum(depth, 1e4)
        self.albedo = p.rgb("diffcol")
        self.light = denoise(p.rgb("diffdir") + p.rgb("diffind"), normal, depth, ids)
        gloss = p.rgb("glosscol") * (p.rgb("glossdir") + p.rgb("glossind"))
        if filter_gloss and gloss.max() > 0:
            gloss = denoise(np.minimum(gloss, 4), normal, depth, ids, passes=3)
        self.extra = gloss + p.rgb("emit") + p.rgb("env")
        self.uv = p.rgb("uv")

    def linear(self):
        """The composed scene, linear light before exposure."""
        return self.albedo * self.light + self.extra


def exposure(picture, heroes):
    """Factors r, g, b that bring the median irradiance of the hero objects to 1: exposure and white balance in one.

    Neutral light then shows a material as it is.
    """
    on = np.zeros(picture.light.shape[:2], bool)
    for k in heroes:
        on |= picture.masks[k] > 0.98
    return 1 / np.median(picture.light[on], axis=0)


def light_map(light, scale):
    """Encoded illumination (0..1): 128/255 where the exposed irradiance is 1."""
    luma = (light * scale) @ np.array([0.2126, 0.7152, 0.0722])
    return encode(decode(LAMBDA) * luma)


def base_color(view, light, mask):
    """Levels r, g, b (0..255) of the colour that explains the view where the light is near neutral."""
    on = (mask > 0.98) & (np.abs(light - LAMBDA) < 6 / 255)
    if on.sum() < 50:
        on = mask > 0.98
    ratio = np.minimum(light[on] / LAMBDA, 1)[:, None]
    return [int(round(c)) for c in np.median(255 * view[on] / np.maximum(ratio, 0.05), axis=0)]


def spread(values, valid, reach):
    """Extend values (h, w, c) from valid pixels outwards by `reach` px with a local linear continuation.

    Returns the values and where they hold now.
    """
    values, valid = values.astype(np.float64).copy(), valid.copy()
    for _ in range(reach):
        grow = np.zeros(values.shape[:2])
        total = np.zeros_like(values)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if dx == dy == 0:
                    continue
                a = np.roll(valid, (dy, dx), (0, 1))
                b = np.roll(valid, (2 * dy, 2 * dx), (0, 1))
                va, vb = np.roll(values, (dy, dx), (0, 1)), np.roll(values, (2 * dy, 2 * dx), (0, 1))
                guess = np.where((a & b)[..., None], 2 * va - vb, va)
                w = a * (2.0 if dx == 0 or dy == 0 else 1.0) * np.where(b, 1.0, 0.05)
                total += guess * w[..., None]
                grow += w
        new = (grow > 0) & ~valid
        values[new] = total[new] / grow[new][:, None]
        valid |= new
    return values, valid


def spread_islands(uv, ids, reach, beyond=2.0):
    """Extend uv island by island, at most `beyond` inches past its own range, so that no value mixes two. Returns uv, ids."""
    out_uv, out_ids = uv[..., :2].astype(float), ids.astype(int)
    todo = ids == 0
    distance = np.full(ids.shape, 1e9)
    for k in np.unique(ids[ids > 0]):
        on = ids == k
        ys, xs = np.where(on)
        pad = reach + 2
        sl = (slice(max(0, ys.min() - pad), ys.max() + pad + 1), slice(max(0, xs.min() - pad), xs.max() + pad + 1))
        far = cv2.distanceTransform((~on[sl]).astype(np.uint8), cv2.DIST_L2, 5)
        values, valid = spread(uv[sl][..., :2], on[sl], reach)
        values = np.clip(values, uv[on][:, :2].min(0) - beyond, uv[on][:, :2].max(0) + beyond)
        take = todo[sl] & valid & (far < distance[sl])
        out_uv[sl][take] = values[take]
        out_ids[sl][take] = k
        distance[sl][take] = far[take]
    return out_uv, out_ids


def save16(path, image):
    """16-bit PNG from values 0..1, gray or RGB."""
    data = np.round(np.clip(image, 0, 1) * 65535).astype(np.uint16)
    cv2.imwrite(path, data[..., ::-1] if data.ndim == 3 else data, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def save8(path, image):
    """8-bit PNG from values 0..1, gray, RGB or RGBA."""
    data = np.round(np.clip(image, 0, 1) * 255).astype(np.uint8)
    if data.ndim == 3:
        data = data[..., [2, 1, 0, 3][: data.shape[2]]] if data.shape[2] == 4 else data[..., ::-1]
    cv2.imwrite(path, data, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def save_light(path, light, keep, reach=24, levels=4096):
    """The illumination map, neutral away from the objects that use it and rounded to `levels` steps to spare bytes."""
    near = cv2.dilate(keep.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)) > 0
    step = np.round(light * (levels - 1)) / (levels - 1)
    save16(path, np.where(near, step, 32896 / 65535.0))


def save_uv(folder, name, uv, inside, reach=12, grid=16384):
    """Write uv_<name>.png and islands_<name>.png; returns the geometry block of the manifest.

    Values are rounded to `grid` steps over their range: below 0.01 inch, and far fewer bytes.
    uv (h, w, 3): u and v in inches and the island id, from the one-sample render; inside (h, w): pixels it holds for.
    """
    ids = np.round(uv[..., 2]).astype(int) * inside
    full, ids = spread_islands(uv, ids, reach)
    valid = ids > 0
    low = np.floor(full[valid].min(0) - 0.5)
    high = np.ceil(full[valid].max(0) + 0.5)
    unit = (full - low) / (high - low)
    unit = np.round(unit * (grid - 1)) / (grid - 1)
    rgb = np.dstack([unit, np.ones_like(unit[..., 0])]) * valid[..., None]
    save16(os.path.join(folder, f"uv_{name}.png"), rgb)
    block = {"kind": "uv", "map": {"file": f"build/uv_{name}.png"}, "encoding": "unorm16",
             "uRange": [float(low[0]), float(high[0])], "vRange": [float(low[1]), float(high[1])]}
    if len(np.unique(ids[valid])) > 1:
        save8(os.path.join(folder, f"islands_{name}.png"), ids / 255.0)
        block["islands"] = {"file": f"build/islands_{name}.png"}
    return block


def cut_out(encoded, mask, reach=6):
    """Straight-alpha RGBA of one object: its own colours continued under the soft edge."""
    solid = mask > 0.985
    values, _ = spread(encoded, solid, reach)
    far = ~(cv2.dilate(solid.astype(np.uint8), np.ones((2 * reach + 1,) * 2)) > 0)
    values[far] = encoded[far]
    rgba = np.dstack([np.clip(values, 0, 1), mask])
    rgba[mask < 1 / 510] = 0
    return rgba


def shadow_alpha(with_it, without, region, floor=0.012):
    """How much black (0..1) turns the view without the object into the view with it; (h, w), 0 outside the region."""
    a = 1 - (with_it.mean(-1) + 1e-3) / (without.mean(-1) + 1e-3)
    a = cv2.GaussianBlur(np.clip(a, 0, 1).astype(np.float32), (0, 0), 1.0)
    edge = np.zeros(a.shape, np.float32)
    x0, y0, x1, y1 = region
    edge[y0 + 12:y1 - 12, x0 + 12:x1 - 12] = 1
    edge = cv2.GaussianBlur(edge, (0, 0), 5)
    return np.clip(a - floor, 0, 1) * edge


def inside_fill(values, hole):
    """The image with a hole filled smoothly from around it; (h, w) values 0..1."""
    small = np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
    return cv2.inpaint(small, hole.astype(np.uint8), 5, cv2.INPAINT_TELEA) / 255.0


def image_map(mask, error=4.0):
    """Polygons [x, y, x, y, ...] in view pixels round the larger regions of a mask (h, w)."""
    solid = cv2.morphologyEx((mask > 0.5).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    contours, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    large = [c for c in contours if cv2.contourArea(c) > 0.002 * mask.size]
    return [[int(v) for v in cv2.approxPolyDP(c, error, True).ravel()] for c in sorted(large, key=cv2.contourArea, reverse=True)]
