package dev.vitrine.core.failure;

/** What a request may survive: odd input that was given the obvious meaning, or an effect that was left out. */
public enum WarningKind {
    UNKNOWN_COMMAND("unknown-command", "''{0}'' is not a command here and was ignored"),
    UNKNOWN_MACRO("unknown-macro", "''{0}'' was ignored: {1}"),
    FOREIGN_COMMAND("other-dialect-command", "''{0}'' belongs to the other dialect and was ignored"),
    NOT_YET("not-yet", "''{0}'' is understood but has no effect yet"),
    IGNORED("ignored", "''{0}'' has no effect here: {1}"),
    VALUE_ADJUSTED("value-adjusted", "''{0}'' was taken as {1}"),
    OBJECT_NOT_FOUND("object-not-found", "the vignette has no group or object ''{0}''{1}"),
    PICK_NOT_FOUND("pick-not-found", "no selectable object is at {0}"),
    MATERIAL_NOT_APPLIED("material-not-applied", "''{0}'' was left as it is: {1}"),
    ODD_SYNTAX("odd-syntax", "{0}");

    private final String code;
    private final String template;

    WarningKind(String code, String template) {
        this.code = code;
        this.template = template;
    }

    public String code() {
        return code;
    }

    String template() {
        return template;
    }
}
