package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A server's data folder, which keeps beside the data what made it: the server's series, and the password of its one user.
 *
 * @param password made of letters, digits, {@code -} and {@code _}
 */
record DataFolder(String password) {

    private static final int PASSWORD_BYTES = 24;

    /**
     * The data folder of a server, made if it is not there.
     *
     * @throws JetsException if another series of the server made it, or it cannot be made
     */
    static DataFolder open(ServerProgram program, Consumer<String> progress) throws IOException {
        Path data = program.folder().data();
        if (Files.notExists(data)) {
            progress.accept("making the data folder of " + program.home() + ", "
                    + program.folder().path());
            create(program, data);
        }
        DataFolder opened = read(program, data);
        program.own();
        return opened;
    }

    /** Made beside its place and moved there whole: a build killed meanwhile leaves nothing that looks finished. */
    private static void create(ServerProgram program, Path data) throws IOException {
        Path fresh = data.resolveSibling("data.new");
        FileTree.delete(fresh);
        String password = newPassword();
        program.initialise(fresh, password);
        Properties properties = new Properties();
        properties.setProperty("series", program.series());
        properties.setProperty("password", password);
        PropertyFile.write(file(fresh), properties);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static DataFolder read(ServerProgram program, Path data) throws IOException {
        Properties properties = PropertyFile.read(file(data)).orElseGet(Properties::new);
        String series = properties.getProperty("series", "unknown");
        String password = properties.getProperty("password", "");
        if (!series.equals(program.series()) || password.isEmpty()) {
            throw new JetsException(data + " was made by version " + series + ", which " + program.home()
                    + " cannot read; delete that folder, and it is made anew, empty");
        }
        return new DataFolder(password);
    }

    private static Path file(Path data) {
        return data.resolve("jets.properties");
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
