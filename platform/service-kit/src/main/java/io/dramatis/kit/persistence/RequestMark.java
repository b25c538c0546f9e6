package io.dramatis.kit.persistence;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the statements of HTTP requests, whose clients wait, from those of other work. */
@ApplicationScoped
public class RequestMark {

    private static final String KEY = RequestMark.class.getName();

    void init(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            put(Vertx.currentContext());
            request.next();
        });
    }

    static void put(Context request) {
        request.putLocal(KEY, true);
    }

    static boolean isOn(ContextInternal context) {
        // Others belong to no request, and Quarkus allows nothing to be looked up in them.
        return context.isDuplicate() && ((Context) context).getLocal(KEY) != null;
    }
}
