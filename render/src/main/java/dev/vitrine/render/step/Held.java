package dev.vitrine.render.step;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Values that are held until they are released. Safe for many threads; two that ask at once may both make a value. */
final class Held {
    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /** One class of keys must always stand for the same type. */
    @SuppressWarnings("unchecked") // a value is only ever stored under a key of its type
    <T> T get(Record key, Supplier<T> maker) {
        Object held = values.get(key);
        if (held != null) {
            return (T) held;
        }
        T made = maker.get();
        values.put(key, made);
        return made;
    }

    void release() {
        values.clear();
    }
}
