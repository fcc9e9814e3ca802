package dev.vitrine.render.scene;

import java.util.Set;

/** A style package: how something looks whose material comes later, whatever scene it stands in. */
public sealed interface Style permits CabinetStyle, WindowStyle {
    String title();

    /** The files of the package that it uses. */
    Set<String> files();
}
