package dev.vitrine.core.request;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which bracket of a text closes which, worked out in one walk and without recursion, whatever the text.
 *
 * <p>Parentheses and braces are matched each for themselves, so a smiley within braces opens nothing. Braces may also
 * arrive encoded. A brace written as itself is closed by one written as itself if it can be, because then the encoded ones are
 * most likely text; an encoded brace is closed by either. As in RTF, a brace behind a backslash is no bracket.
 */
final class Brackets {
    /** What stands before the brackets of a request for a graphic, which nothing here draws: it must not be torn apart. */
    static final String GRAPHIC = "fxg";

    private static final int NONE = -1;

    private static final List<String> REQUESTS = List.of(Dialect.SERVING.token(), Dialect.RENDERING.token(), GRAPHIC);

    private final String text;
    private final int[] plainClosers;
    private final int[] anyClosers;

    Brackets(String text) {
        this.text = text;
        this.plainClosers = new int[text.length()];
        this.anyClosers = new int[text.length()];
        Arrays.fill(plainClosers, NONE);
        Arrays.fill(anyClosers, NONE);
        match();
    }

    private void match() {
        Deque<Integer> parentheses = new ArrayDeque<>();
        Deque<Integer> plain = new ArrayDeque<>();
        Deque<Integer> any = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            int escaped = escapeLength(at);
            if (escaped > 0) {
                at += escaped;
                continue;
            }
            switch (kind(at)) {
                case '(' -> parentheses.push(at);
                case ')' -> close(parentheses, plainClosers, at);
                case '{' -> {
                    any.push(at);
                    if (length(at) == 1) {
                        plain.push(at);
                    }
                }
                case '}' -> {
                    close(any, anyClosers, at);
                    if (length(at) == 1) {
                        close(plain, plainClosers, at);
                    }
                }
                default -> {}
            }
            at++;
        }
    }

    private static void close(Deque<Integer> open, int[] closers, int at) {
        if (!open.isEmpty()) {
            closers[open.pop()] = at;
        }
    }

    /** Where the bracket that closes the one at {@code opener} begins, or -1. */
    int closer(int opener) {
        return plainClosers[opener] >= 0 ? plainClosers[opener] : anyClosers[opener];
    }

    /** As {@link #closer}, for brackets that are not encoded. */
    int plainCloser(int opener) {
        return plainClosers[opener];
    }

    /** How many characters the bracket here has: 1, or 3 when it is encoded. */
    int length(int at) {
        return text.charAt(at) == '%' ? 3 : 1;
    }

    /** The bracket that begins here, decoded, or 0. */
    char kind(int at) {
        char c = text.charAt(at);
        if (c == '(' || c == ')' || c == '{' || c == '}') {
            return c;
        }
        if (text.startsWith("%7", at) && at + 2 < text.length()) {
            char last = text.charAt(at + 2);
            return last == 'b' || last == 'B' ? '{' : last == 'd' || last == 'D' ? '}' : 0;
        }
        return 0;
    }

    /** Where the bracket of a request or URL that begins at {@code start} opens, or -1 if none begins there. */
    int sourceOpener(int start) {
        int opener = requestOpener(start);
        return opener >= 0 || !isOpener(start) ? opener : start;
    }

    /** As {@link #sourceOpener}, for {@code is}, {@code ir} and {@code fxg} alone. */
    int requestOpener(int start) {
        for (String token : REQUESTS) {
            if (text.startsWith(token, start) && isOpener(start + token.length())) {
                return start + token.length();
            }
        }
        return NONE;
    }

    private boolean isOpener(int at) {
        return at < text.length() && (kind(at) == '(' || kind(at) == '{');
    }

    /** The length of a backslash and the backslash or brace behind it, or 0. */
    private int escapeLength(int at) {
        int slash = backslashLength(at);
        int next = at + slash;
        if (slash == 0 || next >= text.length()) {
            return 0;
        }
        if (backslashLength(next) > 0) {
            return slash + backslashLength(next);
        }
        char kind = kind(next);
        return kind == '{' || kind == '}' ? slash + length(next) : 0;
    }

    private int backslashLength(int at) {
        return text.charAt(at) == '\\' ? 1 : text.regionMatches(true, at, "%5c", 0, 3) ? 3 : 0;
    }

    /** The text with every bracket encoded that has no partner like itself: it opens and closes nothing elsewhere. */
    String encodeUnmatched() {
        BitSet matched = new BitSet(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (plainClosers[at] >= 0) {
                matched.set(at);
                matched.set(plainClosers[at]);
            }
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int escaped = Math.max(1, escapeLength(at));
            char c = text.charAt(at);
            if (escaped == 1 && kind(at) == c && !matched.get(at)) {
                out.append(PercentCoding.escape(c));
            } else {
                out.append(text, at, at + escaped);
            }
            at += escaped;
        }
        return out.toString();
    }

    /** How many requests stand inside one another in this text, at most. */
    int requestDepth() {
        Deque<Integer> ends = new ArrayDeque<>();
        int deepest = 0;
        for (int at = 0; at < text.length(); at++) {
            while (!ends.isEmpty() && ends.peek() < at) {
                ends.pop();
            }
            int opener = requestOpener(at);
            if (opener >= 0 && closer(opener) >= 0) {
                ends.push(closer(opener));
                deepest = Math.max(deepest, ends.size());
            }
        }
        return deepest;
    }

    /** The text within brackets of a kind in which it stays whole. */
    static String around(String inside) {
        for (String candidate : new String[] {"{" + inside + "}", "%7b" + inside + "%7d", "(" + inside + ")"}) {
            Brackets brackets = new Brackets(candidate);
            int closer = brackets.closer(0);
            if (closer >= 0 && closer + brackets.length(closer) == candidate.length()) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("brackets within do not match: " + inside);
    }
}
