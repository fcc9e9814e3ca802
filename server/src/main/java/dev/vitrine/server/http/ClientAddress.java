package dev.vitrine.server.http;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import com.google.common.net.InetAddresses;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Set;

/**
 * Finds out who asks: the peer, or, where the peer is a proxy that the configuration trusts, the last address in
 * {@code X-Forwarded-For} that is no such proxy.
 */
final class ClientAddress {
    private final Set<String> trustedProxies;

    ClientAddress(Set<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    String of(HttpServerExchange exchange) {
        String address = InetAddresses.toAddrString(exchange.getSourceAddress().getAddress());
        String forwarded = exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_FOR);
        if (forwarded == null || !trustedProxies.contains(address)) {
            return address;
        }
        for (String hop : Lists.reverse(
                Splitter.on(',').trimResults(CharMatcher.whitespace()).splitToList(forwarded))) {
            if (!InetAddresses.isInetAddress(hop)) {
                return address;
            }
            address = InetAddresses.toAddrString(InetAddresses.forString(hop));
            if (!trustedProxies.contains(address)) {
                return address;
            }
        }
        return address;
    }
}
