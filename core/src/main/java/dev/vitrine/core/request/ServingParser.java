package dev.vitrine.core.request;

import com.google.common.collect.Sets;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Command.Coding;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a {@link ParsedServing} of the texts of a request: splits them into commands, expands macros, fills in the variables,
 * decodes each value once and reads it by the table of {@link ServingCommands}.
 *
 * <p>{@code layer=} chooses the layer of the commands behind it. At first, and behind {@code layer=comp}, that is the
 * composite: there most commands speak of layer 0, but some of all layers together. {@code effect=} chooses an effect of that
 * layer. What a path names is also the variable {@code $object$}.
 */
public final class ServingParser {
    private static final int COMPOSITE = -1;
    private static final int NO_EFFECT = 0;
    private static final int MOST_LAYERS = 100;
    private static final int MOST_EFFECT = 1_000_000;

    private final RequestLimits limits;
    private final Set<Command<?>> ignored;

    public ServingParser(RequestLimits limits) {
        this(limits, Set.of());
    }

    private ServingParser(RequestLimits limits, Set<Command<?>> ignored) {
        this.limits = limits;
        this.ignored = ignored;
    }

    /** One for requests within others: it passes over what has no effect there, whatever its value. */
    public ServingParser forNested() {
        return new ServingParser(limits, Sets.union(RenderCommands.ofFilesAlone(), Set.of(ServingCommands.JPEG_SIZE)));
    }

    /**
     * Parses a request.
     *
     * @param rawPath the path as it was sent
     * @param before commands that lose against the request's own, such as a record's modifier
     * @param own the request's query as it was sent
     * @param after commands that win over the request's own, such as a record's postmodifier
     * @param inherited the variables of the request around this one: they win over those of {@code before}
     */
    public ParsedServing parse(
            String rawPath,
            List<String> before,
            String own,
            List<String> after,
            Macros macros,
            List<Variable> inherited) {
        List<String> texts = new ArrayList<>(before);
        texts.add(own);
        texts.addAll(after);
        Expansion.checkLength(rawPath, texts, limits);
        return new Pass(macros).parse(rawPath, before, own, after, inherited);
    }

    /** One request on its way through the parser. */
    private final class Pass {
        private final Expansion expansion;
        private final CommandValues.Builder view = CommandValues.builder();
        private final Draft composite = new Draft();
        private final Map<Integer, Draft> layers = new TreeMap<>();
        private final Map<String, Integer> names = new HashMap<>();
        private int current = COMPOSITE;
        private int effect = NO_EFFECT;
        private int drafts = 1;

        Pass(Macros macros) {
            this.expansion = new Expansion(limits, macros);
            layers.put(0, new Draft());
        }

        ParsedServing parse(
                String rawPath, List<String> before, String own, List<String> after, List<Variable> inherited) {
            Optional<ItemRef> item = Expansion.item(rawPath).map(i -> i.rooted(rawPath.startsWith("//")));
            List<List<CommandText>> sections = new ArrayList<>();
            before.forEach(text -> sections.add(expansion.expand(text)));
            expansion.define(inherited);
            item.ifPresent(i -> expansion.define(List.of(new Variable("object", PercentCoding.encode(i.toString())))));
            sections.add(expansion.expand(own));
            after.forEach(text -> sections.add(expansion.expand(text)));
            for (List<CommandText> section : sections) {
                current = COMPOSITE;
                effect = NO_EFFECT;
                section.forEach(this::read);
            }
            return new ParsedServing(
                    item,
                    view.build(),
                    composite.attributes.build(),
                    composite.effects(),
                    layers.entrySet().stream()
                            .map(e -> e.getValue().layer(e.getKey()))
                            .toList(),
                    expansion.variables(),
                    expansion.warnings());
        }

        private void read(CommandText command) {
            if (command.kind() != CommandText.Kind.COMMAND) {
                expansion.warnOfOdd(command);
            } else if (command.name().equalsIgnoreCase("layer")) {
                select(PercentCoding.decode("layer=", command.value()));
            } else if (command.name().equalsIgnoreCase("effect")) {
                selectEffect(PercentCoding.decode("effect=", command.value()));
            } else {
                ServingCommands.find(command.name())
                        .ifPresentOrElse(known -> readKnown(known, command), () -> ignore(command));
            }
        }

        private void select(String value) {
            effect = NO_EFFECT;
            String[] parts = value.strip().split(",", 2);
            String first = parts[0].strip();
            if (first.equalsIgnoreCase("comp")) {
                current = COMPOSITE;
            } else if (first.matches("[0-9]+")) {
                current = Numbers.whole("layer", first, 0, Integer.MAX_VALUE);
                if (parts.length == 2) {
                    name(parts[1].strip(), value);
                }
            } else {
                Integer named = names.get(first.toLowerCase(Locale.ROOT));
                if (named == null) {
                    throw Failures.badValue("layer", value, "a number, comp, or a name given to a layer before");
                }
                current = named;
            }
            if (current != COMPOSITE) {
                layers.computeIfAbsent(current, unused -> draft());
            }
        }

        private void selectEffect(String value) {
            effect = Numbers.whole("effect", value, -MOST_EFFECT, MOST_EFFECT);
            if (effect == NO_EFFECT) {
                throw Failures.badValue("effect", value, "a number other than 0");
            }
            Draft layer = current == COMPOSITE ? composite : layers.get(current);
            layer.effects.computeIfAbsent(effect, unused -> draft());
        }

        private Draft draft() {
            if (++drafts > MOST_LAYERS) {
                throw Failures.budgetExceeded(MOST_LAYERS + " layers");
            }
            return new Draft();
        }

        private void name(String name, String value) {
            String key = name.toLowerCase(Locale.ROOT);
            if (name.isEmpty() || key.equals("comp") || names.getOrDefault(key, current) != current) {
                throw Failures.badValue("layer", value, "a name of no other layer");
            }
            names.put(key, current);
        }

        private <T> void readKnown(Command<T> known, CommandText command) {
            expansion.checkClosed(command);
            if (ignored.contains(known)) {
                return;
            }
            String text = known.coding() == Coding.ENCODED ? expansion.encoded(command) : expansion.decoded(command);
            T value = known.reader().read(known.name(), text);
            boolean ofLayer = known.scope() == Scope.LAYER;
            if (ofLayer && effect != NO_EFFECT && !ServingCommands.ofEffects().contains(known)) {
                expansion.warn(WarningKind.IGNORED, known.name(), "layer effects have none of it");
                return;
            }
            CommandValues.Builder values = ofLayer ? layer(known).attributes : view;
            ServingCommands.cancelledBy(known).forEach(values::remove);
            values.put(known, value);
        }

        private Draft layer(Command<?> command) {
            boolean ofComposite =
                    effect != NO_EFFECT || ServingCommands.ofComposite().contains(command);
            Draft layer = current == COMPOSITE && ofComposite ? composite : layers.get(Math.max(0, current));
            return effect == NO_EFFECT ? layer : layer.effects.get(effect);
        }

        private void ignore(CommandText command) {
            String name = command.name();
            if (ServingCommands.isNotYet(name)) {
                expansion.warn(WarningKind.NOT_YET, name);
            } else {
                boolean foreign = RenderCommands.find(name).isPresent() || isSelection(name);
                expansion.warn(foreign ? WarningKind.FOREIGN_COMMAND : WarningKind.UNKNOWN_COMMAND, name);
            }
        }
    }

    /** What has been said of a layer, or of an effect, so far. */
    private static final class Draft {
        private final CommandValues.Builder attributes = CommandValues.builder();
        private final Map<Integer, Draft> effects = new TreeMap<>();

        ParsedLayer layer(int number) {
            return new ParsedLayer(number, attributes.build(), effects());
        }

        List<ParsedEffect> effects() {
            return effects.entrySet().stream()
                    .map(e ->
                            new ParsedEffect(e.getKey(), e.getValue().attributes.build()))
                    .toList();
        }
    }

    private static boolean isSelection(String name) {
        return Set.of("obj", "object", "sel", "decal", "sub", "show").contains(name.toLowerCase(Locale.ROOT));
    }
}
