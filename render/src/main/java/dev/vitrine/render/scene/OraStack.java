package dev.vitrine.render.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.core.failure.Failures;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The layers of an OpenRaster file, from the back to the front, groups dissolved.
 *
 * @param width of the canvas
 */
record OraStack(int width, int height, List<OraLayer> layers) {
    private static final int MOST_LAYERS = 4096;
    private static final int DEEPEST = 32;
    private static final int FARTHEST = 1_000_000;

    OraStack {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param file its PNG within the archive
     * @param x canvas column of its left edge
     */
    record OraLayer(String name, String file, int x, int y) {}

    /** Reads {@code stack.xml}; document types and entities are refused. */
    static OraStack read(String name, byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Parser(name, factory.createXMLStreamReader(new StringReader(new String(xml, UTF_8)))).read();
        } catch (XMLStreamException | NumberFormatException e) {
            throw Failures.sourceDamaged(name + ":stack.xml", e);
        }
    }

    private static final class Parser {
        private final String name;
        private final XMLStreamReader xml;
        private final List<OraLayer> layers = new ArrayList<>();
        private final Deque<int[]> offsets = new ArrayDeque<>(List.of(new int[2]));
        private int width;
        private int height;

        Parser(String name, XMLStreamReader xml) {
            this.name = name;
            this.xml = xml;
        }

        OraStack read() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Failures.sourceDamaged(name, "stack.xml may not hold a document type");
                    default -> {
                        // text and comments between the elements
                    }
                }
            }
            Collections.reverse(layers);
            return new OraStack(width, height, layers);
        }

        private void start(String element) {
            if (element.equals("image")) {
                width = number("w");
                height = number("h");
            } else if (element.equals("stack")) {
                if (offsets.size() > DEEPEST) {
                    throw Failures.sourceTooLarge(name, "its layers are nested more than " + DEEPEST + " deep");
                }
                int[] outer = offsets.getLast();
                offsets.addLast(new int[] {outer[0] + number("x"), outer[1] + number("y")});
            } else if (element.equals("layer")) {
                if (layers.size() >= MOST_LAYERS) {
                    throw Failures.sourceTooLarge(name, "more than " + MOST_LAYERS + " layers");
                }
                int[] offset = offsets.getLast();
                layers.add(new OraLayer(text("name"), text("src"), offset[0] + number("x"), offset[1] + number("y")));
            }
        }

        private void end(String element) {
            if (element.equals("stack")) {
                offsets.removeLast();
            }
        }

        private String text(String attribute) {
            String value = xml.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }

        private int number(String attribute) {
            String value = text(attribute);
            int number = value.isEmpty() ? 0 : Integer.parseInt(value);
            if (Math.abs((long) number) > FARTHEST) {
                throw new NumberFormatException(attribute + "=" + number + " is too far");
            }
            return number;
        }
    }
}
