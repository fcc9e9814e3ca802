/** A resolved request becomes bytes: {@code plan → step → {scene, layer, resample} → pixel} and {@code codec → pixel}. */
package dev.vitrine.render;
