package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.Fuzz;
import dev.vitrine.catalog.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the files hold, reading them ends, and ends with nothing worse than problems. */
class FileFuzzTest {
    private static final String[] PIECES = {
        "Id",
        "Path",
        "Color",
        "RootId",
        "MaxPix",
        "Size",
        "=",
        "\t",
        "\t\t",
        "\n",
        "\r",
        "\r\n",
        "\"",
        "\"\"",
        "'",
        "''",
        "\\",
        "\\\n",
        "#",
        ",",
        "0",
        "-1",
        "99999999999",
        "1,2",
        "80ff00",
        " ",
        "\0",
        "é",
        ".x",
        "a"
    };

    @Test
    void attributeFile_anyText_givesOnlyProblems() {
        new Fuzz(4711, PIECES).rounds(5000, 40, text -> {
            ProblemLog log = new ProblemLog();
            ProblemLog.FileProblems problems = log.of("fuzz.ini");
            new AttributeReader(problems).read(new AttributeFile(text, problems).entries());
            checkLines(log.all(), text);
        });
    }

    @Test
    void materials_anyText_giveOnlyProblems() {
        tables(4712, RecordReaders.MATERIAL_COLUMNS, RecordReaders::materials);
    }

    @Test
    void vignettes_anyText_giveOnlyProblems() {
        tables(4714, RecordReaders.VIGNETTE_COLUMNS, RecordReaders::vignettes);
    }

    @Test
    void images_anyText_giveOnlyProblems() {
        tables(4715, RecordReaders.IMAGE_COLUMNS, RecordReaders::images);
    }

    @Test
    void fonts_anyText_giveOnlyProblems() {
        tables(4716, RecordReaders.FONT_COLUMNS, RecordReaders::fonts);
    }

    @Test
    void profiles_anyText_giveOnlyProblems() {
        tables(4717, RecordReaders.PROFILE_COLUMNS, RecordReaders::profiles);
    }

    @Test
    void macros_anyText_giveOnlyProblems() {
        tables(4718, RecordReaders.MACRO_COLUMNS, RecordReaders::macros);
    }

    /** Any text below a right heading, below a heading of pieces, and by itself. */
    private static void tables(long seed, List<String> columns, Function<DataTable, Object> reader) {
        Fuzz fuzz = new Fuzz(
                seed, Stream.concat(columns.stream(), Stream.of(PIECES)).toArray(String[]::new));
        fuzz.rounds(1500, 60, body -> {
            String heading = String.join("\t", columns) + "\n";
            String text = fuzz.random().nextInt(3) == 0 ? body : heading + body;
            ProblemLog log = new ProblemLog();
            ProblemLog.FileProblems problems = log.of("fuzz.txt");
            List<DataFile.Line> lines = new DataFile(text, CatalogLimits.standard(), problems).lines();
            assertNotNull(reader.apply(new DataTable(lines, columns, problems)));
            checkLines(log.all(), text);
        });
    }

    /** What is written with every cell in quotes comes back as it was. */
    @Test
    void dataFile_quotedCells_comeBack() {
        Fuzz fuzz = new Fuzz(4713, PIECES);
        fuzz.rounds(3000, 2, ignored -> {
            Random random = fuzz.random();
            List<String> cells = new ArrayList<>(List.of("key"));
            for (int c = random.nextInt(5); c > 0; c--) {
                cells.add(fuzz.text(40));
            }
            char quote = random.nextBoolean() ? '"' : '\'';
            StringBuilder line = new StringBuilder();
            for (String cell : cells) {
                String twice = cell.replace("" + quote, "" + quote + quote);
                line.append(line.length() == 0 ? "" : "\t")
                        .append(quote)
                        .append(twice)
                        .append(quote);
            }
            ProblemLog log = new ProblemLog();
            List<DataFile.Line> lines =
                    new DataFile(line + "\r\n", CatalogLimits.standard(), log.of("fuzz.txt")).lines();
            assertEquals(List.of(new DataFile.Line(1, cells)), lines);
            assertEquals(List.of(), log.all());
        });
    }

    private static void checkLines(List<Problem> problems, String text) {
        long lines = text.lines().count() + 1;
        for (Problem problem : problems) {
            assertTrue(problem.line() >= 0 && problem.line() <= lines, () -> problem + " in " + lines + " lines");
        }
    }
}
