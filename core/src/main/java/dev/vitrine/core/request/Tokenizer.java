package dev.vitrine.core.request;

import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.request.CommandText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a query, as it was sent, into commands. Walks it once, understands every text in some way, and never fails.
 *
 * <pre>
 * query     = [ item ] *( separator [ item ] )
 * item      = "." comment | "$" name "$" [ "=" ] | "$" name "=" value | name [ "=" value ]
 * separator = an ampersand, or a question mark in any text that is not meant for people to read
 * </pre>
 *
 * What a value holds within brackets belongs to it, separators too. There are two ways of holding brackets:
 *
 * <ul>
 *   <li>A <em>source</em> begins with {@code is}, {@code ir}, {@code fxg} or nothing and a bracket, at the start of the value of
 *       {@code src=} and its like, or behind a comma in it. Its closing bracket ends the command, and text glued to it is the
 *       next one: {@code src=is(a)bgc=f5f5f5}. So it is for a variable that begins with <code>is{</code> or
 *       <code>ir{</code>.
 *   <li>Everywhere else a brace only protects what is between it and the brace that closes it. One that is never closed is text.
 * </ul>
 *
 * Survived without a word: empty commands, blanks, slashes and question marks before a name, ampersands written as in HTML,
 * encoded names.
 */
final class Tokenizer {
    /** The commands of both dialects whose value may be a request or a URL. */
    private static final ImmutableSet<String> SOURCES = ImmutableSet.of("src", "mask", "glossmap");

    /** What the names of Image Serving's commands for people to read begin with: people ask questions. */
    private static final String TEXT = "text";

    private final String text;
    private final Brackets brackets;
    private final List<CommandText> commands = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
        this.brackets = new Brackets(text);
    }

    static List<CommandText> split(String query) {
        Tokenizer tokenizer = new Tokenizer(query);
        while (tokenizer.skipToCommand()) {
            tokenizer.readCommand();
        }
        return tokenizer.commands;
    }

    /** Moves to where a command begins; false when none is left. */
    private boolean skipToCommand() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&' && text.regionMatches(true, at, "&amp;", 0, 5)) {
                at += 5;
            } else if (c == '&' || c == '?' || c == '/' || Character.isWhitespace(c)) {
                at++;
            } else if (c == '.') {
                int end = text.indexOf('&', at);
                at = end < 0 ? text.length() : end;
            } else {
                return true;
            }
        }
        return false;
    }

    private void readCommand() {
        char bracket = brackets.kind(at);
        if (bracket == ')' || bracket == '}') {
            add(Kind.STRAY, String.valueOf(bracket), "", true);
            at += brackets.length(at);
            return;
        }
        int start = at;
        while (at < text.length() && "=&?".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String sent = text.substring(start, at);
        boolean hasValue = at < text.length() && text.charAt(at) == '=';
        if (hasValue) {
            at++;
        }
        String name = PercentCoding.decodeLeniently(sent).strip();
        boolean dollar = name.startsWith("$");
        if (name.isEmpty()) {
            readValue(Kind.STRAY, hasValue ? "=" : sent, hasValue);
        } else if (dollar && name.length() > 2 && name.indexOf('$', 1) == name.length() - 1) {
            readValue(Kind.MACRO, name.substring(1, name.length() - 1), hasValue);
        } else if (dollar && name.length() > 1 && name.indexOf('$', 1) < 0) {
            readValue(Kind.VARIABLE, name.substring(1), hasValue);
        } else {
            readValue(Kind.COMMAND, name, hasValue);
        }
    }

    private void readValue(Kind kind, String name, boolean hasValue) {
        int start = at;
        boolean closed = !hasValue || walkValue(kind, name.toLowerCase(Locale.ROOT));
        add(kind, name, text.substring(start, at), closed);
    }

    /** Moves to the end of a value; false when a source in it is not closed. */
    private boolean walkValue(Kind kind, String name) {
        if (kind == Kind.VARIABLE) {
            return walkVariable();
        }
        if (kind == Kind.COMMAND && SOURCES.contains(name)) {
            return walkSource();
        }
        walk(name.startsWith(TEXT) ? "&" : "&?");
        return true;
    }

    /** Walks over a source and, behind commas, further ones; false when one is not closed. */
    private boolean walkSource() {
        while (true) {
            int opener = brackets.sourceOpener(at);
            if (opener >= 0) {
                int closer = brackets.closer(opener);
                if (closer < 0) {
                    walk("&");
                    return false;
                }
                at = closer + brackets.length(closer);
            } else {
                walk("&?,");
            }
            if (at >= text.length() || text.charAt(at) != ',') {
                return true;
            }
            at++;
        }
    }

    private boolean walkVariable() {
        int opener = brackets.requestOpener(at);
        if (opener < 0) {
            walk("&");
            return true;
        }
        int closer = brackets.closer(opener);
        boolean isBrace = brackets.kind(opener) == '{';
        if (closer >= 0) {
            at = closer + brackets.length(closer);
            if (isBrace) {
                return true;
            }
        }
        walk("&");
        return closer >= 0 || !isBrace;
    }

    /** Moves to the first of these characters that is not within braces. */
    private void walk(String enders) {
        while (at < text.length() && enders.indexOf(text.charAt(at)) < 0) {
            int closer = text.charAt(at) == '{' ? brackets.plainCloser(at) : -1;
            at = Math.max(at, closer) + 1;
        }
    }

    private void add(Kind kind, String name, String value, boolean closed) {
        commands.add(new CommandText(kind, name, value, closed));
    }
}
