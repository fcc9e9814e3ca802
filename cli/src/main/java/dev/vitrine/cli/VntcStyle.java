package dev.vitrine.cli;

import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.OpenStyle;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.StyleConverter;
import dev.vitrine.render.scene.WindowStyle;
import dev.vitrine.render.scene.WindowStyle.Covering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What {@code vntc} tells of style packages, and the picture that stands for one. */
final class VntcStyle {
    private final OpenStyle open;
    private final OptionalDouble resolution;
    private final VntcLog log;

    /** @param resolution that a cabinet style is to get; absent for its own */
    VntcStyle(OpenStyle open, OptionalDouble resolution, VntcLog log) {
        this.open = open;
        this.resolution = resolution;
        this.log = log;
    }

    void tell() {
        boolean isMaster = open.style().files().stream()
                .noneMatch(file -> file.toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"));
        log.put("master", isMaster ? 1 : 0);
        if (!isMaster) {
            log.warning("it holds JPEG pictures; keep a master with lossless ones");
        }
        picture().map(PixelBuffer::size).ifPresent(this::sizes);
        if (open.style() instanceof CabinetStyle cabinet) {
            cabinet(cabinet);
        } else {
            log.put("suffix", "vnw");
            log.put("style", List.of(Covering.values()).indexOf(((WindowStyle) open.style()).covering()));
        }
    }

    private void sizes(Size size) {
        log.put("sourceSize", size.width() + "," + size.height());
        Size target = open.style() instanceof CabinetStyle cabinet
                ? StyleConverter.size(size, first(cabinet).orElseThrow(), resolution)
                : size;
        log.put("targetSizes", target.width() + "," + target.height());
    }

    private void cabinet(CabinetStyle style) {
        Color color = style.baseColor();
        log.put("suffix", "vnc");
        log.put("bgc", color.red() + "," + color.green() + "," + color.blue());
        boolean glass = style.components().keySet().stream().anyMatch(name -> name.endsWith("Glass"));
        log.put("glass", glass ? 1 : 0);
        log.put("numPanels", style.components().size());
        log.put("texturable", style.components().values().stream().anyMatch(Component::texturable) ? 1 : 0);
        first(style).ifPresent(panel -> log.put("resolution", VntcRun.decimal(panel.resolution())));
    }

    static Optional<Component> first(CabinetStyle style) {
        return style.components().values().stream().findFirst();
    }

    /** The first panel of a cabinet style; the first illumination map of a window covering. */
    Optional<PixelBuffer> picture() {
        if (open.style() instanceof CabinetStyle cabinet) {
            return first(cabinet).map(panel -> open.picture(panel.image()));
        }
        WindowStyle window = (WindowStyle) open.style();
        return window.variants().entrySet().stream()
                .filter(variant -> !variant.getValue().pieces().isEmpty())
                .findFirst()
                .map(variant -> {
                    SceneRasters rasters = open.rasters(variant.getKey());
                    return gray(rasters.light(variant.getValue().pieces().get(0).illumination()), rasters.size());
                });
    }

    private static PixelBuffer gray(LightMap light, Size size) {
        PixelBuffer out = PixelBuffer.blank(size.width(), size.height());
        for (int i = 0; i < out.argb().length; i++) {
            int level = light.at(i % size.width(), i / size.width(), 0) >> 8;
            out.argb()[i] = 0xff000000 | level * 0x010101;
        }
        return out;
    }
}
