"""Seeded gradient noise in numpy, for geometry and for textures."""
import numpy as np


def _hash(ix, iy, iz, seed):
    """Pseudo-random 32-bit integers, one per lattice point."""
    h = (ix * 374761393 + iy * 668265263 + iz * 2147483647 + seed * 974634521) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    return (h ^ (h >> 16)) & 0xFFFFFFFF


def gradient_noise(p, seed=0, period=None):
    """Noise in about [-1, 1] at points p (..., 3); repeats every `period` lattice cells if given."""
    p = np.asarray(p, float)
    cell = np.floor(p).astype(np.int64)
    f = p - cell
    w = f * f * f * (f * (f * 6 - 15) + 10)
    total = np.zeros(p.shape[:-1])
    for corner in range(8):
        o = np.array([corner & 1, corner >> 1 & 1, corner >> 2 & 1])
        i = cell + o
        if period is not None:
            i = np.mod(i, period)
        h = _hash(i[..., 0], i[..., 1], i[..., 2], seed)
        a = h / 4294967296.0 * 2 * np.pi
        z = (_hash(i[..., 0], i[..., 1], i[..., 2], seed + 7919) / 4294967296.0) * 2 - 1
        r = np.sqrt(np.maximum(0, 1 - z * z))
        d = f - o
        dot = d[..., 0] * r * np.cos(a) + d[..., 1] * r * np.sin(a) + d[..., 2] * z
        weight = np.prod(np.where(o == 1, w, 1 - w), axis=-1)
        total += weight * dot
    return total * 1.5


def fbm(p, octaves=4, seed=0, gain=0.5):
    """Sum of noise octaves, each twice as fine and `gain` times as strong."""
    p = np.asarray(p, float)
    total, amp = 0, 1.0
    for k in range(octaves):
        total = total + amp * gradient_noise(p * 2 ** k, seed + 31 * k)
        amp *= gain
    return total
