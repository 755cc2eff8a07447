package io.daybook.testkit.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Says back what it hears. */
final class Echo implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final StringBuffer heard = new StringBuffer();

    Echo() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    String heard() {
        return heard.toString();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException closed) {
            // nobody else comes
        }
    }

    private void answer(Socket client) {
        byte[] buffer = new byte[8192];
        try (client) {
            for (int read = client.getInputStream().read(buffer);
                    read >= 0;
                    read = client.getInputStream().read(buffer)) {
                heard.append(new String(buffer, 0, read, UTF_8));
                client.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // it says no more
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
