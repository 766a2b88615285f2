package blocsim.web;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A browser as the server sees it: with the cookie that the token was exchanged for. */
final class Visitor {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Explorer explorer;
    private final String cookie;

    Visitor(Explorer explorer) throws IOException, InterruptedException {
        this.explorer = explorer;
        var entered = client.send(
                HttpRequest.newBuilder(URI.create(explorer.address())).build(), HttpResponse.BodyHandlers.ofString());
        this.cookie = entered.headers().firstValue("Set-Cookie").orElse("none").replaceFirst(";.*", "");
    }

    String cookie() {
        return cookie;
    }

    /** A request with the cookie, that a test may add to. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + explorer.port() + path))
                .header("Cookie", cookie);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The status of a request written out by hand, since the client would send headers of its own. */
    static int status(Explorer explorer, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", explorer.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(line.substring(9));
        }
    }

    /** What the last message of a job says, with its event's name before it. */
    String end(String id) throws IOException, InterruptedException {
        var lines = client.send(
                        to("/api/runs/" + id + "/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        int last = lines.lastIndexOf("event: ");
        return lines.substring(last).replace("\ndata: ", " ").strip();
    }

    /** A text of a JSON answer. */
    static String text(HttpResponse<String> answer, String pointer) throws InputException {
        var value =
                Objects.requireNonNull(JsonSource.parse(answer.body(), "answer").at(pointer), answer::body);
        return ((JsonSource.Text) value).text();
    }
}
