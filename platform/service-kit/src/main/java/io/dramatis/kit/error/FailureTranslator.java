package io.dramatis.kit.error;

import java.util.Optional;

/** Knows what a library's failure means to a client. Beans of this type are asked before a failure becomes a 500. */
public interface FailureTranslator {

    /** The failure in the catalogue's terms, or empty where it is not this translator's. */
    Optional<DomainException> translate(Throwable failure);
}
