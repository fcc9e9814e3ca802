package dev.vitrine.render.report;

import dev.vitrine.core.text.Escapes;
import dev.vitrine.core.text.Timestamp;
import dev.vitrine.core.value.ScriptCall;
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
 *   <tr><td>JSON</td><td>a call of {@code s7jsonResponse}, or whatever {@code handler=} says, with all values as strings and {@code id=}</td></tr>
 *   <tr><td>XML</td><td>{@code <properties><property name="image.width" value="800"/>…}</td></tr>
 * </table>
 */
public final class PropertiesWriter {
    private static final String EOL = "\r\n";

    /** The whole body. {@code now} is for the header of the text form; nothing else depends on it. */
    public TextBody write(Properties properties, TextForm form, ScriptCall call, Instant now) {
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
        properties
                .values()
                .forEach((name, value) -> out.append(Escapes.propertyName(name))
                        .append('=')
                        .append(Escapes.property(value))
                        .append(EOL));
        return out.toString();
    }

    private static String javaScript(Properties properties) {
        StringBuilder out = new StringBuilder();
        properties
                .values()
                .forEach((name, value) -> out.append(name)
                        .append("='")
                        .append(Escapes.script(value))
                        .append("';")
                        .append(EOL));
        return out.toString();
    }

    private static String json(Properties properties, ScriptCall call) {
        StringBuilder out = new StringBuilder("/*jsonp*/" + call.handler() + "({");
        boolean first = true;
        for (Map.Entry<String, String> property : properties.values().entrySet()) {
            out.append(first ? "\"" : ",\"")
                    .append(Escapes.script(property.getKey()))
                    .append("\":\"")
                    .append(Escapes.script(property.getValue()))
                    .append('"');
            first = false;
        }
        return out.append("},\"")
                .append(Escapes.script(call.id()))
                .append("\");")
                .toString();
    }

    private static String xml(Properties properties) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<properties>");
        properties
                .values()
                .forEach((name, value) -> out.append("<property name=\"")
                        .append(Escapes.xml(name))
                        .append("\" value=\"")
                        .append(Escapes.xml(value))
                        .append("\"/>"));
        return out.append("</properties>").toString();
    }
}
