package io.dramatis.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Counts bodies that did not announce their length while they are read. */
@Provider
public class BodyCounter implements ReaderInterceptor {

    private final CurrentVertxRequest request;

    BodyCounter(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        OptionalLong limit = BodyLimits.unannounced(request.getCurrent());
        if (limit.isPresent()) {
            reading.setInputStream(new Counted(reading.getInputStream(), limit.getAsLong()));
        }
        return reading.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long count;

        Counted(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            count += Math.max(0, read);
            if (count > limit) {
                throw BodyLimits.tooLarge(limit);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
