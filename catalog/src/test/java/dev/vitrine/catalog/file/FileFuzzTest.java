package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
        Random random = new Random(4711);
        for (int i = 0; i < 5000; i++) {
            String text = text(random);
            ProblemLog log = new ProblemLog();
            ProblemLog.FileProblems problems = log.of("fuzz.ini");
            new AttributeReader(problems).read(new AttributeFile(text, problems).entries());
            checkLines(log.all(), text);
        }
    }

    @Test
    void dataFile_anyText_givesOnlyProblems() {
        Random random = new Random(4712);
        for (int i = 0; i < 5000; i++) {
            String text = (random.nextBoolean() ? "Id\tPath\tColor\tSize\n" : "") + text(random);
            ProblemLog log = new ProblemLog();
            ProblemLog.FileProblems problems = log.of("fuzz.txt");
            List<DataFile.Line> lines = new DataFile(text, CatalogLimits.standard(), problems).lines();
            RecordReaders.materials(new DataTable(lines, RecordReaders.MATERIAL_COLUMNS, problems));
            RecordReaders.vignettes(new DataTable(lines, RecordReaders.VIGNETTE_COLUMNS, problems));
            checkLines(log.all(), text);
        }
    }

    /** What is written with every cell in quotes comes back as it was. */
    @Test
    void dataFile_quotedCells_comeBack() {
        Random random = new Random(4713);
        for (int i = 0; i < 3000; i++) {
            List<String> cells = new ArrayList<>(List.of("key"));
            for (int c = random.nextInt(5); c > 0; c--) {
                cells.add(text(random));
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
        }
    }

    private static void checkLines(List<Problem> problems, String text) {
        long lines = text.lines().count() + 1;
        for (Problem problem : problems) {
            assertTrue(problem.line() >= 0 && problem.line() <= lines, () -> problem + " in " + lines + " lines");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
