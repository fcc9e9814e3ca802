package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A floor that recedes neither aliases nor blurs away. */
class SamplerQualityTest {
    @Test
    void read_recedingPlane_isNearTheTruth() {
        double decibels = new RecedingPlane(RecedingPlane.cloth(200, 144)).decibels(Sampling.USUAL);
        assertTrue(decibels >= 41, decibels + " dB");
    }

    @Test
    void read_plaidOnARecedingFloor_isNearTheTruth() {
        double decibels = new RecedingPlane(RecedingPlane.plaid(192)).decibels(Sampling.USUAL);
        assertTrue(decibels >= 41, decibels + " dB");
    }
}
