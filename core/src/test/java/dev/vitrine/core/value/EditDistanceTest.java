package dev.vitrine.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EditDistanceTest {
    @Test
    void between_words_countsTheSlips() {
        assertEquals(0, EditDistance.between("seat", "seat"));
        assertEquals(1, EditDistance.between("saet", "seat"));
        assertEquals(1, EditDistance.between("seat", "seats"));
        assertEquals(2, EditDistance.between("sofa", "soap"));
        assertEquals(4, EditDistance.between("", "sofa"));
    }
}
