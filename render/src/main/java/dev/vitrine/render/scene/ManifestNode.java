package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.core.value.RealPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A value of the manifest and its place. Reading never fails: what is missing or of the wrong kind is noted as a problem, and
 * a harmless value is given so that reading can go on and find the other problems too.
 */
final class ManifestNode {
    private static final double FAR = 1e7;

    private final JsonNode json;
    private final String path;
    private final Problems problems;

    ManifestNode(JsonNode json, String path, Problems problems) {
        this.json = json;
        this.path = path;
        this.problems = problems;
    }

    String path() {
        return path;
    }

    boolean isPresent() {
        return !json.isMissingNode() && !json.isNull();
    }

    boolean isText() {
        return json.isString();
    }

    boolean isObject() {
        return json.isObject();
    }

    ManifestNode at(String key) {
        return new ManifestNode(json.path(key), path.isEmpty() ? key : path + "." + key, problems);
    }

    void error(String what) {
        problems.error(path, what);
    }

    void warning(String what) {
        problems.warning(path, what);
    }

    /** Remarks on keys outside this list: a reader ignores them, but they may be slips of the pen. */
    void expectKeys(Set<String> known, Set<String> later) {
        for (String key : json.propertyNames()) {
            if (later.contains(key)) {
                at(key).warning("has no effect yet");
            } else if (!known.contains(key)) {
                String hint = NearestName.of(key, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                at(key).warning("is not a known key" + hint);
            }
        }
    }

    List<ManifestNode> items() {
        List<ManifestNode> out = new ArrayList<>();
        if (isPresent() && !json.isArray()) {
            error("must be a list");
        }
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                out.add(new ManifestNode(json.get(i), path + "[" + i + "]", problems));
            }
        }
        return out;
    }

    /** The entries of an object, in the author's order. */
    Map<String, ManifestNode> entries() {
        Map<String, ManifestNode> out = new LinkedHashMap<>();
        if (isPresent() && !json.isObject()) {
            error("must be an object");
        }
        for (String key : json.propertyNames()) {
            out.put(key, at(key));
        }
        return out;
    }

    String text(String fallback) {
        if (!isPresent()) {
            return fallback;
        }
        if (json.isContainer()) {
            error("must be a text");
            return fallback;
        }
        return json.asString();
    }

    String requireText() {
        String text = text("");
        if (text.isEmpty()) {
            error("must be a text and not empty");
        }
        return text;
    }

    boolean flag(boolean fallback) {
        if (isPresent() && !json.isBoolean()) {
            error("must be true or false");
        }
        return json.isBoolean() ? json.booleanValue() : fallback;
    }

    double number(double fallback, double least, double most) {
        if (!isPresent()) {
            return fallback;
        }
        double value = json.isNumber() ? json.asDouble(Double.NaN) : Double.NaN;
        if (value >= least && value <= most) {
            return value;
        }
        error("must be a number from " + plain(least) + " to " + plain(most));
        return fallback;
    }

    int integer(int fallback, int least, int most) {
        double value = number(fallback, least, most);
        if (value != Math.rint(value)) {
            error("must be a whole number");
        }
        return (int) value;
    }

    int requireInteger(int least, int most) {
        if (!isPresent()) {
            error("is missing");
        }
        return integer(least, least, most);
    }

    /** Exactly this many numbers; zeros if they are not there. */
    double[] numbers(int count) {
        List<ManifestNode> items = items();
        double[] out = new double[count];
        if (items.size() != count) {
            error("must be a list of " + count + " numbers");
            return out;
        }
        for (int i = 0; i < count; i++) {
            out[i] = items.get(i).number(0, -FAR, FAR);
            if (!items.get(i).isPresent()) {
                items.get(i).error("must be a number");
            }
        }
        return out;
    }

    RealPair pair() {
        double[] xy = numbers(2);
        return new RealPair(xy[0], xy[1]);
    }

    Optional<RealPair> findPair() {
        return isPresent() ? Optional.of(pair()) : Optional.empty();
    }

    /** Every entry as text; lists become their elements joined by commas. */
    Map<String, String> texts() {
        Map<String, String> out = new LinkedHashMap<>();
        entries().forEach((key, value) -> out.put(key, value.joined()));
        return out;
    }

    String joined() {
        if (json.isArray()) {
            return items().stream().map(ManifestNode::joined).collect(Collectors.joining(","));
        }
        return text("");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
