package io.dramatis.portrait.storage;

import java.net.URI;
import java.util.Objects;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.options.GetOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;

/** A real S3 server in this JVM, which asks for signatures; its objects outlive its being stopped. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "portraits";
    public static final String ACCESS_KEY = "the-access-key";
    public static final String SECRET_KEY = "the-secret-key";

    private final BlobStoreContext context = ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
            .credentials("any", "any")
            .buildView(BlobStoreContext.class);
    private S3Proxy proxy;
    private int port;

    public S3Server() {
        context.getBlobStore().createContainerInLocation(null, BUCKET);
        start();
    }

    public void start() {
        proxy = S3Proxy.builder()
                .blobStore(new WholeBlobs(context.getBlobStore()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        port = proxy.getPort();
    }

    public void stop() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public BlobStore objects() {
        return context.getBlobStore();
    }

    @Override
    public void close() {
        stop();
        context.close();
    }

    /**
     * S3 answers a read with the whole of one content, whoever writes meanwhile. This server's own store looks the length
     * up before it opens the content, which may be another's by then.
     */
    private static final class WholeBlobs extends ForwardingBlobStore {

        WholeBlobs(BlobStore store) {
            super(store);
        }

        @Override
        public Blob getBlob(String container, String name, GetOptions options) {
            while (true) {
                Blob blob = super.getBlob(container, name, options);
                if (blob == null || isStill(blob.getMetadata(), blobMetadata(container, name))) {
                    return blob;
                }
                blob.resetPayload(true);
            }
        }

        private static boolean isStill(BlobMetadata opened, BlobMetadata now) {
            return now != null
                    && Objects.equals(opened.getETag(), now.getETag())
                    && Objects.equals(opened.getSize(), now.getSize());
        }
    }
}
