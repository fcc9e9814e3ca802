package dev.vitrine.core.request;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** The names of Image Serving's commands that Image Rendering does not know. */
final class ServingNames {
    private static final ImmutableSet<String> NAMES = ImmutableSet.of(
            "bgalpha",
            "bgcolor",
            "blendmode",
            "catalog",
            "clippath",
            "clippathe",
            "clipxpath",
            "crop",
            "cropn",
            "croppathe",
            "defaultimage",
            "colorize",
            "effect",
            "extend",
            "extendn",
            "fit",
            "flip",
            "image",
            "imageset",
            "layer",
            "locale",
            "map",
            "mask",
            "maskuse",
            "origin",
            "originn",
            "perspective",
            "posn",
            "pscan",
            "rect",
            "rgn",
            "rgnn",
            "scale",
            "setattr",
            "sizen",
            "template",
            "text",
            "textangle",
            "textattr",
            "textflowpath",
            "textflowxpath",
            "textpath",
            "textps",
            "xmpembed");

    private ServingNames() {}

    static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || lower.startsWith("op_");
    }
}
