package dev.vitrine.catalog.rules;

import com.google.common.collect.ImmutableSet;
import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.Problem.Level;
import dev.vitrine.catalog.model.RequestRule;
import dev.vitrine.catalog.model.RuleSet;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one rule set file.
 *
 * <p>A document type declaration is passed over: nothing it names is opened, and no entity it declares exists. Depth, the
 * number of rules and the length of texts have limits of their own, the same in every Java version.
 *
 * <p>A file with an error is not read in part, because the rule that is missing may be the one that keeps somebody out: its
 * rule set refuses every request.
 */
public final class RuleSetReader {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_RULES = 10_000;
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_DEPTH = 16;
    private static final int MOST_PROBLEMS = 100;
    private static final Set<String> CHILDREN =
            ImmutableSet.of("expression", "substitution", "addressfilter", "header");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** @param file the name in problems */
    public RuleSetReader(String file) {
        this.file = file;
    }

    /** The rules, and what is wrong with them. */
    public record Result(RuleSet rules, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the bytes of a file; call it once. */
    public Result read(byte[] bytes) {
        List<RequestRule> rules = new ArrayList<>();
        if (bytes.length > MOST_BYTES) {
            error(0, "is longer than " + MOST_BYTES + " bytes; a rule set is not");
        } else {
            XmlText.of(bytes, this::error).ifPresent(text -> parse(text, rules));
        }
        boolean bad = problems.stream().anyMatch(Problem::isError);
        return bad ? refusingAll() : new Result(new RuleSet(rules), problems);
    }

    /** What stands in for a file that cannot be read. */
    public Result refusingAll() {
        return new Result(new RuleSet(List.of(RequestRule.refusingAll(file + " has errors"))), problems);
    }

    private void parse(String text, List<RequestRule> rules) {
        Optional<String> plain = DoctypeEraser.erase(text);
        if (plain.isEmpty()) {
            error(0, "has a document type declaration that is never closed");
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(plain.get()));
            try {
                document(xml, rules);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            error(line, "is no well-formed XML: " + reason(e));
        } catch (RuntimeException e) {
            error(0, "cannot be read as XML: " + e.getMessage()); // a fault in the XML library
        }
    }

    /** The parser's message without its first line, which says where. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + "Message: ".length());
    }

    private void document(XMLStreamReader xml, List<RequestRule> rules) throws XMLStreamException {
        while (xml.hasNext() && !isFull()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("ruleset")) {
                    ruleSet(xml, rules);
                } else {
                    error(line(xml), "begins with <" + xml.getLocalName() + ">; a rule set is one <ruleset>");
                    return;
                }
            }
        }
    }

    private void ruleSet(XMLStreamReader xml, List<RequestRule> rules) throws XMLStreamException {
        warnOfAttributes(xml, "ruleset");
        while (!isFull()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("rule")) {
                    unknownElement(xml, Set.of("rule"));
                } else if (rules.size() == MOST_RULES) {
                    error(line(xml), "has more than " + MOST_RULES + " rules");
                    return;
                } else {
                    rule(xml, rules);
                }
            } else {
                strayText(xml, event, "ruleset");
            }
        }
    }

    private void rule(XMLStreamReader xml, List<RequestRule> rules) throws XMLStreamException {
        int line = line(xml);
        RuleBuilder rule = new RuleBuilder(line, rules.size() + 1, this::error, this::warning);
        rule.attributes(attributes(xml));
        Set<String> seen = new HashSet<>();
        while (!isFull()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, rule, seen);
            } else {
                strayText(xml, event, "rule");
            }
        }
        rule.build().ifPresent(rules::add);
    }

    private void child(XMLStreamReader xml, RuleBuilder rule, Set<String> seen) throws XMLStreamException {
        String name = xml.getLocalName();
        int line = line(xml);
        if (!CHILDREN.contains(name)) {
            unknownElement(xml, CHILDREN);
            return;
        }
        if (!name.equals("header") && !seen.add(name)) {
            error(line, "the rule has two elements <" + name + ">; keep one");
        }
        if (name.equals("header")) {
            rule.header(line, attributes(xml), text(xml, name));
            return;
        }
        warnOfAttributes(xml, name);
        String text = text(xml, name);
        switch (name) {
            case "expression" -> rule.expression(line, text);
            case "substitution" -> rule.substitution(line, text);
            default -> rule.addresses(line, text);
        }
    }

    /** The text of an element, blanks and all. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (!isFull()) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> unknownElement(xml, Set.of());
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    error(line(xml), "uses the entity '" + xml.getLocalName() + "', which XML itself does not define");
                default -> {} // comments say nothing
            }
            if (text.length() > MOST_TEXT) {
                error(line(xml), "<" + element + "> is longer than " + MOST_TEXT + " characters");
                break;
            }
        }
        return "";
    }

    private Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeNamespace(i) == null
                    || xml.getAttributeNamespace(i).isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private void warnOfAttributes(XMLStreamReader xml, String element) {
        attributes(xml)
                .keySet()
                .forEach(name -> warning(line(xml), "<" + element + "> has no attribute " + name + "; it is ignored"));
    }

    private void strayText(XMLStreamReader xml, int event, String element) {
        boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
        if (isText && !xml.getText().isBlank()) {
            warning(line(xml), "text in <" + element + "> that stands in no element of it is ignored");
        }
    }

    /** Passes over an element with everything in it. */
    private void unknownElement(XMLStreamReader xml, Set<String> known) throws XMLStreamException {
        String name = xml.getLocalName();
        String hint = NearestName.of(name, known)
                .map(near -> "; did you mean <" + near + ">?")
                .orElse("");
        warning(line(xml), "the element <" + name + "> is not known here and is ignored" + hint);
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {} // ignored
            }
            if (depth > MOST_DEPTH) {
                throw new XMLStreamException("elements are nested too deep", xml.getLocation());
            }
        }
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private boolean isFull() {
        return problems.size() >= MOST_PROBLEMS;
    }

    private void error(int line, String message) {
        problems.add(new Problem(Level.ERROR, file, line, message));
    }

    private void warning(int line, String message) {
        if (problems.size() < MOST_PROBLEMS - 1) {
            problems.add(new Problem(Level.WARNING, file, line, message));
        }
    }
}
