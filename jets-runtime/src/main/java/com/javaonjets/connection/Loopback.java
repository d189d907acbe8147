package com.javaonjets.connection;

/** Hosts that are this machine, told by name alone: nothing is looked up. */
final class Loopback {

    private Loopback() {}

    static boolean is(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("[::1]");
    }
}
