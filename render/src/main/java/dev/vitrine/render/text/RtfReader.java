package dev.vitrine.render.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.text.RtfTables.Destination;
import dev.vitrine.render.text.StyledText.Alignment;
import dev.vitrine.render.text.StyledText.Insets;
import dev.vitrine.render.text.StyledText.Paragraph;
import dev.vitrine.render.text.StyledText.Paragraph.Indents;
import dev.vitrine.render.text.StyledText.Run;
import dev.vitrine.render.text.StyledText.Vertical;
import dev.vitrine.render.text.TextStyle.Caps;
import dev.vitrine.render.text.TextStyle.Script;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Reads the subset of RTF that templates use; text without commands is RTF too. What is not known is skipped, with its group
 * if a {@code \*} says so. A brace too many is text's own business; only depth and number of runs have limits.
 *
 * <p>Characters: {@code f fs cf b i ul ulnone strike super sub nosupersub up dn caps scaps expnd expndtw charscalex charscaley
 * kerning rtlch ltrch plain}. Paragraphs: {@code par line ql qr qc qj lastql lastqr lastqc lastqj fi li ri sb sa sl slmult
 * pard}. The box: {@code vertalt vertalc vertalb margl margr margt margb}. Tables: {@code fonttbl colortbl cmykcolortbl iscolortbl}. Signs:
 * {@code 'hh uN uc tab} and the quotes, dashes and bullet by name.
 */
public final class RtfReader {
    private static final int MOST_DEPTH = 64;
    private static final int MOST_RUNS = 5000;
    private static final double MOST_POINTS = 1638;
    private static final Charset ANSI =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : US_ASCII;
    private static final Map<String, String> SIGNS = Map.of(
            "tab", "    ",
            "emdash", "\u2014",
            "endash", "\u2013",
            "lquote", "\u2018",
            "rquote", "\u2019",
            "ldblquote", "\u201c",
            "rdblquote", "\u201d",
            "bullet", "\u2022");

    /** What a group's end puts back. */
    private record State(TextStyle style, Destination destination, int fallbackLength) {}

    private final String text;
    private final Deque<State> groups = new ArrayDeque<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final RtfTables tables = new RtfTables();
    private final StringBuilder pending = new StringBuilder();
    private List<Run> runs = new ArrayList<>();
    private State state = new State(TextStyle.PLAIN, Destination.TEXT, 1);
    private Alignment alignment = Alignment.LEFT;
    private Alignment lastAlignment = Alignment.LEFT;
    private Indents indents = Indents.NONE;
    private Vertical vertical = Vertical.TOP;
    private Insets margins = Insets.NONE;
    private double before;
    private double after;
    private double spacing;
    private boolean multiplied;
    private int skip;
    private int runCount;
    private boolean starred;
    private int at;

    private RtfReader(String text) {
        this.text = text;
    }

    /** The text with its looks. */
    public static StyledText read(String rtf) {
        return new RtfReader(rtf).read();
    }

    private StyledText read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> command();
                case '\r', '\n' -> {} // only \par and \line break lines
                default -> put(String.valueOf(c));
            }
        }
        endParagraph();
        return new StyledText(paragraphs, vertical, margins);
    }

    private void open() {
        if (groups.size() >= MOST_DEPTH) {
            throw Failures.malformed("the text nests more than " + MOST_DEPTH + " groups");
        }
        groups.push(state);
    }

    private void close() {
        if (!groups.isEmpty()) {
            tables.end(state.destination());
            flush();
            state = groups.pop();
        }
    }

    private void put(String characters) {
        if (skip > 0) {
            skip--;
            return;
        }
        if (state.destination() == Destination.TEXT) {
            pending.append(characters);
        } else {
            tables.put(state.destination(), characters);
        }
    }

    private void command() {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        int digits = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && text.charAt(at) < 0x80) {
            at++;
        }
        String number = text.substring(digits, at);
        if (number.equals("-")) {
            at--;
            number = "";
        }
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        word(word, number);
    }

    private void symbol(char c) {
        switch (c) {
            case '\\', '{', '}' -> put(String.valueOf(c));
            case '~' -> put("\u00a0");
            case '_' -> put("\u2011");
            case '*' -> starred = true;
            case '\'' -> ansi();
            case '\r', '\n' -> endParagraph();
            default -> {} // an optional hyphen, or nothing known
        }
    }

    private void ansi() {
        int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        if (high >= 0 && low >= 0) {
            at += 2;
            put(new String(new byte[] {(byte) (high << 4 | low)}, ANSI));
        }
    }

    private void word(String word, String number) {
        boolean wasStarred = starred;
        starred = false;
        int value = number.isEmpty() ? 0 : clamped(number);
        boolean on = number.isEmpty() || value != 0;
        switch (word) {
            case "fonttbl" -> enter(Destination.FONTS);
            case "colortbl" -> enter(Destination.COLORS);
            case "cmykcolortbl" -> enter(Destination.INKS);
            case "iscolortbl" -> enter(Destination.SERVING_COLORS);
            case "stylesheet", "info", "pict", "header", "footer" -> enter(Destination.NOWHERE);
            case "red", "cyan" -> tables.component(state.destination(), 0, value);
            case "green", "magenta" -> tables.component(state.destination(), 1, value);
            case "blue", "yellow" -> tables.component(state.destination(), 2, value);
            case "black" -> tables.component(state.destination(), 3, value);
            case "f" -> font(value);
            case "fs" ->
                style(state.style()
                        .withPoints(Math.min(MOST_POINTS, Math.max(0.5, number.isEmpty() ? 12 : value / 2.0))));
            case "cf" -> style(state.style().withColor(tables.color(value)));
            case "b" -> style(state.style().withBold(on));
            case "i" -> style(state.style().withItalic(on));
            case "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave" ->
                style(state.style().withUnderline(on));
            case "ulnone" -> style(state.style().withUnderline(false));
            case "strike" -> style(state.style().withStrike(on));
            case "super" -> style(state.style().withScript(on ? Script.SUPER : Script.NONE));
            case "sub" -> style(state.style().withScript(on ? Script.SUB : Script.NONE));
            case "nosupersub" -> style(state.style().withScript(Script.NONE));
            case "up" -> style(state.style().withLift((number.isEmpty() ? 6 : value) / 2.0));
            case "dn" -> style(state.style().withLift(-(number.isEmpty() ? 6 : value) / 2.0));
            case "caps" -> style(state.style().withCaps(on ? Caps.ALL : Caps.NONE));
            case "scaps" -> style(state.style().withCaps(on ? Caps.SMALL : Caps.NONE));
            case "expnd" -> style(state.style().withTracking(value / 4.0));
            case "expndtw" -> style(state.style().withTracking(value / 20.0));
            case "charscalex" -> style(state.style().withAcross(share(number, value)));
            case "charscaley" -> style(state.style().withDown(share(number, value)));
            case "kerning" -> style(state.style().withKerning(on ? value / 2.0 : Double.POSITIVE_INFINITY));
            case "rtlch" -> style(state.style().withBackwards(true));
            case "ltrch" -> style(state.style().withBackwards(false));
            case "plain" -> style(TextStyle.PLAIN);
            case "par" -> endParagraph();
            case "line" -> put("\n");
            case "ql" -> alignment = Alignment.LEFT;
            case "qr" -> alignment = Alignment.RIGHT;
            case "qc" -> alignment = Alignment.CENTER;
            case "qj" -> alignment = Alignment.JUSTIFY;
            case "lastql" -> lastAlignment = Alignment.LEFT;
            case "lastqr" -> lastAlignment = Alignment.RIGHT;
            case "lastqc" -> lastAlignment = Alignment.CENTER;
            case "lastqj" -> lastAlignment = Alignment.JUSTIFY;
            case "fi" -> indents = new Indents(value / 20.0, indents.left(), indents.right());
            case "li" -> indents = new Indents(indents.first(), value / 20.0, indents.right());
            case "ri" -> indents = new Indents(indents.first(), indents.left(), value / 20.0);
            case "margl" -> margins = new Insets(twips(value), margins.top(), margins.right(), margins.bottom());
            case "margt" -> margins = new Insets(margins.left(), twips(value), margins.right(), margins.bottom());
            case "margr" -> margins = new Insets(margins.left(), margins.top(), twips(value), margins.bottom());
            case "margb" -> margins = new Insets(margins.left(), margins.top(), margins.right(), twips(value));
            case "sb" -> before = twips(value);
            case "sa" -> after = twips(value);
            case "sl" -> spacing = value;
            case "slmult" -> multiplied = on;
            case "pard" -> resetParagraph();
            case "vertalt" -> vertical = Vertical.TOP;
            case "vertalc" -> vertical = Vertical.CENTER;
            case "vertalb" -> vertical = Vertical.BOTTOM;
            case "uc" -> state = new State(state.style(), state.destination(), Math.max(0, Math.min(8, value)));
            case "u" -> unicode(value);
            default -> {
                if (SIGNS.containsKey(word)) {
                    put(SIGNS.get(word));
                } else if (wasStarred) {
                    enter(Destination.NOWHERE);
                }
            }
        }
    }

    private static int clamped(String number) {
        try {
            return Math.max(-1_000_000, Math.min(1_000_000, Integer.parseInt(number)));
        } catch (NumberFormatException tooLong) {
            return number.startsWith("-") ? -1_000_000 : 1_000_000;
        }
    }

    private void enter(Destination destination) {
        flush();
        if (!groups.isEmpty()) {
            state = new State(state.style(), destination, state.fallbackLength());
        }
    }

    private void font(int index) {
        if (state.destination() == Destination.FONTS) {
            tables.startFont(index);
        } else {
            style(state.style().withFont(tables.font(index)));
        }
    }

    /** A factor of letters, given in percent. */
    private static double share(String number, int percent) {
        return number.isEmpty() ? 1 : Math.max(0.01, Math.min(50, percent / 100.0));
    }

    private void unicode(int value) {
        put(String.valueOf((char) value));
        skip = state.fallbackLength();
        if (skip > 0 && at < text.length() && "{}".indexOf(text.charAt(at)) >= 0) {
            skip = 0;
        }
    }

    private void style(TextStyle style) {
        flush();
        state = new State(style, state.destination(), state.fallbackLength());
    }

    private void flush() {
        if (!pending.isEmpty()) {
            if (++runCount > MOST_RUNS) {
                throw Failures.malformed("the text changes its looks more than " + MOST_RUNS + " times");
            }
            runs.add(new Run(pending.toString(), state.style()));
            pending.setLength(0);
        }
    }

    private void endParagraph() {
        flush();
        if (runs.isEmpty()) {
            runs.add(new Run("", state.style()));
        }
        if (paragraphs.size() >= MOST_RUNS) {
            throw Failures.malformed("the text has more than " + MOST_RUNS + " paragraphs");
        }
        double multiple = multiplied && spacing != 0 ? Math.abs(spacing) / 240 : 0;
        paragraphs.add(new Paragraph(runs, alignment, lastAlignment, indents, before, after, spacing / 20, multiple));
        runs = new ArrayList<>();
    }

    private void resetParagraph() {
        alignment = Alignment.LEFT;
        lastAlignment = Alignment.LEFT;
        indents = Indents.NONE;
        before = 0;
        after = 0;
        spacing = 0;
        multiplied = false;
    }

    private static double twips(int value) {
        return Math.max(0, value / 20.0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
