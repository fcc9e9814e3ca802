package dev.vitrine.errors;

import dev.vitrine.core.text.Escapes;
import dev.vitrine.core.text.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what may be said in one of the forms.
 *
 * <p>The protocol fixes the two outer lines of JSONP and that properties are readable as Java properties. What it leaves open
 * is decided here: properties and JavaScript name the facts {@code error.title}, {@code error.message} … like the variables
 * {@code $error.title$} and {@code $error.message$} of error templates; XML has an element for each.
 */
final class ErrorText {
    private ErrorText() {}

    static String write(ErrorForm form, ErrorFacts facts) {
        return switch (form) {
            case PLAIN -> plain(facts);
            case PROPERTIES -> properties(facts);
            case JAVASCRIPT -> javaScript(facts);
            case XML -> xml(facts);
            case JSONP -> jsonp(facts);
            case PROBLEM -> problem(facts);
        };
    }

    private static String plain(ErrorFacts facts) {
        StringBuilder out = new StringBuilder(facts.title()).append('\n');
        facts.message()
                .ifPresent(message -> out.append(message)
                        .append("\nrequest id ")
                        .append(facts.requestId())
                        .append('\n'));
        facts.origins().forEach(line -> out.append(line).append('\n'));
        facts.trace().forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    /** Lines end as those of good properties do. */
    private static String properties(ErrorFacts facts) {
        StringBuilder out = new StringBuilder("#S7Z ERROR\r\n#")
                .append(Timestamp.text(facts.moment()))
                .append("\r\n");
        named(facts)
                .forEach((name, value) -> out.append("error.")
                        .append(name)
                        .append('=')
                        .append(Escapes.property(value))
                        .append("\r\n"));
        return out.toString();
    }

    private static String javaScript(ErrorFacts facts) {
        StringBuilder out = new StringBuilder();
        named(facts)
                .forEach((name, value) -> out.append("error.")
                        .append(name)
                        .append("='")
                        .append(Escapes.script(value))
                        .append("';\n"));
        return out.toString();
    }

    private static String xml(ErrorFacts facts) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error>");
        named(facts)
                .forEach((name, value) -> out.append('<')
                        .append(name)
                        .append('>')
                        .append(Escapes.xml(value))
                        .append("</")
                        .append(name)
                        .append('>'));
        return out.append("</error>\n").toString();
    }

    private static String jsonp(ErrorFacts facts) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("message", facts.message().orElse(facts.title()));
        members.putAll(named(facts));
        return "/*jsonp*/s7jsonError(" + object(members) + ",\""
                + Escapes.script(facts.callId().orElse("")) + "\");";
    }

    private static String problem(ErrorFacts facts) {
        Map<String, String> members = named(facts);
        StringBuilder out = new StringBuilder("{")
                .append(member("type", "urn:vitrine:error:" + facts.kind().code()))
                .append(",\"status\":")
                .append(facts.status())
                .append(",\"class\":")
                .append(facts.errorClass())
                .append(',')
                .append(member("instance", "urn:vitrine:request:" + facts.requestId()));
        members.forEach((name, value) -> {
            if (!name.equals("class")) {
                out.append(',').append(member(name.equals("message") ? "detail" : name, value));
            }
        });
        return out.append("}\n").toString();
    }

    /** The facts as text by name, in the order in which they are written. */
    private static Map<String, String> named(ErrorFacts facts) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("title", facts.title());
        facts.message().ifPresent(message -> named.put("message", message));
        named.put("code", facts.kind().code());
        named.put("class", Integer.toString(facts.errorClass()));
        named.put("requestId", facts.requestId());
        if (!facts.origins().isEmpty()) {
            named.put("origins", String.join("\n", facts.origins()));
        }
        if (!facts.trace().isEmpty()) {
            named.put("trace", String.join("\n", facts.trace()));
        }
        return named;
    }

    private static String object(Map<String, String> members) {
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, value) -> out.append(out.length() > 1 ? "," : "").append(member(name, value)));
        return out.append('}').toString();
    }

    private static String member(String name, String value) {
        return "\"" + name + "\":\"" + Escapes.script(value) + "\"";
    }
}
