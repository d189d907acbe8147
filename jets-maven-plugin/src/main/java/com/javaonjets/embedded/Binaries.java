package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the servers' binaries come from; they are fetched and unpacked when first needed, once a machine.
 *
 * @param resolver gives the local file of a jar, downloading it if need be; its {@link JetsException}s reach the user
 * @param folder where the jars are unpacked, each into a folder of its own; shared by all projects and versions
 * @param progress hears a sentence before each step that takes long
 */
public record Binaries(Function<Coordinates, Path> resolver, Path folder, Consumer<String> progress) {

    /** The unpacked server for this platform. */
    ServerHome home(Adapter adapter) {
        Coordinates coordinates = Platform.current().binaries(adapter);
        Path target = folder.resolve(coordinates.artifactId() + "-" + coordinates.version());
        ServerHome home = new ServerHome(adapter, target, coordinates.version());
        new Unpacker(target, () -> progress.accept("unpacking " + home + ", once"))
                .unpack(() -> resolver.apply(coordinates));
        return home;
    }
}
