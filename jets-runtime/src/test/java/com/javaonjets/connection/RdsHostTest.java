package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.testing.Printed;
import com.javaonjets.testing.TestConfig;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RdsHostTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "blog.c9abc.eu-central-1.rds.amazonaws.com, eu-central-1, false",
        "Blog.Cluster-C9abc.us-gov-west-1.RDS.amazonaws.com, us-gov-west-1, false",
        "blog.cluster-ro-c9abc.us-east-1.rds.amazonaws.com, us-east-1, false",
        "blog.proxy-c9abc.eu-west-1.rds.amazonaws.com, eu-west-1, true",
        "blog.c9abc.cn-north-1.rds.amazonaws.com.cn, cn-north-1, false",
        "blog.c9abc.rds.cn-northwest-1.amazonaws.com.cn, cn-northwest-1, false"
    })
    void knowsTheRegion(String host, String region, boolean proxy) {
        assertThat(RdsHost.of(host)).isEqualTo(new RdsHost(host.toLowerCase(Locale.ROOT), region, proxy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example",
                "rds.amazonaws.com",
                "eu-central-1.rds.amazonaws.com",
                "blog.eu-central-1.elb.amazonaws.com",
                "blog.c9.eu-central-1.rds.amazonaws.com.example",
                "evilrds.amazonaws.com"
            })
    void knowsNoOther(String host) {
        assertThat(RdsHost.of(host)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void verifiesByTheBundleOfTheRegion(Adapter adapter) throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("config")).resolve("eu-central-1-bundle.pem");
        Files.copy(TlsServers.authority().certificate(), bundle);

        Properties properties = properties(adapter, "blog.c9.eu-central-1.rds.amazonaws.com");

        if (adapter == Adapter.POSTGRESQL) {
            assertThat(properties)
                    .containsEntry("sslmode", "verify-full")
                    .containsEntry("sslrootcert", bundle.toString());
        } else {
            assertThat(properties)
                    .containsEntry("sslMode", "VERIFY_IDENTITY")
                    .containsKeys("trustCertificateKeyStoreUrl", "trustCertificateKeyStorePassword");
        }
    }

    @Test
    void verifiesByTheBundleOfAllRegions() throws IOException {
        Path bundle = folder.resolve("global-bundle.pem");
        Files.copy(TlsServers.authority().certificate(), bundle);

        assertThat(properties(Adapter.POSTGRESQL, "blog.c9.eu-west-3.rds.amazonaws.com"))
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", bundle.toString());
    }

    @Test
    void verifiesAProxyByAmazonsOwnAuthority() throws IOException {
        Path root = folder.resolve("AmazonRootCA1.pem");
        Files.copy(TlsServers.authority().certificate(), root);
        Files.copy(root, folder.resolve("global-bundle.pem"));

        assertThat(properties(Adapter.POSTGRESQL, "blog.proxy-c9.eu-west-3.rds.amazonaws.com"))
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", root.toString());
    }

    @Test
    void requiresTlsWithoutABundleAndSaysOnceWhatToAdd() {
        String host = "blog.c9.eu-north-1.rds.amazonaws.com";

        String log = Printed.by(() -> {
            for (int i = 0; i < 3; i++) {
                assertThat(properties(Adapter.POSTGRESQL, host)).containsEntry("sslmode", "require");
                assertThat(properties(Adapter.MYSQL, host)).containsEntry("sslMode", "REQUIRED");
            }
        });

        assertThat(log.lines())
                .singleElement()
                .asString()
                .endsWith("TLS to " + host + " does not verify the server: its authorities' certificates are not on the"
                        + " class path; add eu-north-1-bundle.pem, to its root or to config/, from"
                        + " https://truststore.pki.rds.amazonaws.com/eu-north-1/eu-north-1-bundle.pem");
    }

    @Test
    void saysNothingWhereTheUserHasDecided() {
        String host = "blog.c9.eu-south-1.rds.amazonaws.com";

        TestConfig config = TestConfig.of(Adapter.MYSQL, host, 3306, "blog").withSsl("require");

        String log = Printed.by(() ->
                assertThat(Target.database(config.build(), true).properties()).containsEntry("sslMode", "REQUIRED"));

        assertThat(log).isEmpty();
    }

    private Properties properties(Adapter adapter, String host) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return Target.database(
                            TestConfig.of(adapter, host, adapter.defaultPort(), "blog")
                                    .build(),
                            true)
                    .properties();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
