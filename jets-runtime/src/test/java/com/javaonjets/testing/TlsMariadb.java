package com.javaonjets.testing;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestAuthority.Issued;
import java.util.ArrayList;
import java.util.List;

/** MariaDB servers with a certificate, stopped with the JVM. */
public final class TlsMariadb {

    private TlsMariadb() {}

    /**
     * Starts a server, and makes a database on it.
     *
     * @param arguments of mariadbd
     */
    public static DatabaseConfig start(Issued identity, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--ssl-cert=" + identity.certificate());
        all.add("--ssl-key=" + identity.key());
        return MariadbServer.start(all).newDatabase();
    }
}
