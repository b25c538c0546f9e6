package io.dramatis.portrait.provider;

import java.util.List;

/** Providers of one kind, of which the configuration names any number. */
public interface ImageProviderFamily {

    /** The same ones each time. */
    List<ImageProvider> members();
}
