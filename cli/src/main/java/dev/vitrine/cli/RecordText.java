package dev.vitrine.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Writes a tree of records for people: a line for each value, what stands within it further to the right, what is absent not at all. */
final class RecordText {
    private final StringBuilder out = new StringBuilder();

    private RecordText() {}

    static String of(Record record) {
        RecordText text = new RecordText();
        text.components(record, "  ");
        return text.out.toString();
    }

    private void components(Record record, String indent) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            write(component.getName(), value(record, component), indent);
        }
    }

    private void write(String name, Object value, String indent) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(v -> write(name, v, indent));
        } else if (value instanceof Collection<?> all) {
            int number = 0;
            for (Object element : all) {
                number++;
                write(name + " " + number, element, indent);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> write(name + " " + key, entry, indent));
        } else if (value instanceof Record record && !writesItself(record)) {
            out.append(indent)
                    .append(name)
                    .append(": ")
                    .append(record.getClass().getSimpleName())
                    .append('\n');
            components(record, indent + "  ");
        } else if (!value.equals(OptionalInt.empty()) && !value.equals(OptionalDouble.empty())) {
            out.append(indent).append(name).append(": ").append(plain(value)).append('\n');
        }
    }

    private static String plain(Object value) {
        if (value instanceof OptionalInt number) {
            return Integer.toString(number.getAsInt());
        }
        return value instanceof OptionalDouble number ? Double.toString(number.getAsDouble()) : value.toString();
    }

    /** Whether a record has a text form of its own, as most values of the protocol have. */
    private static boolean writesItself(Record record) {
        try {
            return record.getClass().getMethod("toString").getDeclaringClass() == record.getClass()
                    && !record.toString().startsWith(record.getClass().getSimpleName() + "[");
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
