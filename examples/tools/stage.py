"""Blender side: build a scene from numpy meshes and render the passes that `layers.py` turns into vignette layers.

One Blender unit is one inch. Every object of the vignette writes two shader outputs (AOVs): its coverage, which the
renderer anti-aliases with the same filter as the picture, and its texture coordinate plus island id, which only the
one-sample geometry render uses.
"""
import os

import bpy
import numpy as np
from mathutils import Vector

PASSES = {"DiffCol": "diffcol", "DiffDir": "diffdir", "DiffInd": "diffind", "GlossCol": "glosscol",
          "GlossDir": "glossdir", "GlossInd": "glossind", "Emit": "emit", "Env": "env", "Normal": "normal", "Depth": "depth"}


class Stage:
    """The Blender scene of one vignette. Lengths in inches, colours as sRGB levels 0..255."""

    def __init__(self, width, height, parts, out):
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.scene = bpy.context.scene
        self.layer = self.scene.view_layers[0]
        self.parts = list(parts)
        self.out = out
        s = self.scene
        s.render.engine = "CYCLES"
        s.cycles.device = "CPU"
        s.render.threads_mode, s.render.threads = "FIXED", int(os.environ.get("THREADS", "2"))
        s.render.resolution_x, s.render.resolution_y, s.render.resolution_percentage = width, height, 100
        s.cycles.seed = 7
        s.cycles.use_denoising = False
        s.cycles.use_adaptive_sampling = False
        s.cycles.max_bounces, s.cycles.diffuse_bounces, s.cycles.glossy_bounces = 5, 4, 3
        s.cycles.caustics_reflective = s.cycles.caustics_refractive = False
        s.cycles.sample_clamp_indirect = 6.0
        s.view_settings.view_transform = "Standard"
        s.render.film_transparent = False
        vl = self.layer
        for name in ("diffuse_color", "diffuse_direct", "diffuse_indirect", "glossy_color", "glossy_direct",
                     "glossy_indirect", "emit", "environment", "normal", "z"):
            setattr(vl, "use_pass_" + name, True)
        for part in self.parts:
            aov = vl.aovs.add()
            aov.name, aov.type = "m_" + part, "VALUE"
        aov = vl.aovs.add()
        aov.name, aov.type = "uv", "COLOR"
        self._world()

    def _world(self):
        w = bpy.data.worlds.new("world")
        self.scene.world = w
        w.use_nodes = True

    def sky(self, low, high, strength):
        """Ambient light: a vertical gradient between two sRGB colours."""
        n = self.scene.world.node_tree.nodes
        l = self.scene.world.node_tree.links
        n.clear()
        coord, sep = n.new("ShaderNodeTexCoord"), n.new("ShaderNodeSeparateXYZ")
        ramp, bg, out = n.new("ShaderNodeValToRGB"), n.new("ShaderNodeBackground"), n.new("ShaderNodeOutputWorld")
        remap = n.new("ShaderNodeMapRange")
        remap.inputs["From Min"].default_value, remap.inputs["From Max"].default_value = -0.3, 1.0
        l.new(coord.outputs["Generated"], sep.inputs[0])
        l.new(sep.outputs["Z"], remap.inputs["Value"])
        l.new(remap.outputs[0], ramp.inputs[0])
        ramp.color_ramp.elements[0].color = linear(low) + (1,)
        ramp.color_ramp.elements[1].color = linear(high) + (1,)
        l.new(ramp.outputs[0], bg.inputs[0])
        bg.inputs[1].default_value = strength
        l.new(bg.outputs[0], out.inputs[0])

    def material(self, name, color, part=None, gloss=0.0, rough=0.4, image=None, bump=0.0, bump_scale=1.0, emit=0.0,
                 metal=False):
        """A diffuse (or, with gloss > 0, coated) material. image: (path, inches wide) replaces the colour, box-mapped by uv."""
        m = bpy.data.materials.new(name)
        m.use_nodes = True
        n, l = m.node_tree.nodes, m.node_tree.links
        n.clear()
        out = n.new("ShaderNodeOutputMaterial")
        if emit:
            shader = n.new("ShaderNodeEmission")
            shader.inputs[1].default_value = emit
            color_in = shader.inputs[0]
        elif metal:
            shader = n.new("ShaderNodeBsdfGlossy")
            shader.inputs["Roughness"].default_value = rough
            color_in = shader.inputs["Color"]
        elif gloss:
            shader = n.new("ShaderNodeBsdfPrincipled")
            shader.inputs["Specular"].default_value = gloss
            shader.inputs["Roughness"].default_value = rough
            color_in = shader.inputs["Base Color"]
        else:
            shader = n.new("ShaderNodeBsdfDiffuse")
            color_in = shader.inputs["Color"]
        color_in.default_value = linear(color) + (1,)
        if image:
            path, inches = image
            tex, uv, mul = n.new("ShaderNodeTexImage"), n.new("ShaderNodeUVMap"), n.new("ShaderNodeVectorMath")
            tex.image = bpy.data.images.load(path)
            mul.operation = "DIVIDE"
            w, h = tex.image.size
            mul.inputs[1].default_value = (inches, -inches * h / w, 1)
            l.new(uv.outputs[0], mul.inputs[0])
            l.new(mul.outputs[0], tex.inputs[0])
            l.new(tex.outputs[0], color_in)
        if bump:
            noise, geo, node = n.new("ShaderNodeTexNoise"), n.new("ShaderNodeNewGeometry"), n.new("ShaderNodeBump")
            noise.inputs["Scale"].default_value = bump_scale
            noise.inputs["Detail"].default_value = 3
            node.inputs["Strength"].default_value = 1.0
            node.inputs["Distance"].default_value = bump
            l.new(geo.outputs["Position"], noise.inputs["Vector"])
            l.new(noise.outputs["Fac"], node.inputs["Height"])
            l.new(node.outputs[0], shader.inputs["Normal"])
        l.new(shader.outputs[0], out.inputs[0])
        for p in self.parts:
            if p == part:
                aov = n.new("ShaderNodeOutputAOV")
                aov.name = "m_" + p
                aov.inputs["Value"].default_value = 1.0
        self._uv_output(n, l)
        return m

    @staticmethod
    def _uv_output(n, l):
        aov, uv, isl = n.new("ShaderNodeOutputAOV"), n.new("ShaderNodeUVMap"), n.new("ShaderNodeAttribute")
        isl.attribute_name = "island"
        sep, comb = n.new("ShaderNodeSeparateXYZ"), n.new("ShaderNodeCombineXYZ")
        aov.name = "uv"
        l.new(uv.outputs[0], sep.inputs[0])
        l.new(sep.outputs[0], comb.inputs[0])
        l.new(sep.outputs[1], comb.inputs[1])
        l.new(isl.outputs["Fac"], comb.inputs[2])
        l.new(comb.outputs[0], aov.inputs["Color"])

    def add(self, name, mesh, material, smooth=True):
        """Put a numpy mesh into the scene."""
        me = bpy.data.meshes.new(name)
        faces = mesh["faces"]
        me.from_pydata(mesh["verts"].tolist(), [], faces.tolist())
        if "uv" in mesh:
            layer = me.uv_layers.new(name="UVMap")
            layer.data.foreach_set("uv", np.asarray(mesh["uv"], np.float32).ravel())
            attr = me.attributes.new("island", "FLOAT", "FACE")
            attr.data.foreach_set("value", np.asarray(mesh["island"], np.float32))
        if smooth:
            me.polygons.foreach_set("use_smooth", np.ones(len(faces), bool))
        me.materials.append(material)
        me.validate()
        ob = bpy.data.objects.new(name, me)
        self.scene.collection.objects.link(ob)
        return ob

    def rectangle(self, name, corners, material, size=None):
        """A flat quad from 4 points TL, TR, BR, BL; its uv runs over `size` inches (or the side lengths)."""
        c = np.asarray(corners, float)
        w, h = size or (np.linalg.norm(c[1] - c[0]), np.linalg.norm(c[3] - c[0]))
        uv = np.array([[[0, 0], [0, h], [w, h], [w, 0]]])
        mesh = {"verts": c, "faces": np.array([[0, 3, 2, 1]]), "uv": uv, "island": np.array([1])}
        return self.add(name, mesh, material, smooth=False)

    def block(self, name, low, high, material, bevel=0.15):
        """A box with slightly rounded edges, between two corners."""
        low, high = np.asarray(low, float), np.asarray(high, float)
        bpy.ops.mesh.primitive_cube_add(size=1, location=tuple((low + high) / 2))
        ob = bpy.context.object
        ob.scale = tuple(high - low)
        bpy.ops.object.transform_apply(location=False, rotation=False, scale=True)
        ob.name = name
        ob.data.materials.append(material)
        mod = ob.modifiers.new("bevel", "BEVEL")
        mod.width, mod.segments = bevel, 3
        mod.limit_method = "ANGLE"
        for p in ob.data.polygons:
            p.use_smooth = True
        ob.data.use_auto_smooth = True
        layer = ob.data.uv_layers.active or ob.data.uv_layers.new(name="UVMap")
        layer.name = "UVMap"
        for poly in ob.data.polygons:
            axis = int(np.argmax(np.abs(poly.normal)))
            a, b = [(1, 2), (0, 2), (0, 1)][axis]
            for li in poly.loop_indices:
                co = ob.data.vertices[ob.data.loops[li].vertex_index].co + ob.location
                layer.data[li].uv = (co[a], -co[b])
        return ob

    def area_light(self, position, target, size, power, color=(255, 255, 255), visible=False):
        """A rectangular lamp at `position` that looks at `target`; size (w, h) inches, power W."""
        data = bpy.data.lights.new("area", "AREA")
        data.shape, data.size, data.size_y = "RECTANGLE", size[0], size[1]
        data.energy, data.color = power, linear(color)
        ob = bpy.data.objects.new("area", data)
        ob.location = position
        ob.rotation_euler = (Vector(target) - Vector(position)).to_track_quat("-Z", "Y").to_euler()
        ob.visible_camera = visible
        self.scene.collection.objects.link(ob)
        return ob

    def sun(self, direction, strength, color=(255, 255, 255), angle=1.0):
        """Parallel light along a direction; angle: apparent size in degrees."""
        data = bpy.data.lights.new("sun", "SUN")
        data.energy, data.color, data.angle = strength, linear(color), np.radians(angle)
        ob = bpy.data.objects.new("sun", data)
        ob.rotation_euler = Vector(direction).to_track_quat("-Z", "Y").to_euler()
        self.scene.collection.objects.link(ob)
        return ob

    def camera(self, position, target, lens, shift=(0, 0)):
        """A 36 mm wide camera; vertical lines stay vertical when position and target have the same height."""
        data = bpy.data.cameras.new("camera")
        data.lens, data.sensor_width = lens, 36
        data.shift_x, data.shift_y = shift
        data.clip_end = 10000
        ob = bpy.data.objects.new("camera", data)
        ob.location = position
        ob.rotation_euler = (Vector(target) - Vector(position)).to_track_quat("-Z", "Y").to_euler()
        self.scene.collection.objects.link(ob)
        self.scene.camera = ob
        bpy.context.view_layer.update()
        return ob

    def focus(self, distance, radius):
        """Depth of field: sharp at that distance, seen through an aperture of that radius."""
        dof = self.scene.camera.data.dof
        dof.use_dof, dof.focus_distance = True, distance
        dof.aperture_fstop = self.scene.camera.data.lens / 1000 / (2 * radius)

    def project(self, point):
        """View pixel (x right, y down, outer-corner origin) of a point in inches."""
        from bpy_extras.object_utils import world_to_camera_view
        p = world_to_camera_view(self.scene, self.scene.camera, Vector(point))
        r = self.scene.render
        return [round(p.x * r.resolution_x, 3), round((1 - p.y) * r.resolution_y, 3)]

    def render(self, tag, samples, region=None, hide=()):
        """Beauty passes and masks -> <tag>_*.exr, then one sample per pixel centre for uv -> <tag>_uv.exr.

        region: (x0, y0, x1, y1) in view pixels limits the work; hide: object names left out.
        """
        s = self.scene
        for ob in s.objects:
            ob.hide_render = ob.name in hide
        r = s.render
        r.use_border = region is not None
        if region:
            w, h = r.resolution_x, r.resolution_y
            r.border_min_x, r.border_max_x = region[0] / w, region[2] / w
            r.border_min_y, r.border_max_y = 1 - region[3] / h, 1 - region[1] / h
        s.cycles.samples = samples
        s.cycles.pixel_filter_type, s.cycles.filter_width = "BLACKMAN_HARRIS", 1.5
        outputs = dict(PASSES)
        outputs.update({"m_" + p: "m_" + p for p in self.parts})
        self._run(tag, outputs)
        s.cycles.samples = 1
        s.cycles.pixel_filter_type, s.cycles.filter_width = "BOX", 0.01
        masks = {"m_" + p: "id_" + p for p in self.parts}
        dof = s.camera.data.dof
        blurred, dof.use_dof = dof.use_dof, False
        self._run(tag, {"uv": "uv", **masks})
        dof.use_dof = blurred

    def _run(self, tag, outputs):
        s = self.scene
        s.use_nodes = True
        t = s.node_tree
        t.nodes.clear()
        rl = t.nodes.new("CompositorNodeRLayers")
        comp = t.nodes.new("CompositorNodeComposite")
        t.links.new(rl.outputs["Image"], comp.inputs[0])
        fo = t.nodes.new("CompositorNodeOutputFile")
        fo.base_path = self.out
        fo.format.file_format, fo.format.color_depth, fo.format.exr_codec = "OPEN_EXR", "32", "ZIP"
        fo.file_slots.clear()
        for pass_name, file in outputs.items():
            fo.file_slots.new(f"{tag}_{file}_")
            t.links.new(rl.outputs[pass_name], fo.inputs[-1])
        bpy.ops.render.render(write_still=False)


def linear(rgb):
    """sRGB levels 0..255 to linear light 0..1."""
    c = np.asarray(rgb, float) / 255
    return tuple(np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4))
