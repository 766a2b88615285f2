package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explorer as a program of its own, which is told to end. */
class ExploreCommandTest {
    private static final int TERMINATED = 143;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Process started(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "blocsim.cli.Main",
                        "explore",
                        "scenarios/belarus-sco.json",
                        "--port",
                        Integer.toString(port)))
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static URI address(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("http://")) {
                return URI.create(line);
            }
        }
        throw new IllegalStateException("the program printed no address");
    }

    private String cookie(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("none")
                .replaceFirst(";.*", "");
    }

    private HttpResponse<String> send(URI address, String cookie, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Cookie", cookie);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void toldToEndItEndsWithARunAtWorkAndTellsItsPages() throws IOException, InterruptedException {
        var process = started(0);
        try {
            var address = address(process);
            var cookie = cookie(address);
            send(address, cookie, "/api/runs", "{\"scenario\": \"eurasia\", \"replicates\": 3000}");
            var heard = client.sendAsync(
                    HttpRequest.newBuilder(address.resolve("/api/runs/r1/events"))
                            .header("Cookie", cookie)
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            try (var lines = heard.join().body()) {
                var told = lines.iterator();
                assertTrue(told.hasNext());
                process.destroy();
                boolean cancelled = false;
                while (!cancelled && told.hasNext()) {
                    cancelled = told.next().equals("event: cancelled");
                }
                assertTrue(cancelled);
            }
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(TERMINATED, process.exitValue());
            assertEquals("", Files.readString(folder.resolve("errors")));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void startedAgainAtTheSamePortItLetsNobodyInWithWhatOpenedTheOneBefore() throws IOException, InterruptedException {
        var first = started(0);
        Process second = null;
        try {
            var address = address(first);
            var cookie = cookie(address);
            assertEquals(200, send(address, cookie, "/api/scenarios", "").statusCode());
            first.destroy();
            assertTrue(first.waitFor(1, TimeUnit.MINUTES));
            second = started(address.getPort());
            var again = address(second);
            assertEquals(address.getPort(), again.getPort());
            assertNotEquals(address.getQuery(), again.getQuery());
            assertEquals(401, send(again, cookie, "/api/scenarios", "").statusCode());
        } finally {
            first.destroyForcibly();
            if (second != null) {
                second.destroyForcibly();
            }
        }
    }
}
