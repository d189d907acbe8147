package com.javaonjets.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two files that come together: both whole, or neither. */
record FilePair(Path up, Path down) {

    /**
     * Writes both in UTF-8. The way back comes first: a machine that stops in between leaves a file that Flyway
     * ignores, never a migration without its way back.
     *
     * @throws java.nio.file.FileAlreadyExistsException if one of them is there; it is left as it is
     */
    void write(String upText, String downText) throws IOException {
        Path upDraft = draft(up);
        Path downDraft = draft(down);
        try {
            Files.writeString(upDraft, upText);
            Files.writeString(downDraft, downText);
            Files.move(downDraft, down);
            publishUp(upDraft);
        } finally {
            Files.deleteIfExists(upDraft);
            Files.deleteIfExists(downDraft);
        }
    }

    private void publishUp(Path draft) throws IOException {
        try {
            Files.move(draft, up);
        } catch (IOException e) {
            Files.deleteIfExists(down);
            throw e;
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".draft");
    }
}
