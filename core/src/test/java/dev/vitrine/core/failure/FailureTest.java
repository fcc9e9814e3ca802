package dev.vitrine.core.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    static Stream<Method> factories() {
        return Stream.of(Failures.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void message_ofEveryFactory_isAWholeSentence(Method factory) throws ReflectiveOperationException {
        Failure failure = made(factory);
        String message = failure.message();
        assertTrue(message.endsWith("."), message);
        assertFalse(message.matches(".*(\\{\\d|''|null).*"), message);
        for (String argument : failure.arguments()) {
            assertTrue(message.contains(argument), message + " names " + argument);
        }
    }

    @Test
    void message_hint_endsTheSentence() {
        String message = Failures.objectNotFound("saet", ": did you mean 'seat'?")
                .failure()
                .message();
        assertTrue(message.endsWith("did you mean 'seat'?"), message);
    }

    @Test
    void message_argumentWithBraces_isQuotedAsItIs() {
        String message = Failures.badValue("{0}", "a{1}'b", "{2").failure().message();
        assertEquals("'{0}=a{1}'b' is not understood: expected {2.", message);
    }

    @Test
    void factories_coverEveryKind() throws ReflectiveOperationException {
        Set<FailureKind> made = EnumSet.noneOf(FailureKind.class);
        for (Method factory : factories().toList()) {
            made.add(made(factory).kind());
        }
        assertEquals(EnumSet.allOf(FailureKind.class), made);
    }

    private static Failure made(Method factory) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : factory.getParameterTypes()) {
            arguments.add(marker(type, arguments.size()));
        }
        Object made = factory.invoke(null, arguments.toArray());
        return made instanceof FailureException e ? e.failure() : (Failure) made;
    }

    private static Object marker(Class<?> type, int index) {
        if (type == int.class) {
            return 40 + index;
        }
        if (type == Duration.class) {
            return Duration.ofMillis(40);
        }
        return Throwable.class.isAssignableFrom(type) ? new IllegalStateException("it's a cause") : "it's " + index;
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void kind_hasACodeAndATitleThatSayNothingPrivate(FailureKind kind) {
        assertTrue(kind.code().matches("[a-z]+(-[a-z]+)*"), kind.code());
        assertFalse(kind.title().contains("{"), kind.title());
        assertFalse(kind.title().isBlank());
    }

    @Test
    void kinds_haveDifferentCodes() {
        List<String> codes =
                Stream.of(FailureKind.values()).map(FailureKind::code).toList();
        assertEquals(codes.size(), Set.copyOf(codes).size());
    }

    @Test
    void causedBy_keepsTheCause() {
        Throwable cause = new IllegalStateException("x");
        assertSame(cause, Failures.internal(cause).asException().getCause());
    }

    @ParameterizedTest
    @EnumSource(WarningKind.class)
    void warning_ofEveryKind_fillsItsTemplate(WarningKind kind) {
        String message = Warning.of(kind, "first{1}", "second").message();
        assertTrue(message.contains("first{1}"), message);
        assertFalse(message.contains("''"), message);
    }

    @Test
    void printableText_ofHostileText_isOneShortLine() {
        assertEquals("a?b?c?", PrintableText.of("a\nb\u202ec\ud800"));
        assertEquals("caf\u00e9 \ud83d\ude00", PrintableText.of("caf\u00e9 \ud83d\ude00"));
        assertEquals("x".repeat(300) + "\u2026", PrintableText.of("x".repeat(301)));
        String faces = "\ud83d\ude00".repeat(300);
        assertEquals(faces, PrintableText.of(faces));
    }
}
