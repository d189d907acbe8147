package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeldStreamTest {

    private final List<String> packets = new ArrayList<>();
    private final HeldStream held = new HeldStream(new Packets());

    @Test
    void sendsInOnePacketWhatIsWrittenBeforeARead() throws IOException {
        PushbackStream answers = new PushbackStream(new ByteArrayInputStream(new byte[] {7, 8}), new ProbedSocket());
        answers.answers(held);
        write("hel");
        write("lo");
        held.flush();
        assertThat(packets).isEmpty();

        assertThat(answers.read()).isEqualTo(7);
        assertThat(packets).containsExactly("hello");
        assertThat(answers.read(new byte[1], 0, 1)).isEqualTo(1);
        assertThat(packets).containsExactly("hello");
    }

    @Test
    void sendsWhatIsLeftOfTheHandshakeWithTheFirstWriteAfterIt() throws IOException {
        write("finished");
        held.letGo();
        assertThat(packets).isEmpty();

        write(" login");
        write("query");
        held.write('!');
        assertThat(packets).containsExactly("finished login", "query", "!");
    }

    @Test
    void sendsWhatIsLeftOfTheHandshakeBeforeARead() throws IOException {
        write("finished");
        held.letGo();

        held.send();
        held.send();
        assertThat(packets).containsExactly("finished");
    }

    private void write(String text) throws IOException {
        held.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Notes each write. */
    private final class Packets extends OutputStream {

        @Override
        public void write(int one) {
            throw new AssertionError("byte by byte");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(bytes, offset, length);
            packets.add(packet.toString(StandardCharsets.US_ASCII));
        }
    }
}
