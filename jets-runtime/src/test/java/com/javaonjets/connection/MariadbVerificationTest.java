package com.javaonjets.connection;

import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TlsMariadb;
import org.junit.jupiter.api.Test;

final class MariadbVerificationTest extends VerificationContract {

    MariadbVerificationTest() {
        super(TlsServers.mariadb());
    }

    @Test
    void refusesOldTls() {
        refusesOldTls(TestConfig.of(TlsMariadb.start(TlsServers.identity(), "--tls-version=TLSv1.1"))
                .withSslrootcert(TlsServers.authority().certificate().toString()));
    }
}
