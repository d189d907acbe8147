package com.javaonjets.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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

    private static final long NONE = 0;
    private static final String LATE = "the time for it was up";

    /** When the opening of a connection ends that the thread is at. */
    private static final ThreadLocal<@Nullable Long> OPENING = new ThreadLocal<>();

    private final SocketChannel channel;
    private final Socket socket;
    private final ReentrantLock mode = new ReentrantLock();
    private volatile long deadline = NONE;
    private volatile int readLimit;
    private @Nullable PushbackStream input;
    private @Nullable HeldStream output;

    /** Bounded by the opening it is made for, else by the invocation, until it is endless. */
    ProbedSocket() throws IOException {
        super((SocketImpl) null);
        channel = SocketChannel.open();
        socket = channel.socket();
        Long opening = OPENING.get();
        Fence invocation = Fence.current();
        if (opening != null) {
            deadline = opening;
        } else if (invocation.isBounded()) {
            endAfter(invocation.leftMilliseconds());
        }
    }

    /**
     * Bounds the sockets that the current thread makes from now on, all steps of an opening together: the limits that
     * drivers know hold for each step, and for each address of a host.
     */
    static void opens(Duration limit) {
        if (!limit.isZero()) {
            OPENING.set(after(limit.toMillis()));
        }
    }

    /** Called when the opening is over. */
    static void opened() {
        OPENING.remove();
    }

    /** {@return a deadline: odd, and so never none} */
    private static long after(long milliseconds) {
        return (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds)) | 1;
    }

    /**
     * Looks, in some microseconds. Only while no thread reads or writes.
     *
     * @return as of a read that does not wait: 0 where there is nothing, so that the peer is there as far as this machine
     *     knows; 1 where there is something, such as a farewell or a notice; -1 where the peer is gone
     */
    int look() {
        PushbackStream stream = input;
        if (stream != null && stream.hasByte()) {
            return 1;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        try {
            int length = read(one);
            if (length > 0 && stream != null) {
                stream.giveBack(one.get(0));
                return 1;
            }
            return length == 0 ? 0 : -1;
        } catch (IOException e) {
            // A reset, or closed on this side.
            return -1;
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

    /**
     * Bounds what is read and written from now on, all of it together. What drivers set by {@link #setSoTimeout} bounds each
     * read alone, and holds as well.
     */
    void endAfter(int milliseconds) {
        deadline = after(milliseconds);
    }

    void endless() {
        deadline = NONE;
    }

    boolean isBounded() {
        return deadline != NONE;
    }

    /** Held by who reads, and by who has the channel not block: that would fail a read. */
    ReentrantLock mode() {
        return mode;
    }

    /** Has the next read wait as long as the driver wants, and not past the deadline. */
    void limitRead() throws IOException {
        socket.setSoTimeout(within(readLimit));
    }

    /**
     * {@return some milliseconds, or what is left until the deadline if that is less}
     *
     * @param milliseconds 0 for no bound but the deadline
     * @throws InterruptedIOException if nothing is left
     */
    int within(int milliseconds) throws InterruptedIOException {
        long end = deadline;
        if (end == NONE) {
            return milliseconds;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new InterruptedIOException(LATE);
        }
        int bound = (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
        return milliseconds == 0 ? bound : Math.min(milliseconds, bound);
    }

    /** Not a timeout of the socket's where the deadline is what ended a read: pgjdbc reads on if it has not set one. */
    InterruptedIOException cause(SocketTimeoutException timeout) {
        long end = deadline;
        if (end == NONE || end - System.nanoTime() > 0) {
            return timeout;
        }
        InterruptedIOException late = new InterruptedIOException(LATE);
        late.initCause(timeout);
        return late;
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
            stream = new PushbackStream(socket.getInputStream(), this);
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
        return new SentStream(this, channel, socket.getOutputStream());
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
            socket.connect(endpoint, within(timeout));
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
        readLimit = timeout;
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        if (socket.isClosed()) {
            throw new SocketException("the socket is closed");
        }
        return readLimit;
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
