package dev.vitrine.render.step;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.shade.Detail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cabinet front in a style: its panels, and the face that shows between them.
 *
 * @param panels a later one lies over an earlier one
 * @param grain the style's material, where it has one
 * @param base the style's own color
 * @param colorize what recolors the pictures and the material alike
 */
public record CabinetFinish(
        SourceFile style,
        List<Front> panels,
        Optional<Finish.Tiles> grain,
        Color base,
        Optional<Colorize> colorize,
        Detail detail)
        implements Finish {
    public CabinetFinish {
        panels = List.copyOf(panels);
    }

    /** A component of the style in its place. */
    public record Front(CabinetStyle.Choice choice, Area area) {
        private String text() {
            return choice.name() + (choice.mirrored() ? " mirrored" : "");
        }
    }

    /** A picture of the style. */
    Picture picture(String file) {
        return new Picture.Packaged(style, file);
    }

    @Override
    public boolean isSharpenedLate() {
        return detail.late().isPresent();
    }

    @Override
    public double opacity() {
        return 1;
    }

    @Override
    public List<Picture> pictures() {
        Stream<Picture> fronts =
                panels.stream().map(p -> picture(p.choice().component().image()));
        return Stream.concat(fronts, grain.stream().map(Finish.Tiles::picture)).collect(toImmutableList());
    }

    @Override
    public String text() {
        String fronts = panels.stream().map(Front::text).collect(Collectors.joining(", ", " (", ")"));
        return "style " + style.name() + (panels.isEmpty() ? "" : fronts)
                + grain.map(g -> " in " + g.text()).orElse("") + Numbers.text(colorize) + detail.text();
    }
}
