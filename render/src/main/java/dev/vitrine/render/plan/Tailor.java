package dev.vitrine.render.plan;

import com.google.common.hash.Hashing;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.Look;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.DecalArea;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.shade.LightChoice;
import dev.vitrine.render.shade.LightContrast;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.RenderSettings;
import dev.vitrine.render.shade.Shader;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.step.DrawDecal;
import dev.vitrine.render.step.DropShadow;
import dev.vitrine.render.step.Finish;
import dev.vitrine.render.step.GlossMap;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.Subject;
import dev.vitrine.render.texture.Laying;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Fits materials to objects: what an object's type and surface do not allow is adjusted or left out, with a warning. */
final class Tailor {
    private static final int RANDOM_ALIGNMENT = 2;

    private final Function<ImageSource, Picture> pictures;
    private final Scene scene;
    private final Set<Warning> warnings;

    /** @param pictures plans the picture behind a source */
    Tailor(Function<ImageSource, Picture> pictures, Scene scene, Set<Warning> warnings) {
        this.scene = scene;
        this.pictures = pictures;
        this.warnings = warnings;
    }

    /** Solid colors and textures. */
    Dress.Worn fit(Material material, Subject subject) {
        Look look = material instanceof Material.Solid solid ? solid.look() : ((Material.Texture) material).look();
        Lighting light = lighting(look, subject, look.gloss());
        double opacity = opacity(look, subject);
        if (material instanceof Material.Solid solid) {
            return new Dress.Worn(new Finish.Solid(solid.color(), opacity), light);
        }
        Material.Texture texture = (Material.Texture) material;
        if (!subject.object().isTexturable()) {
            return new Dress.Worn(new Finish.Solid(texture.paint(), opacity), light);
        }
        return new Dress.Worn(tiles(texture, subject, opacity), light);
    }

    /** Borders of walls, which are pictures; nothing comes of a color, or for a wall that takes no pictures. */
    Optional<Dress.Worn> fitBorder(Material material, Subject subject) {
        if (!(material instanceof Material.Texture texture) || !subject.object().isTexturable()) {
            return Optional.empty();
        }
        Look look = texture.look();
        Picture picture = pictures.apply(texture.image());
        Finish strip = new Finish.Tiles(
                picture,
                texture.resolution(),
                texture.anchor(),
                subject.object().origin(0),
                rotation(texture.rotation(), subject.object()),
                texture.colorize(),
                detail(look),
                glossMap(look, subject, picture, Optional.empty()),
                opacity(look, subject));
        return Optional.of(new Dress.Worn(strip, lighting(look, subject, look.gloss())));
    }

    /** Only overlap objects can be seen through. */
    private static double opacity(Look look, Subject subject) {
        return subject.isOverlap() ? look.opacity() / 100 : 1;
    }

    /** Decals; the object has to be texturable. */
    DrawDecal fit(Material.Decal decal, Subject subject) {
        Look look = decal.look();
        SceneObject object = subject.object();
        RealPair origin = object.origin(0);
        RealPair offset = object.decal().map(DecalArea::offset).orElse(new RealPair(0, 0));
        RealPair point = new RealPair(
                origin.x() + offset.x() + decal.position().x(),
                origin.y() + offset.y() + decal.position().y());
        Picture picture = pictures.apply(decal.image());
        return new DrawDecal(
                subject,
                picture,
                decal.size(),
                decal.resolution(),
                decal.anchor(),
                point,
                decal.rotation() + direction(object.geometry()),
                decal.colorize(),
                detail(look),
                look.opacity() / 100,
                object.decal()
                        .flatMap(DecalArea::light)
                        .flatMap(l -> DropShadow.of(l, decal.size().thickness(), direction(object.geometry()))),
                glossMap(look, subject, picture, Optional.empty()),
                lighting(look, subject, look.gloss()));
    }

    /** @param gloss 0 to 100, or -1 for the one that the light was made for */
    private Lighting lighting(Look look, Subject subject, double gloss) {
        Shader shader = Shader.of(settings(look), scene.shading());
        double selecting = scene.glossEffects() ? gloss : look.gloss();
        LightChoice choice = LightChoice.of(subject.lights(), look.illumination(), selecting, scene.glossEffects());
        LightContrast contrast = new LightContrast(shader.contrast(choice.strain(), look.type()));
        return new Lighting(choice, contrast, shader, sheen(look, subject, gloss));
    }

    private static Sheen sheen(Look look, Subject subject, double gloss) {
        double roughness = look.roughness() < 0 ? Sheen.USUAL_ROUGHNESS : look.roughness();
        return new Sheen(look.type(), gloss < 0 ? subject.originalSheen().gloss() : gloss, roughness);
    }

    /**
     * What varies the gloss: from that of the map that is used anyway where it is black to what was asked for where it is
     * white.
     */
    private Optional<GlossMap> glossMap(Look look, Subject subject, Picture picture, Optional<Laying> laying) {
        return look.glossMap().map(source -> {
            Picture matched = new Picture.Matched(pictures.apply(source), picture);
            double reference =
                    LightChoice.among(subject.lights(), look.illumination(), -1).gloss();
            List<Lighting> lights = IntStream.rangeClosed(0, GlossMap.STEPS)
                    .mapToObj(i -> (double) i / GlossMap.STEPS)
                    .map(share -> look.gloss() < 0 ? -1 : reference + (look.gloss() - reference) * share)
                    .map(gloss -> lighting(look, subject, gloss))
                    .toList();
            return new GlossMap(
                    laying.<Picture>map(l -> new Picture.Laid(matched, l.dull()))
                            .orElse(matched),
                    lights);
        });
    }

    /** Light as it was authored, whatever gloss is asked for. */
    Lighting plainLight(Look look, Subject subject) {
        LightChoice light = LightChoice.of(subject.firstLight());
        return Lighting.plain(light, Shader.of(settings(look), scene.shading()), sheen(look, subject, look.gloss()));
    }

    Detail detail(Look look) {
        return Detail.of(look.sharpening(), settings(look));
    }

    private RenderSettings settings(Look look) {
        RenderSettings settings = RenderSettings.of(look.settings(), scene.shading());
        if (!settings.unexplained().isEmpty()) {
            String why = "what the letters " + settings.unexplained() + " do is not known";
            warnings.add(Warning.of(WarningKind.IGNORED, "rs", why));
        }
        return settings;
    }

    private Finish tiles(Material.Texture texture, Subject subject, double opacity) {
        SceneObject object = subject.object();
        boolean rigid = isRigid(object.type());
        Picture picture = pictures.apply(texture.image());
        Laying laying = laying(texture, picture);
        boolean random = texture.align() == RANDOM_ALIGNMENT && !rigid;
        double turn = laying.repeat() == Laying.DIAMOND ? 45 : 0;
        Optional<Laying> laid = laying.isStraight() ? Optional.empty() : Optional.of(laying);
        return new Finish.Tiles(
                laid.<Picture>map(l -> new Picture.Laid(picture, l)).orElse(picture),
                texture.resolution(),
                random ? anywhere(subject, picture) : texture.anchor(),
                object.origin(rigid ? 0 : texture.align()),
                rotation(texture.rotation(), object) + direction(object.geometry()) + turn,
                texture.colorize(),
                detail(texture.look()),
                glossMap(texture.look(), subject, picture, laid),
                opacity);
    }

    /** The picture of a texture, repeated straight. */
    Picture image(Material.Texture texture) {
        return pictures.apply(texture.image());
    }

    /** The picture of a texture, laid as its repeat mode says. */
    Picture picture(Material.Texture texture) {
        Picture picture = pictures.apply(texture.image());
        Laying laying = laying(texture, picture);
        return laying.isStraight() ? picture : new Picture.Laid(picture, laying);
    }

    private Laying laying(Material.Texture texture, Picture picture) {
        int repeat = texture.repeat();
        boolean grouted = Laying.isTiling(texture.repeat());
        if (texture.grout().isPresent() && !grouted) {
            warnings.add(Warning.of(WarningKind.IGNORED, "grout", "repeat=" + texture.repeat() + " lays no tiles"));
        }
        double density = texture.resolution();
        return new Laying(
                repeat,
                texture.grout()
                        .filter(g -> grouted)
                        .map(g -> new Laying.Joint(g.color(), g.width() * density, g.authored() * density)),
                seed(picture.text()));
    }

    /** A point of the picture that depends on the object and the picture only. */
    private static Anchor anywhere(Subject subject, Picture picture) {
        Random random = new Random(seed(subject.path() + ' ' + picture.text()));
        return new Anchor.Normalized(random.nextDouble() - 0.5, random.nextDouble() - 0.5);
    }

    /** The same for the same text, always and everywhere. */
    private static long seed(String text) {
        return Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asLong();
    }

    /** Walls and cabinets turn nothing, flat surfaces by eighths of a turn only, others as asked. */
    private double rotation(double asked, SceneObject object) {
        if (isRigid(object.type())) {
            if (asked != 0) {
                String type = object.type().name().toLowerCase(Locale.ROOT);
                warnings.add(Warning.of(WarningKind.IGNORED, "rotate", "textures on a " + type + " are not turned"));
            }
            return 0;
        }
        if (!isFlat(object)) {
            return asked;
        }
        double eighths = Math.rint(asked / 45) * 45;
        if (eighths != asked) {
            warnings.add(Warning.of(WarningKind.VALUE_ADJUSTED, "rotate=" + text(asked), text(eighths)));
        }
        return eighths;
    }

    private static boolean isRigid(ObjectType type) {
        return switch (type) {
            case WALL, CABINET, APPLIANCE, DOOR, WINDOW_FRAME -> true;
            case FLAT, PLANAR, FLOWLINE, SKETCH, NON_TEXTURABLE, STATIC, STATIC_OVERLAP -> false;
        };
    }

    private static boolean isFlat(SceneObject object) {
        return object.type() == ObjectType.FLAT
                || object.type() == ObjectType.PLANAR
                || object.geometry() instanceof Geometry.Quad
                || object.geometry() instanceof Geometry.Matrix;
    }

    private static double direction(Geometry geometry) {
        return geometry instanceof Geometry.Quad quad ? quad.direction() : 0;
    }

    private static String text(double angle) {
        return angle == Math.rint(angle) ? String.valueOf((long) angle) : String.valueOf(angle);
    }
}
