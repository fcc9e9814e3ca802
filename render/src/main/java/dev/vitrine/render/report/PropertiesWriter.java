package dev.vitrine.render.report;

import com.google.common.xml.XmlEscapers;
import dev.vitrine.core.value.TextForm;
import java.time.Instant;
import java.util.Map;

/**
 * Writes properties in the form that was asked for.
 *
 * <table>
 *   <caption>Forms</caption>
 *   <tr><td>TEXT</td><td>a Java properties file with the header {@code #S7Z OK} and a line with the time</td></tr>
 *   <tr><td>JAVASCRIPT</td><td>{@code image.width='800';}: assignments to objects that the page has made</td></tr>
 *   <tr><td>JSON</td><td>a call of {@code s7jsonResponse} with all values as strings, and an empty request id</td></tr>
 *   <tr><td>XML</td><td>{@code <properties><property name="image.width" value="800"/>…}</td></tr>
 * </table>
 */
public final class PropertiesWriter {
    private static final String EOL = "\r\n";

    /** The whole body. {@code now} is for the header of the text form; nothing else depends on it. */
    public TextBody write(Properties properties, TextForm form, Instant now) {
        return write(properties, form, now, Call.PLAIN);
    }

    /**
     * How a JSONP reply calls back.
     *
     * @param handler the function
     * @param id its second argument
     */
    public record Call(String handler, String id) {
        public static final Call PLAIN = new Call("s7jsonResponse", "");
    }

    /** Likewise, with a call of the client's choice; both its parts have been checked. */
    public TextBody write(Properties properties, TextForm form, Instant now, Call call) {
        return switch (form) {
            case TEXT -> new TextBody(text(properties, now), "text/plain");
            case JAVASCRIPT -> new TextBody(javaScript(properties), "text/javascript");
            case JSON -> new TextBody(json(properties, call), "text/javascript");
            case XML -> new TextBody(xml(properties), "text/xml");
        };
    }

    private static String text(Properties properties, Instant now) {
        StringBuilder out = new StringBuilder("#S7Z OK").append(EOL);
        out.append('#').append(Timestamp.text(now)).append(EOL);
        properties.values().forEach((name, value) -> {
            propertyText(name, true, out);
            out.append('=');
            propertyText(value, false, out);
            out.append(EOL);
        });
        return out.toString();
    }

    /** With the escapes of {@link java.util.Properties#store}. */
    private static void propertyText(String text, boolean key, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\f' -> out.append("\\f");
                case '\\', '=', ':', '#', '!' -> out.append('\\').append(c);
                case ' ' -> out.append(key || i == 0 ? "\\ " : " ");
                default -> appendAscii(c, out);
            }
        }
    }

    private static String javaScript(Properties properties) {
        StringBuilder out = new StringBuilder();
        properties.values().forEach((name, value) -> {
            out.append(name).append("='");
            scriptText(value, out);
            out.append("';").append(EOL);
        });
        return out.toString();
    }

    private static String json(Properties properties, Call call) {
        StringBuilder out =
                new StringBuilder("/*jsonp*/").append(call.handler()).append("({");
        boolean first = true;
        for (Map.Entry<String, String> property : properties.values().entrySet()) {
            out.append(first ? "\"" : ",\"");
            first = false;
            scriptText(property.getKey(), out);
            out.append("\":\"");
            scriptText(property.getValue(), out);
            out.append('"');
        }
        out.append("},\"");
        scriptText(call.id(), out);
        return out.append("\");").toString();
    }

    /** Text within quotes of either kind, valid in JSON and JavaScript, and harmless within a page. */
    private static void scriptText(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\'', '<', '>', '&' -> appendEscape(c, out);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendAscii(c, out);
            }
        }
    }

    private static void appendAscii(char c, StringBuilder out) {
        if (c < ' ' || c > '~') {
            appendEscape(c, out);
        } else {
            out.append(c);
        }
    }

    private static void appendEscape(char c, StringBuilder out) {
        out.append(String.format("\\u%04X", (int) c));
    }

    private static String xml(Properties properties) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<properties>");
        properties
                .values()
                .forEach((name, value) -> out.append("<property name=\"")
                        .append(XmlEscapers.xmlAttributeEscaper().escape(name))
                        .append("\" value=\"")
                        .append(XmlEscapers.xmlAttributeEscaper().escape(value))
                        .append("\"/>"));
        return out.append("</properties>").toString();
    }
}
