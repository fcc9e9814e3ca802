package dev.vitrine.server.pipeline;

import dev.vitrine.core.request.PercentCoding;
import dev.vitrine.core.request.Variable;
import java.util.List;
import java.util.Map;

/**
 * Facts about an error as variables of a template. Their text may come from whoever asked, so it is made harmless twice: signs
 * that mean something in RTF are escaped, and then everything that means something in a request.
 */
final class TemplateValue {
    private TemplateValue() {}

    static List<Variable> variables(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(e -> new Variable(e.getKey(), encoded(e.getValue())))
                .toList();
    }

    private static String encoded(String text) {
        String rtf = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
        return PercentCoding.encode(rtf);
    }
}
