package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code ./dramatis} script, with stand-ins for Java and Maven that write down how they were called. */
class DramatisScriptTest {

    private record Outcome(int status, String output) {
        String lastLine() {
            return output.lines().reduce("", (before, line) -> line);
        }
    }

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aRepository() throws IOException {
        Files.copy(Path.of("../../dramatis"), home.resolve("dramatis"));
        write("pom.xml", "<project/>");
        write("catalog-service/src/main/java/Catalog.java", "class Catalog {}");
        executable("jdk/bin/java", """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit; fi
                echo "java $*"
                """);
        maven("""
                for service in search-gateway catalog-service collection-service portrait-service; do
                  mkdir -p $service/target/quarkus-app/app
                  echo jar > $service/target/quarkus-app/quarkus-run.jar
                  cat catalog-service/src/main/java/Catalog.java > $service/target/quarkus-app/app/app.jar
                done
                mkdir -p deploy/local/target/lib
                echo jar > deploy/local/target/dramatis-local.jar
                """);
        environment.put("JAVA_HOME", home.resolve("jdk").toString());
    }

    @Test
    void buildsOnceThenStartsTheLauncher() throws Exception {
        Outcome first = dramatis("up", "--offline", "--reset");
        Outcome second = dramatis("up");

        assertThat(first.status()).isZero();
        assertThat(first.output()).contains("Building").contains("io.dramatis.local.Launcher --offline --reset");
        assertThat(second.output()).doesNotContain("Building").contains("io.dramatis.local.Launcher");
        assertThat(mavenCalls()).hasSize(1).first().asString().contains("package");
    }

    @Test
    void buildsBeforeItMeasures() throws Exception {
        executable("bench/search/run.sh", """
                #!/bin/sh
                ls search-gateway/target/quarkus-app
                """);

        assertThat(dramatis("bench", "search").output()).contains("Building").contains("quarkus-run.jar");
        assertThat(dramatis("bench", "everything").status()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhatChangedButNotWhatWasOnlyTouchedOrIsATest() throws Exception {
        dramatis("up");
        write("catalog-service/src/main/java/Catalog.java", "class Catalog {}");
        write("catalog-service/src/test/java/CatalogTest.java", "class CatalogTest {}");
        assertThat(dramatis("up").output()).doesNotContain("Building");

        write("catalog-service/src/main/java/Catalog.java", "class Catalog { int changed; }");
        assertThat(dramatis("up").output()).contains("Building");

        write("portrait-service/target/quarkus-app/app/app.jar", "made by somebody else");
        assertThat(dramatis("up").output()).contains("Building");

        Files.delete(home.resolve("portrait-service/target/quarkus-app/quarkus-run.jar"));
        assertThat(dramatis("up").output()).contains("Building");
        assertThat(dramatis("up").output()).doesNotContain("Building");
    }

    @Test
    void showsWhyABuildFailedAndTriesAgainNextTime() throws Exception {
        maven("echo '[INFO] noise'; echo '[ERROR] Catalog.java:[1,7] no such symbol'; exit 1");

        Outcome first = dramatis("up");
        Outcome second = dramatis("up");

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.output())
                .contains("no such symbol")
                .contains("target/dramatis-build.log")
                .doesNotContain("noise")
                .doesNotContain("Launcher");
        assertThat(second.output()).contains("Building");
    }

    @Test
    void namesAMissingAnOldAndAnUnknownJava() throws Exception {
        environment.put("JAVA_HOME", home.resolve("nowhere").toString());
        assertThat(dramatis("up")).satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.output()).contains("there is no " + home.resolve("nowhere/bin/java"));
        });

        environment.put("JAVA_HOME", home.resolve("jdk").toString());
        executable("jdk/bin/java", "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        assertThat(dramatis("test").output()).contains("is Java 1. Dramatis needs a JDK 17 or newer");

        executable("jdk/bin/java", "#!/bin/sh\nexit 1\n");
        assertThat(dramatis("up").output()).contains("does not tell its version");
    }

    @Test
    void acceptsAnEarlyAccessJava() throws Exception {
        executable("jdk/bin/java", """
                #!/bin/sh
                if [ "$1" = -version ]; then
                  echo 'Picked up JAVA_TOOL_OPTIONS: -Dversion=1' >&2
                  echo 'openjdk version "26-ea" 2026-03-17' >&2
                fi
                """);

        assertThat(dramatis("up").status()).isZero();
    }

    @Test
    void refusesAnUnknownOptionBeforeItBuilds() throws Exception {
        Outcome outcome = dramatis("up", "--ofline");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("Unknown option --ofline");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(dramatis().output()).isEqualTo(dramatis("help").output()).contains("DRAMATIS_PORT_OFFSET");
        assertThat(dramatis("help").status()).isZero();
        assertThat(dramatis("start").status()).isEqualTo(1);
        for (Endpoint endpoint : Endpoint.values()) {
            assertThat(dramatis("help").output())
                    .contains(endpoint.variable().replace("DRAMATIS_PORT", "") + "=" + endpoint.defaultPort());
        }
    }

    @Test
    void addsUpTheTestsOfThisRunOnly() throws Exception {
        write("catalog-service/target/surefire-reports/TEST-Old.xml", report(50, 0, 0, 0));
        maven(reportingMaven(
                Map.of(
                        "catalog-service/target/surefire-reports/TEST-A.xml", report(10, 0, 0, 2),
                        "deploy/local/target/failsafe-reports/TEST-B.xml", report(3, 0, 0, 0)),
                0));

        Outcome outcome = dramatis("test", "-pl", "catalog-service");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.lastLine()).isEqualTo("11 passed, 0 failed, 2 skipped");
        assertThat(mavenCalls()).containsExactly("-B -pl catalog-service verify");
    }

    @Test
    void failsAsMavenDoes() throws Exception {
        maven(reportingMaven(Map.of("catalog-service/target/surefire-reports/TEST-A.xml", report(10, 1, 2, 3)), 7));

        Outcome outcome = dramatis("test");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.lastLine()).isEqualTo("4 passed, 3 failed, 3 skipped");
    }

    @Test
    void failsWhenATestFailedThoughMavenWasToldToIgnoreIt() throws Exception {
        maven(reportingMaven(Map.of("catalog-service/target/surefire-reports/TEST-A.xml", report(2, 0, 1, 0)), 0));

        assertThat(dramatis("test", "-Dmaven.test.failure.ignore").status()).isEqualTo(1);
    }

    @Test
    void failsWhenNoTestRan() throws Exception {
        maven(reportingMaven(Map.of("catalog-service/target/surefire-reports/TEST-A.xml", report(3, 0, 0, 3)), 0));
        Outcome onlySkipped = dramatis("test");
        maven("exit 0");
        Files.deleteIfExists(home.resolve("catalog-service/target/surefire-reports/TEST-A.xml"));
        Outcome none = dramatis("test");

        assertThat(onlySkipped.status()).isEqualTo(1);
        assertThat(onlySkipped.lastLine()).isEqualTo("0 passed, 0 failed, 3 skipped");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.output()).contains("No test ran.");
        assertThat(none.lastLine()).isEqualTo("0 passed, 0 failed, 0 skipped");
    }

    private static String report(int tests, int failures, int errors, int skipped) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0" name="A" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d">
                  <testcase name="prints &lt;testsuite" time="0.1"/>
                  <system-out><testsuite tests="99" errors="0" skipped="0" failures="0"></system-out>
                </testsuite>
                """.formatted(tests, errors, skipped, failures);
    }

    private String reportingMaven(Map<String, String> reports, int status) throws IOException {
        StringBuilder script = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> report : reports.entrySet()) {
            Path prepared = home.resolve("prepared-" + number++);
            Files.writeString(prepared, report.getValue());
            Path target = home.resolve(report.getKey());
            script.append("mkdir -p %s && cp %s %s%n".formatted(target.getParent(), prepared, target));
        }
        return script.append("exit ").append(status).toString();
    }

    private void maven(String script) throws IOException {
        executable("mvnw", "#!/bin/sh\necho \"$*\" >> maven-calls\n" + script);
    }

    private List<String> mavenCalls() throws IOException {
        Path calls = home.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void executable(String file, String content) throws IOException {
        write(file, content);
        assertThat(home.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private Outcome dramatis(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", home.resolve("dramatis").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
