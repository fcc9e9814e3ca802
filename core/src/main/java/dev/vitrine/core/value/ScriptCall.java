package dev.vitrine.core.value;

/**
 * How a JSONP reply calls the page back ({@code handler=}, {@code id=}).
 *
 * @param handler the name of the function
 * @param id what comes back as its second argument; empty when the request gave none
 */
public record ScriptCall(String handler, String id) {
    public static final ScriptCall STANDARD = new ScriptCall("s7jsonResponse", "");
}
