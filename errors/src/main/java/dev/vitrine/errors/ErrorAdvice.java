package dev.vitrine.errors;

import dev.vitrine.core.failure.FailureKind;

/**
 * What to tell people who meet a kind of failure. General, so that everybody may read it: nothing of a request is in it.
 *
 * @param cause why it happens
 * @param cure what to do about it
 */
record ErrorAdvice(String cause, String cure) {

    static ErrorAdvice of(FailureKind kind) {
        return switch (kind) {
            case MALFORMED_REQUEST ->
                advice(
                        "A part of the request has no meaning here: a control character, a template that leads nowhere, a path "
                                + "without a name.",
                        "Read the detailed message (`ErrorDetail=2`), and compare with `./vitrine explain`.");
            case UNBALANCED_BRACKETS ->
                advice(
                        "A nested request or URL in `src=` and its like is opened with `{` or `(` and never closed.",
                        "Close it with the bracket of the same kind; encode brackets that are only text.");
            case BAD_ENCODING ->
                advice(
                        "A `%` is not followed by two hex digits.",
                        "Write a percent sign as `%25`; encode each value once.");
            case BAD_VALUE ->
                advice(
                        "The value of a command cannot be read, for example `wid=undefined`.",
                        "Mend the page that builds the URL; the detailed message says what was expected.");
            case OUT_OF_RANGE ->
                advice("A value can be read but lies outside its range.", "Keep to the range in the detailed message.");
            case REQUEST_TOO_LONG ->
                advice(
                        "Path, query and macros together are longer than `vitrine.maxRequestCharacters`.",
                        "Move what repeats into macros or records; or raise the limit.");
            case NESTED_TOO_DEEP ->
                advice(
                        "Requests stand within requests deeper than `vitrine.maxNesting`; often a template that names itself.",
                        "Look for the loop; else raise the limit.");
            case NOT_SUPPORTED ->
                advice(
                        "The protocol knows it, this server does not do it yet.",
                        "See [conformance](conformance.md) for what works, and use another format or command.");
            case NO_VIGNETTE ->
                advice("The request names a catalog and no vignette.", "Name one in the path or with `vignette=`.");
            case UNKNOWN_CATALOG ->
                advice(
                        "The first part of the path is no catalog's `RootId`, and no file of that name exists.",
                        "Check the spelling and its letter case; see `/health` for the catalogs that are loaded.");
            case UNKNOWN_VIGNETTE ->
                advice(
                        "The vignette is neither a record of the vignette map nor a file below the root path.",
                        "Check id and letter case, `VignetteMapFile`, `RootPath` and `ir.resourceRootPaths`.");
            case UNKNOWN_MATERIAL ->
                advice(
                        "The material is neither a record of the catalog nor a file below the root path.",
                        "Check id and letter case, `CatalogFile`, `RootPath` and `ir.resourceRootPaths`.");
            case UNKNOWN_EMBEDDED ->
                advice(
                        "The vignette holds no material of that name or number.",
                        "Check `srcE=` and its letter case, or count `srcN=` from 0; see the manifest's `materials`.");
            case UNKNOWN_IMAGE ->
                advice(
                        "The image is neither a record of the image catalog nor a file below the root path.",
                        "Check id and letter case and `is.catalogRootPath`; a `DefaultImage` can stand in for it.");
            case UNKNOWN_PROFILE ->
                advice("The color profile is not in the catalog's profile map.", "Add it, or name one that is there.");
            case SOURCE_MISSING ->
                advice(
                        "A record names a file that is not there.",
                        "Put the file in its place, or mend the record's path; `./vitrine check` lists such records.");
            case OBJECT_NOT_FOUND ->
                advice(
                        "`obj=` names no group or object of the vignette, and the catalog says `OnFailObj=3`.",
                        "Ask `req=contents` for the names; or let `OnFailObj` deselect instead.");
            case PICK_NOT_FOUND ->
                advice(
                        "Nothing that can be selected lies at the point of `sel=`, and the catalog says `OnFailSel=3`.",
                        "Choose another point; or let `OnFailSel` deselect instead.");
            case UNSUITABLE_MATERIAL ->
                advice(
                        "The object cannot wear this material, for example a texture on an object that takes colors only.",
                        "Choose another material, or author the object for it.");
            case REPLY_TOO_LARGE ->
                advice(
                        "The picture would be larger than the catalog's `MaxPix` or `vitrine.maxReplyPixels`, or its file than `jpegSize=`.",
                        "Ask for less, or raise the limit.");
            case BUDGET_EXCEEDED ->
                advice(
                        "The request holds too many commands, nested requests or layers.",
                        "Split it, or raise the limit that the detailed message names.");
            case SOURCE_DAMAGED ->
                advice(
                        "A vignette, texture or image file is cut off or not what it claims to be.",
                        "Replace the file; uploads that were not complete are the usual reason.");
            case SOURCE_UNSUPPORTED ->
                advice(
                        "A file is of a format, or a variant of one, that is not read; old vignettes among them.",
                        "Convert it: to JPEG, PNG or TIFF, or with `./vitrine pack` to an open package.");
            case SOURCE_TOO_LARGE ->
                advice(
                        "A file holds more pixels or bytes than may be opened.",
                        "Make it smaller, or raise `vitrine.maxSourcePixels`.");
            case PATH_REFUSED ->
                advice(
                        "A path leads out of the resource folders, or holds dots, backslashes or a drive.",
                        "Use names below `ir.resourceRootPaths`; only catalog files may step up.");
            case REFUSED_BY_RULE ->
                advice(
                        "A rule of the catalog refuses such requests, or took too many steps over this one.",
                        "Ask who keeps the rule set; the detailed message names the rule.");
            case LOCK_REFUSED ->
                advice(
                        "The catalog takes locked or obscured requests only, and this one is not, or its lock does not fit.",
                        "Build the URL again, with the key of the catalog.");
            case ADDRESS_REFUSED ->
                advice(
                        "The catalog or a rule does not serve the address that asked.",
                        "Check `ClientAddressFilter` and the rules; behind a proxy also `vitrine.trustedProxies`.");
            case FOREIGN_REFUSED ->
                advice("A URL as a source is not allowed.", "Put the image below the resource folders.");
            case FOREIGN_FAILED ->
                advice("A foreign source answered with an error, or not at all.", "Look at the server that keeps it.");
            case FOREIGN_TIMED_OUT ->
                advice("A foreign source took too long.", "Look at the server that keeps it; try again.");
            case TIMED_OUT ->
                advice(
                        "The request took longer than `vitrine.requestTimeoutMillis`, waiting included.",
                        "Try again; if it stays so, ask for less, or give the server more processors.");
            case TOO_BUSY ->
                advice(
                        "More requests are waiting than `vitrine.queue` allows.",
                        "Try again after `Retry-After`; if it stays so, add servers or a cache in front.");
            case INTERNAL ->
                advice(
                        "A bug, or a library that failed in a way nobody foresaw.",
                        "Find the request id in the log: the stack trace is there. Please report it.");
        };
    }

    private static ErrorAdvice advice(String cause, String cure) {
        return new ErrorAdvice(cause, cure);
    }
}
