package dev.vitrine.render.step;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.shade.Lighting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a wall in parts wears: fills beside each other, and borders over them in their order.
 *
 * @param fills none where only borders are asked for: the photograph shows between them
 */
public record WallFinish(List<Fill> fills, List<Border> borders) implements Finish {
    public WallFinish {
        fills = List.copyOf(fills);
        borders = List.copyOf(borders);
    }

    /**
     * A finish between two rows of the surface.
     *
     * @param name for people
     * @param from scene units; perhaps infinite
     * @param to likewise
     */
    public record Fill(String name, Finish finish, Lighting light, double from, double to) {
        String text(Lighting usual) {
            return name + " " + finish.text() + (light.equals(usual) ? "" : " " + light.text());
        }
    }

    /**
     * A strip of pictures along its line, as high as the picture.
     *
     * @param tiles their anchor counts from left to right only
     */
    public record Border(Layout.Border place, Layout.Line line, Finish.Tiles tiles, Lighting light) {
        String text(Lighting usual) {
            return place.name().toLowerCase(Locale.ROOT) + " border " + (line.up() ? "above " : "below ")
                    + Numbers.text(line.v()) + " " + tiles.text() + (light.equals(usual) ? "" : " " + light.text());
        }
    }

    /** The light of the first part. */
    public Lighting light() {
        return fills.isEmpty() ? borders.get(0).light() : fills.get(0).light();
    }

    @Override
    public boolean isSharpenedLate() {
        return fills.stream().anyMatch(fill -> fill.finish().isSharpenedLate())
                || borders.stream().anyMatch(border -> border.tiles().isSharpenedLate());
    }

    @Override
    public double opacity() {
        return 1;
    }

    @Override
    public List<Picture> pictures() {
        return Stream.concat(
                        fills.stream().flatMap(fill -> fill.finish().pictures().stream()),
                        borders.stream().map(border -> border.tiles().picture()))
                .collect(toImmutableList());
    }

    @Override
    public String text() {
        return Stream.concat(
                        fills.stream().map(fill -> fill.text(light())),
                        borders.stream().map(border -> border.text(light())))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }
}
