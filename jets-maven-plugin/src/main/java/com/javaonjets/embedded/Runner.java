package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a program is run that refuses to run as root: as it is by other users, by root through a command that makes it
 * somebody else.
 *
 * @param prefix the words before the program's
 * @param owner the user id that its data must belong to; negative if it does not matter
 */
record Runner(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final long PROBE_SECONDS = 10;

    static final Runner PLAIN = new Runner(List.of(), -1);

    /** A user namespace in which root, unmapped, is nobody, while its files stay its own. */
    static final Runner NAMESPACE = new Runner(List.of("unshare", "-U"), 0);

    /**
     * The user nobody, who may pass folders that are closed to it, such as a repository below /root: for containers, which
     * forbid user namespaces. Without the secure bit the capability would not count where the C library's access() looks.
     */
    static final Runner SUBSTITUTE = new Runner(
            List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"),
            NOBODY);

    Runner {
        prefix = List.copyOf(prefix);
    }

    static boolean isRoot() {
        return !Platform.isWindows() && new UnixSystem().getUid() == 0;
    }

    static Runner forProgram(String program, Path folder) {
        return isRoot() ? firstUsable(Stream.of(NAMESPACE, SUBSTITUTE), program, folder) : PLAIN;
    }

    /**
     * The first that can run the program and write in the folder.
     *
     * @throws JetsException if none can
     */
    static Runner firstUsable(Stream<Runner> candidates, String program, Path folder) {
        return candidates
                .filter(runner -> runner.succeeds(program, "--version")
                        && runner.succeeds("test", "-w", folder.toString(), "-a", "-x", folder.toString()))
                .findFirst()
                .orElseThrow(() -> new JetsException("PostgreSQL refuses to run as root, and neither 'unshare -U' nor"
                        + " 'setpriv' (of util-linux) can run it as another user here; run the build as a user other"
                        + " than root, or point the environment at a real server, by 'url:' in config/database.yml or by"
                        + " DATABASE_URL"));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes a folder, which another runner may have filled, its user's own. */
    void own(Path folder) throws IOException {
        if (owner < 0 || uid(folder) == owner) {
            return;
        }
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(Integer.toString(owner));
        FileTree.walk(folder, path -> Files.setAttribute(path, "posix:owner", user, LinkOption.NOFOLLOW_LINKS));
    }

    private static int uid(Path folder) throws IOException {
        return (Integer) Files.getAttribute(folder, "unix:uid");
    }

    private boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command(List.of(command)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
