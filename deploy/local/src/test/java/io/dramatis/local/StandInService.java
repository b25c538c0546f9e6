package io.dramatis.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Where only the launcher is of interest: listens as a packaged service does and reports itself ready. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("database " + System.getenv("QUARKUS_DATASOURCE_REACTIVE_URL"));
        listen("QUARKUS_HTTP_PORT");
        listen("QUARKUS_MANAGEMENT_PORT");
    }

    private static void listen(String variable) throws IOException {
        int port = Integer.parseInt(System.getenv(variable));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Packages it in the place of each service. */
    static void packageAll(Path repository) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String resource = StandInService.class.getName().replace('.', '/') + ".class";
        for (Service service : Service.values()) {
            Path jar = service.jar(repository);
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(file, manifest);
                    InputStream code = StandInService.class.getClassLoader().getResourceAsStream(resource)) {
                entries.putNextEntry(new ZipEntry(resource));
                code.transferTo(entries);
            }
        }
    }
}
