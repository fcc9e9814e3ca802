package dev.vitrine.render.plan;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.MaterialSource.EmbeddedIndex;
import dev.vitrine.core.request.MaterialSource.EmbeddedName;
import dev.vitrine.render.scene.EmbeddedMaterial;
import java.util.List;
import java.util.Optional;

/** The materials that a vignette brings along. Letter case counts in their names; of equal names the first one is meant. */
final class Chest {
    private final Vignette vignette;
    private final List<EmbeddedMaterial> materials;

    Chest(Vignette vignette, List<EmbeddedMaterial> materials) {
        this.vignette = vignette;
        this.materials = materials;
    }

    /** The material as it is to be worn; one from elsewhere as it is. */
    Material open(Material material) {
        if (!(material instanceof Material.Embedded embedded)) {
            return material;
        }
        EmbeddedMaterial found = find(embedded).orElseThrow(() -> unknown(embedded));
        return embedded.made(found.record(), new ImageSource.Packed(vignette.file(), found.file()));
    }

    private Optional<EmbeddedMaterial> find(Material.Embedded wanted) {
        if (wanted.source() instanceof EmbeddedIndex at) {
            return at.index() < materials.size() ? Optional.of(materials.get(at.index())) : Optional.empty();
        }
        String name = ((EmbeddedName) wanted.source()).name();
        return materials.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private FailureException unknown(Material.Embedded wanted) {
        if (wanted.source() instanceof EmbeddedIndex at) {
            String index = String.valueOf(at.index());
            return Failures.unknownEmbedded(index, vignette.name(), ": it has " + materials.size());
        }
        String name = ((EmbeddedName) wanted.source()).name();
        List<String> names = materials.stream().map(EmbeddedMaterial::name).toList();
        String hint = NearestName.of(name, names)
                .map(near -> ": did you mean '" + near + "'?")
                .orElse("");
        return Failures.unknownEmbedded(name, vignette.name(), hint);
    }
}
