package dev.vitrine.render.scene;

/**
 * Something wrong, or merely odd, about a package.
 *
 * @param where an entry's path, or a place in the manifest such as {@code tree[0].children[2].mask.file}
 * @param what a sentence for the author, without a full stop
 */
public record PackageProblem(Severity severity, String where, String what) {
    /** Whether the package can be used nevertheless. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return (severity == Severity.ERROR ? "error: " : "warning: ") + where + ": " + what;
    }
}
