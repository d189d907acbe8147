package com.javaonjets.embedded;

/** Names a jar of server binaries in a Maven repository. */
public record Coordinates(String groupId, String artifactId, String version) {

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
