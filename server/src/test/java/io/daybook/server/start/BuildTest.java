package io.daybook.server.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.Daybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of whoever has a clone. */
class BuildTest {

    private static final Path ROOT = Path.of("..");
    private static final String PLUGIN =
            "string(//plugin[artifactId='spring-boot-maven-plugin' and configuration]/configuration/%s)";

    private static final String OLD_JAVA = "echo 'openjdk version \"17.0.2\"' >&2";
    private static final String OLD_JAVAC = "echo \"    java.home = $(dirname \"$0\")/..\"";
    private static final String MAVEN = """
            if [ "$1" = -version ]; then echo 'Apache Maven 3.9.9'; else echo "$JAVA_HOME runs $*"; fi""";

    @TempDir
    private Path folder;

    @Test
    @Tag("ops-1.start")
    void starting_from_a_clone_starts_the_server_alone() throws Exception {
        assertThat(configured(ROOT.resolve("pom.xml"), "skip")).isEqualTo("true");
        Path server = Path.of("pom.xml");
        assertThat(configured(server, "skip")).isEqualTo("false");
        assertThat(configured(server, "mainClass")).isEqualTo(Daybook.class.getName());
        assertThat(configured(server, "workingDirectory")).isEqualTo("${maven.multiModuleProjectDirectory}");
    }

    private static String configured(Path pom, String setting) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        return XPathFactory.newInstance().newXPath().evaluate(PLUGIN.formatted(setting), document);
    }

    @Test
    @Tag("ops-1.verify")
    void ci_runs_what_everybody_runs() throws IOException {
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).containsPattern("\\nexec \\./mvnw( -B| -ntp)* verify\\n");
    }

    @Test
    @Tag("ops-1.jdk.found")
    void maven_is_started_on_a_jdk_that_is_new_enough_whatever_the_default_is() throws Exception {
        Files.createDirectories(folder.resolve(".jdks"));
        Files.createSymbolicLink(folder.resolve(".jdks/new"), Path.of(System.getProperty("java.home")));

        String told = run(ROOT.resolve("mvnw"), 0);

        assertThat(told).endsWith(" runs -o verify");
        Path jdk = Path.of(told.substring(0, told.indexOf(" runs ")));
        assertThat(jdk.resolve("bin/javac")).isExecutable();
        assertThat(version(jdk)).isGreaterThanOrEqualTo(21);
    }

    private static int version(Path jdk) throws IOException {
        String release = Files.readString(jdk.resolve("release"));
        return Runtime.Version.parse(release.replaceAll("(?s).*JAVA_VERSION=\"([^\"]+)\".*", "$1"))
                .feature();
    }

    @Test
    @Tag("ops-1.jdk.none")
    void without_a_jdk_that_is_new_enough_it_says_so_in_a_sentence() throws Exception {
        String script = Files.readString(ROOT.resolve("mvnw")).replace("\nwanted=21\n", "\nwanted=999\n");
        Path demanding = Files.writeString(folder.resolve("mvnw"), script);

        assertThat(run(demanding, 1))
                .isEqualTo("mvnw: Daybook is built with JDK 999 or newer and none was found: install one,"
                        + " or set JAVA_HOME to it");
    }

    /** Where the default Java is an old one, and Maven says only what it was started on. */
    private String run(Path script, int status) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("old/bin"));
        program(bin.resolve("java"), OLD_JAVA);
        program(bin.resolve("javac"), OLD_JAVAC);
        program(bin.resolve("mvn"), MAVEN);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), "-o", "verify");
        builder.environment().clear();
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", bin.getParent().toString());
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isEqualTo(status);
        return told;
    }

    private static void program(Path path, String line) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
