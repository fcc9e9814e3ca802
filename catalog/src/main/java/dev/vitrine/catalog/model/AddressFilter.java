package dev.vitrine.catalog.model;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import dev.vitrine.catalog.field.BadField;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ClientAddressFilter}: the addresses that a catalog serves, as single ones or as ranges in CIDR notation. The machine
 * itself is always served. IPv4 addresses written as IPv6 ({@code ::ffff:192.168.2.1}) are taken as the IPv4 addresses they
 * are; {@code 0.0.0.0/0} is everybody, IPv6 too.
 */
public record AddressFilter(List<Range> ranges) {
    /** The addresses that share their first {@code bits} with {@code network}. */
    public record Range(InetAddress network, int bits) {
        boolean contains(InetAddress address) {
            byte[] mine = network.getAddress();
            byte[] theirs = address.getAddress();
            if (bits == 0 && mine.length == 4) {
                return true;
            }
            return mine.length == theirs.length && sharedBits(mine, theirs) >= bits;
        }

        private static int sharedBits(byte[] a, byte[] b) {
            int shared = 0;
            for (int i = 0; i < a.length; i++) {
                int different = (a[i] ^ b[i]) & 0xff;
                if (different != 0) {
                    return shared + Integer.numberOfLeadingZeros(different) - 24;
                }
                shared += 8;
            }
            return shared;
        }
    }

    public AddressFilter {
        ranges = List.copyOf(ranges);
    }

    /** Whether the peer with this address, as text, is served. What is no address is not. */
    public boolean allows(String peer) {
        String bare = peer.indexOf('%') < 0 ? peer : peer.substring(0, peer.indexOf('%'));
        if (!InetAddresses.isInetAddress(bare)) {
            return false;
        }
        InetAddress address = InetAddresses.forString(bare);
        return address.isLoopbackAddress() || ranges.stream().anyMatch(range -> range.contains(address));
    }

    static Optional<AddressFilter> read(String text) throws BadField {
        List<Range> ranges = new ArrayList<>();
        for (String item : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
            ranges.add(range(item));
        }
        return Optional.of(new AddressFilter(ranges));
    }

    private static Range range(String item) throws BadField {
        int slash = item.indexOf('/');
        String address = (slash < 0 ? item : item.substring(0, slash)).strip();
        if (!InetAddresses.isInetAddress(address)) {
            throw BadField.mistake("IP addresses with optional masks such as 192.168.12.0/23; '" + item + "' is none");
        }
        InetAddress network = InetAddresses.forString(address);
        int most = network.getAddress().length * 8;
        Integer bits = slash < 0
                ? (Integer) most
                : Ints.tryParse(item.substring(slash + 1).strip());
        if (bits == null || bits < 0 || bits > most) {
            throw BadField.mistake("a mask of 0 to " + most + " bits in '" + item + "'");
        }
        return new Range(network, bits);
    }
}
