package com.javaonjets.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A socket that can be looked at without waiting: whether the peer has ended it, or said something that nobody asked for.
 * {@link Socket} has no such look: {@code available()} does not tell an end from silence. So this one stands on a channel,
 * which can read without blocking; what the look takes is given back to the next read. Below TLS it sees the records.
 *
 * <p>A channel is closed where a thread begins to wait on it whose interrupt flag is set already. A socket is not, and so is
 * not this one: the flag is put aside for so long.
 */
final class ProbedSocket extends Socket {

    /** What a look finds. */
    enum Sight {
        /** Nothing to read: as far as this machine knows, the peer is there. */
        SILENCE,
        /** Something to read, such as a farewell or a notice. */
        DATA,
        /** The peer is gone. */
        END
    }

    private final SocketChannel channel;
    private final Socket socket;
    private @Nullable PushbackStream input;
    private @Nullable HeldStream output;

    ProbedSocket() throws IOException {
        super((SocketImpl) null);
        channel = SocketChannel.open();
        socket = channel.socket();
    }

    /** Looks, in some microseconds. Only while no thread reads or writes. */
    Sight look() {
        PushbackStream stream = input;
        if (stream != null && stream.hasByte()) {
            return Sight.DATA;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        try {
            int length = read(one);
            if (length > 0 && stream != null) {
                stream.giveBack(one.get(0));
                return Sight.DATA;
            }
            return length == 0 ? Sight.SILENCE : Sight.END;
        } catch (IOException e) {
            // A reset, or closed on this side.
            return Sight.END;
        }
    }

    private int read(ByteBuffer one) throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(one);
        } finally {
            channel.configureBlocking(true);
        }
    }

    /** From here on, what is written waits for the next read, for whom asks for the stream now. */
    synchronized void hold() throws IOException {
        HeldStream stream = new HeldStream(sent());
        pushback().answers(stream);
        output = stream;
    }

    /** What is written waits no more, and takes along what has waited. */
    synchronized void letGo() {
        HeldStream stream = output;
        if (stream != null) {
            stream.letGo();
        }
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        return pushback();
    }

    private PushbackStream pushback() throws IOException {
        PushbackStream stream = input;
        if (stream == null) {
            stream = new PushbackStream(socket.getInputStream());
            input = stream;
        }
        return stream;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        HeldStream stream = output;
        return stream == null ? sent() : stream.asStream();
    }

    private OutputStream sent() throws IOException {
        return new SentStream(socket.getOutputStream());
    }

    /** None, as of a socket that stands on no channel: reading past the stream would lose what a look took. */
    @Override
    public @Nullable SocketChannel getChannel() {
        return null;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            socket.connect(endpoint, timeout);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void bind(SocketAddress bindpoint) throws IOException {
        socket.bind(bindpoint);
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return socket.getTcpNoDelay();
    }

    @Override
    public void setSoLinger(boolean on, int linger) throws SocketException {
        socket.setSoLinger(on, linger);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return socket.getSoLinger();
    }

    @Override
    public void sendUrgentData(int data) throws IOException {
        socket.sendUrgentData(data);
    }

    @Override
    public void setOOBInline(boolean on) throws SocketException {
        socket.setOOBInline(on);
    }

    @Override
    public boolean getOOBInline() throws SocketException {
        return socket.getOOBInline();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public synchronized void setSendBufferSize(int size) throws SocketException {
        socket.setSendBufferSize(size);
    }

    @Override
    public synchronized int getSendBufferSize() throws SocketException {
        return socket.getSendBufferSize();
    }

    @Override
    public synchronized void setReceiveBufferSize(int size) throws SocketException {
        socket.setReceiveBufferSize(size);
    }

    @Override
    public synchronized int getReceiveBufferSize() throws SocketException {
        return socket.getReceiveBufferSize();
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        socket.setKeepAlive(on);
    }

    @Override
    public boolean getKeepAlive() throws SocketException {
        return socket.getKeepAlive();
    }

    @Override
    public void setTrafficClass(int value) throws SocketException {
        socket.setTrafficClass(value);
    }

    @Override
    public int getTrafficClass() throws SocketException {
        return socket.getTrafficClass();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        socket.setReuseAddress(on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return socket.getReuseAddress();
    }

    /** Not synchronized: it must end a read that waits in another thread. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public void shutdownInput() throws IOException {
        socket.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isBound() {
        return socket.isBound();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        socket.setPerformancePreferences(connectionTime, latency, bandwidth);
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        socket.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return socket.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return socket.supportedOptions();
    }

    @Override
    public String toString() {
        return socket.toString();
    }
}
