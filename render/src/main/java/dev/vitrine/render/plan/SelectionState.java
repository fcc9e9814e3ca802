package dev.vitrine.render.plan;

import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.Selection;
import dev.vitrine.core.value.ObjectPath;
import java.util.Optional;
import java.util.Set;

/**
 * What is selected at this point of a request. It begins with the default group; each selection replaces it; one that finds
 * nothing does what the catalog says.
 */
final class SelectionState {
    private final SceneIndex index;
    private final Picker picker;
    private final OnFail onFailObject;
    private final OnFail onFailPick;
    private final Set<Warning> warnings;
    private Optional<SceneNode> current;

    /** @param warnings where failures that do not end the request are noted */
    SelectionState(SceneIndex index, Picker picker, OnFail onFailObject, OnFail onFailPick, Set<Warning> warnings) {
        this.index = index;
        this.picker = picker;
        this.onFailObject = onFailObject;
        this.onFailPick = onFailPick;
        this.warnings = warnings;
        this.current = index.defaultGroup();
    }

    /** Absent when nothing is selected. */
    Optional<SceneNode> current() {
        return current;
    }

    void select(Selection selection, Stage stage) {
        if (selection instanceof Selection.ByName byName) {
            byName(byName.path());
        } else if (selection instanceof Selection.ByPixel byPixel) {
            byPixel(byPixel, stage);
        }
    }

    private void byName(ObjectPath path) {
        Optional<SceneNode> found = index.find(path);
        if (found.isPresent()) {
            current = found;
            return;
        }
        if (onFailObject == OnFail.ERROR) {
            throw Failures.objectNotFound(path.toString(), index.hint(path));
        }
        warnings.add(Warning.of(WarningKind.OBJECT_NOT_FOUND, path, index.hint(path)));
        fallBack(onFailObject);
    }

    private void byPixel(Selection.ByPixel pick, Stage stage) {
        Optional<SceneNode> found = picker.find(pick, stage);
        if (found.isPresent()) {
            current = found;
            return;
        }
        if (onFailPick == OnFail.ERROR) {
            throw Failures.pickNotFound(pick.x(), pick.y());
        }
        warnings.add(Warning.of(WarningKind.PICK_NOT_FOUND, pick.x() + "," + pick.y()));
        fallBack(onFailPick);
    }

    private void fallBack(OnFail rule) {
        current = switch (rule) {
            case KEEP_SELECTION -> current;
            case DESELECT, ERROR -> Optional.empty();
            case DEFAULT_GROUP -> index.defaultGroup();
        };
    }
}
