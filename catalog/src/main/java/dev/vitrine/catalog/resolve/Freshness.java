package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.store.Session;
import java.util.Optional;

/** How long a reply may be kept and how young it is, as far as the sources that are known say. */
record Freshness(Expiration expiration, LastModified modified) {
    /** That of a reply made of nothing. */
    static final Freshness ANY = new Freshness(Expiration.NEVER, LastModified.NEVER);

    /** What a record of a catalog says; where it does not say, its catalog does. */
    static Freshness of(Optional<Expiration> expiration, Optional<Long> timeStamp, Session owner) {
        return new Freshness(
                expiration.orElseGet(() -> owner.value(Attributes.EXPIRATION)),
                new LastModified(timeStamp.orElse(owner.catalog().timeStamp()), false));
    }

    /** That of a file that no record names. */
    static Freshness of(Session owner) {
        return of(Optional.empty(), Optional.empty(), owner);
    }

    /** That of a reply made of both: it expires with the first of them, and is as young as the youngest. */
    Freshness and(Freshness other) {
        return new Freshness(expiration.orSooner(other.expiration), modified.orLater(other.modified));
    }
}
