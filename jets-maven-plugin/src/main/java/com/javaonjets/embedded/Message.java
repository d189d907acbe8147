package com.javaonjets.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a keeper tells the users of its server. */
record Message(Kind kind, String text) {

    enum Kind {
        /** First of all, with the keeper's id. */
        GREETING,
        /** A sentence about what takes long. */
        PROGRESS,
        /** The server takes connections; its file is there. */
        READY,
        /** The server cannot be had; the text says why. */
        FAILED
    }

    private static final int MOST_CHARACTERS = 20_000;

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(kind.name());
        out.writeUTF(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        out.flush();
    }

    /** Fails with an {@link IOException} too if what it reads comes from something else. */
    static Message read(DataInputStream in) throws IOException {
        String kind = in.readUTF();
        try {
            return new Message(Kind.valueOf(kind), in.readUTF());
        } catch (IllegalArgumentException e) {
            throw new IOException("no keeper's message: " + kind, e);
        }
    }
}
