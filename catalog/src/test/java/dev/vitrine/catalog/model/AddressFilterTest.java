package dev.vitrine.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.field.BadField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.0.0.0/0; 203.0.113.9; true",
                "0.0.0.0/0; 2001:db8::1; true",
                "192.0.0.0/8; 192.200.1.2; true",
                "192.0.0.0/8; 193.0.0.1; false",
                "192.168.12.0/23; 192.168.13.255; true",
                "192.168.12.0/23; 192.168.14.0; false",
                "192.168.2.117; 192.168.2.117; true",
                "192.168.2.117/32; 192.168.2.118; false",
                "10.0.0.1, 192.168.2.117; 192.168.2.117; true",
                "192.168.2.117; ::ffff:192.168.2.117; true",
                "2001:db8::/32; 2001:db8:1::5; true",
                "2001:db8::/32; 2001:db9::5; false",
                "2001:db8::/33; 2001:db8:8000::; false",
                "192.168.2.117; 127.0.0.1; true",
                "192.168.2.117; ::1; true",
                "192.168.2.117; fe80::1%eth0; false",
                "fe80::/10; fe80::1%eth0; true",
                "192.168.2.117; somebody; false",
                "192.168.2.117; ''; false"
            })
    void allows_table(String filter, String peer, boolean expected) throws BadField {
        assertEquals(expected, AddressFilter.read(filter).orElseThrow().allows(peer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "192.168.2", "192.168.2.1/33", "192.168.2.1/-1", "192.168.2.1/x", "::1/129", "/8"
            })
    void read_noAddress_isAMistake(String text) {
        assertThrows(BadField.class, () -> AddressFilter.read(text));
    }

    @Test
    void allows_emptyFilter_onlyTheMachineItself() {
        AddressFilter none = new AddressFilter(java.util.List.of());
        assertEquals(true, none.allows("127.0.0.1"));
        assertEquals(false, none.allows("10.0.0.1"));
    }
}
