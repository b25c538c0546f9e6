package io.dramatis.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The real broker, as one KRaft node in this JVM. */
final class EmbeddedKafka {

    private final String bootstrapServers;

    private EmbeddedKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    static EmbeddedKafka start(Path directory) throws Exception {
        int clients = freePort();
        int controller = freePort();
        Map<String, String> settings = new HashMap<>();
        settings.put("node.id", "1");
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + clients);
        settings.put("log.dirs", directory.toString());
        settings.put("num.partitions", "2");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        // Topics are created by their first use here, and take what the platform's dead-letter topics take.
        settings.put("message.max.bytes", Integer.toString(5 * 1024 * 1024));
        settings.put("group.initial.rebalance.delay.ms", "0");

        Formatter formatter = new Formatter();
        formatter
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString());
        formatter.run();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka("127.0.0.1:" + clients);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
