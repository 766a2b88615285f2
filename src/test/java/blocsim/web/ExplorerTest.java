package blocsim.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import blocsim.input.InputException;
import blocsim.input.JsonSource;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as programs meet it that mean well, and such as do not. */
class ExplorerTest {
    private static final String SMALL = """
            {
              "title": "Small",
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2010-12-31"},
              "replicates": 20,
              "states": {"BLR": {"need": 0.5}, "CHN": {}, "UZB": {}},
              "blocs": {"SCO": {"founders": ["CHN", "UZB"], "ladder": {"partner": {"height": 1}, "member": {"height": 3}}}},
              "events": {"no": {"type": "objection", "bloc": "SCO", "objector": "UZB", "candidate": "BLR", "rungs": ["member"],
                "strength": 0.5, "from": "2001-01-01", "until": "2005-01-01"}}
            }
            """;
    private static final String FITTED =
            SMALL.replace("\"founders\"", "\"effort\": 6, \"founders\"").replace("\"events\"", """
            "parameters": {"weightNetwork": 7},
            "calibration": {"until": "2000-12-31", "evidence": "APPLICATIONS: invented", "factors": [
              {"pointers": ["/parameters/weightNetwork"], "mode": [7], "scale": "log", "covariance": [0.2]},
              {"pointers": ["/blocs/SCO/effort"], "mode": [6], "scale": "linear", "covariance": [0.1, 2]}]},
            "events\"""");
    private static final String RUN = "{\"scenario\": \"small\", \"changes\": [], \"replicates\": 20}";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Explorer explorer = unstarted();
    private Visitor visitor = unvisited();

    @SuppressWarnings("NullAway") // set before each test
    private static Explorer unstarted() {
        return null;
    }

    @SuppressWarnings("NullAway") // set before each test
    private static Visitor unvisited() {
        return null;
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var scenarios = Files.createDirectory(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("small.json"), SMALL);
        Files.writeString(folder.resolve("secret.json"), SMALL.replace("Small", "Secret"));
        explorer = new Explorer(scenarios, null, 0, 2, "test");
        visitor = new Visitor(explorer);
    }

    @AfterEach
    void stop() {
        explorer.close();
    }

    @Test
    void theAddressOpensThePageOnce() throws IOException, InterruptedException {
        var again = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(explorer.address())).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(401, again.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explorer.js", "/api/scenarios", "/api/scenario?id=small", "/api/runs/r1/events"})
    void nothingIsShownWithoutTheCookie(String path) throws IOException {
        assertEquals(
                401,
                Visitor.status(
                        explorer,
                        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port()
                                + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void anotherNameOfTheHostIsRefused() throws IOException {
        assertEquals(
                421,
                Visitor.status(
                        explorer,
                        "GET / HTTP/1.1\r\nHost: example.org:" + explorer.port() + "\r\nCookie: " + visitor.cookie()
                                + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void anotherOriginIsRefused() throws IOException, InterruptedException {
        var asked = visitor.to("/api/runs")
                .header("Origin", "http://example.org")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(RUN));
        assertEquals(403, visitor.send(asked).statusCode());
    }

    @Test
    void aFormOfAnotherPageIsRefused() throws IOException, InterruptedException {
        var asked = visitor.to("/api/runs")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(RUN));
        assertEquals(415, visitor.send(asked).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.json",
                "/%2e%2e/secret.json",
                "/..%2fsecret.json",
                "/api/scenario?id=../secret",
                "/api/scenario?id=%2e%2e%2fsecret",
                "/api/scenario?id=/etc/passwd",
                "/api/runs/..%2f..%2fsecret/report",
                "//secret.json",
                "/blocsim/web/index.html",
                "/META-INF/MANIFEST.MF"
            })
    void aPathLeadsNowhereElse(String path) throws IOException {
        int status = Visitor.status(
                explorer,
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nCookie: " + visitor.cookie()
                        + "\r\nConnection: close\r\n\r\n");
        assertTrue(status == 400 || status == 404, "status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "secret", "../secret.json", "../../etc/passwd"})
    void aDroppedFileExtendsNothingOutsideTheFolder(String named) throws IOException, InterruptedException {
        var answer = drop("evil.json", "{\"extends\": \"" + named + "\"}");
        assertEquals(422, answer.statusCode());
        assertFalse(answer.body().contains("Secret"));
    }

    @Test
    void theSecondFileThatADroppedOneExtendsIsConfinedToo() throws IOException, InterruptedException {
        var answer = drop("evil.json", "{\"extends\": [\"small\", \"../secret\"]}");
        assertEquals(422, answer.statusCode());
    }

    @Test
    void aDroppedFileBringsNoTables() throws IOException, InterruptedException {
        var answer = drop("evil.json", "{\"extends\": \"small\", \"panel\": {\"states\": \"../secret.json\"}}");
        assertTrue(answer.statusCode() == 422 && answer.body().contains("cannot bring tables"), answer.body());
    }

    private HttpResponse<String> drop(String name, String text) throws IOException, InterruptedException {
        var body = "{\"name\": \"" + name + "\", \"text\": \""
                + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
        return visitor.post("/api/files", body);
    }

    @Test
    void aProblemOfADroppedFileSaysItsLineAndPointer() throws IOException, InterruptedException {
        var answer = drop("mine.json", "{\n\"extends\": \"small\",\n\"states\": {\"BLR\": {\"need\": 7}}}");
        assertTrue(answer.body().contains("\"line\":3,\"pointer\":\"/states/BLR/need\""), answer.body());
    }

    @Test
    void aFileOfYamlCanBeDropped() throws IOException, InterruptedException, InputException {
        var answer = drop("mine.yaml", "extends: small\ntitle: Mine\nstates:\n  BLR: {need: 0.9}\n");
        assertEquals("dropped-1", Visitor.text(answer, "/id"));
    }

    @Test
    void aProblemOfADroppedFileOfYamlSaysItsLineAndPointer() throws IOException, InterruptedException {
        var answer = drop("mine.yml", "extends: small\nstates:\n  BLR:\n    need: 7\n  CHN:\n    need: 8\n");
        assertTrue(
                answer.body().contains("\"line\":4,\"pointer\":\"/states/BLR/need\"")
                        && answer.body().contains("\"line\":6,\"pointer\":\"/states/CHN/need\""),
                answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"scenario\": 7}",
                "{\"scenario\": \"small\", \"changes\": {}}",
                "{\"scenario\": \"small\", \"changes\": [{\"pointer\": 1, \"value\": 1}]}",
                "{\"scenario\": \"small\", \"changes\": [{\"pointer\": \"/panel/states\", \"value\": \"/etc/passwd\"}]}",
                "{\"scenario\": \"small\", \"changes\": [], \"replicates\": 1e9}",
                "{\"scenario\": \"small\", \"changes\": [], \"replicates\": -1}",
                "{\"scenario\": \"small\", \"changes\": [], \"state\": \"XXX\"}"
            })
    void aMalformedRequestIsToldWhatIsWrong(String body) throws IOException, InterruptedException {
        assertEquals(422, visitor.post("/api/runs", body).statusCode());
    }

    @Test
    void anOversizedBodyIsRefused() throws IOException {
        assertEquals(
                413,
                Visitor.status(
                        explorer,
                        "POST /api/files HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nCookie: "
                                + visitor.cookie()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 2097152\r\nConnection: close\r\n\r\n{"));
    }

    @Test
    void anOversizedBodyOfUnknownLengthIsRefused() throws IOException {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertEquals(
                413,
                Visitor.status(
                        explorer,
                        "POST /api/files HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nCookie: "
                                + visitor.cookie()
                                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                                + chunk.repeat(40) + "0\r\n\r\n"));
    }

    @Test
    void aBodyThatComesSlowlyKeepsNobodyElseWaiting() throws IOException, InterruptedException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int n = 0; n < 120; n++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), explorer.port());
                sockets.add(socket);
                var head = "POST /api/files HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nCookie: "
                        + visitor.cookie() + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            assertEquals(200, visitor.get("/api/scenarios").statusCode());
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    /** Javalin hands what a handler of exceptions throws to the same handler, without end. */
    @Test
    void aFailureThatNobodyHearsOfIsLeftAtThat() {
        var gone = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the request is gone");
                });
        assertDoesNotThrow(() -> Explorer.failed(new IllegalStateException("the response is gone"), gone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /?token=guess HTTP/1.1\r\nHost: 127.0.0.1:PORT",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nCookie: blocsim-PORT=guess",
                "GET /?token= HTTP/1.1\r\nHost: 127.0.0.1:PORT"
            })
    void aWrongTokenOpensNothing(String request) throws IOException {
        var written = request.replace("PORT", Integer.toString(explorer.port())) + "\r\nConnection: close\r\n\r\n";
        assertEquals(401, Visitor.status(explorer, written));
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        int status = Visitor.status(
                explorer, "GET / HTTP/1.0\r\nCookie: " + visitor.cookie() + "\r\nConnection: close\r\n\r\n");
        assertTrue(status == 400 || status == 421, "status " + status);
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        int status = Visitor.status(
                explorer,
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        assertEquals(431, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "TRACE", "OPTIONS"})
    void whatIsNotAskedForIsNotDone(String method) throws IOException {
        int status = Visitor.status(
                explorer,
                method + " /api/scenarios HTTP/1.1\r\nHost: 127.0.0.1:" + explorer.port() + "\r\nCookie: "
                        + visitor.cookie() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertTrue(status == 404 || status == 405, "status " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?token=guess", "/explorer.js", "/api/scenarios", "/api/runs/none/report", "/nowhere"})
    void eachAnswerKeepsTheAddressToItself(String path) throws IOException, InterruptedException {
        var headers = visitor.get(path).headers();
        assertEquals(
                List.of("no-referrer", "nosniff", "no-store"),
                List.of(
                        headers.firstValue("Referrer-Policy").orElse(""),
                        headers.firstValue("X-Content-Type-Options").orElse(""),
                        headers.firstValue("Cache-Control").orElse("")));
    }

    @Test
    void theTokenIsNotInTheAddressOfThePage() throws IOException, InterruptedException {
        try (var fresh = new Explorer(folder.resolve("scenarios"), null, 0, 1, "test")) {
            var entered = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(fresh.address())).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals("/", entered.headers().firstValue("Location").orElse("none"));
        }
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() throws IOException, InterruptedException {
        try (var fresh = new Explorer(folder.resolve("scenarios"), null, 0, 1, "test")) {
            var cookie = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(fresh.address())).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElse("none");
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        }
    }

    @Test
    void ofFiftyRequestsAtOnceEachIsRunOrRefused() throws IOException, InterruptedException, InputException {
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        var client = HttpClient.newHttpClient();
        for (int n = 0; n < 50; n++) {
            var request = visitor.to("/api/runs")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(RUN))
                    .build();
            asked.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        int run = 0;
        for (var one : asked) {
            var answer = one.join();
            if (answer.statusCode() == 202) {
                assertTrue(visitor.end(Visitor.text(answer, "/id")).startsWith("event: done"));
                run++;
            } else {
                assertEquals(429, answer.statusCode());
            }
        }
        assertTrue(run >= 20, run + " were run");
    }

    @Test
    void sharesAreThoseOfTheSameRunFromTheCommandLine() throws IOException, InterruptedException, InputException {
        var begun = visitor.post(
                "/api/runs",
                "{\"scenario\": \"small\", \"replicates\": 60, \"changes\": [{\"pointer\": \"/states/BLR/need\", \"value\": 0.9},"
                        + " {\"pointer\": \"/events/no/until\", \"value\": null}]}");
        var end = visitor.end(Visitor.text(begun, "/id"));
        var tree = JsonSource.parse(end.substring("event: done ".length()), "end");
        var told = new StringWriter();
        var out = folder.resolve("out");
        int status = Main.commandLine(new PrintWriter(told), new PrintWriter(told))
                .execute(
                        "run",
                        folder.resolve("scenarios/small.json").toString(),
                        "--set",
                        "/states/BLR/need=0.9",
                        "--set",
                        "/events/no/until=null",
                        "--replicates",
                        "60",
                        "--out",
                        out.toString(),
                        "--quiet");
        assertEquals(0, status, told.toString());
        assertEquals(written(out), shown(tree));
    }

    /** A number that replicates draw, set or not: its explorer and its command line must agree on which of them draw. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/parameters/weightNetwork=5", "/blocs/SCO/effort=4", "/parameters/weightNetwork=7"})
    void aDroppedFileWithAPosteriorRunsAsFromTheCommandLine(String set)
            throws IOException, InterruptedException, InputException {
        var file = folder.resolve("fitted.json");
        Files.writeString(file, FITTED);
        String id = Visitor.text(drop("fitted.json", FITTED), "/id");
        var changes = set.isEmpty() ? "" : "{\"pointer\": \"" + set.replace("=", "\", \"value\": ") + "}";
        var begun = visitor.post(
                "/api/runs", "{\"scenario\": \"" + id + "\", \"replicates\": 40, \"changes\": [" + changes + "]}");
        var tree = JsonSource.parse(visitor.end(Visitor.text(begun, "/id")).substring("event: done ".length()), "end");
        var out = folder.resolve("out");
        var command = new ArrayList<>(
                List.of("run", file.toString(), "--replicates", "40", "--out", out.toString(), "--quiet"));
        if (!set.isEmpty()) {
            command.addAll(List.of("--set", set));
        }
        var told = new PrintWriter(new StringWriter());
        assertEquals(0, Main.commandLine(told, told).execute(command.toArray(String[]::new)));
        assertEquals(written(out), shown(tree));
    }

    @Test
    void aNumberThatReplicatesDrawIsSaidToBeDrawn() throws IOException, InterruptedException, InputException {
        String id = Visitor.text(drop("fitted.json", FITTED), "/id");
        var described = visitor.get("/api/scenario?id=" + id).body();
        var drawn = Pattern.compile("\"pointer\":\"([^\"]+)\"[^{}]*\"drawn\":true")
                .matcher(described)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("/blocs/SCO/effort", "/parameters/weightNetwork"), drawn);
    }

    /** Shares by date and rung, of the page. */
    private static SortedMap<String, String> shown(JsonSource tree) {
        var shown = new TreeMap<String, String>();
        var shares = (JsonSource.Items) Objects.requireNonNull(tree.at("/shares"));
        for (int rung = 0; rung < shares.items().size(); rung++) {
            String id = ((JsonSource.Text) Objects.requireNonNull(tree.at("/rungs/" + rung + "/id"))).text();
            for (int tick = 0; tick < 10; tick++) {
                String date = ((JsonSource.Text) Objects.requireNonNull(tree.at("/dates/" + tick))).text();
                var at = "/shares/" + rung + "/" + tick;
                shown.put(
                        date + "," + id,
                        millionths(tree, at + "/value") + " " + millionths(tree, at + "/lower") + " "
                                + millionths(tree, at + "/upper"));
            }
        }
        return shown;
    }

    /** Shares by date and rung, of the tables of a run. */
    private static SortedMap<String, String> written(Path out) throws IOException {
        var written = new TreeMap<String, String>();
        for (var line : Files.readAllLines(out.resolve("summary.csv"))) {
            var cells = line.split(",", -1);
            if (cells[2].equals("BLR")) {
                written.put(
                        cells[0] + "," + cells[3],
                        millionths(cells[4]) + " " + millionths(cells[5]) + " " + millionths(cells[6]));
            }
        }
        return written;
    }

    private static long millionths(JsonSource tree, String pointer) {
        return Math.round(((JsonSource.Numeral) Objects.requireNonNull(tree.at(pointer))).value() * 1e6);
    }

    private static long millionths(String cell) {
        return Math.round(Double.parseDouble(cell) * 1e6);
    }

    @Test
    void theFileOfAWhatIfGivesTheSameRun() throws IOException, InterruptedException, InputException {
        var changes =
                "[{\"pointer\": \"/states/BLR/need\", \"value\": 0.9}, {\"pointer\": \"/events/no\", \"value\": null}]";
        var file = visitor.post("/api/whatif", "{\"scenario\": \"small\", \"changes\": " + changes + "}");
        var dropped = drop("again.json", Visitor.text(file, "/text"));
        String first = shares("small", changes);
        String second = shares(Visitor.text(dropped, "/id"), "[]");
        assertEquals(first, second);
    }

    private String shares(String scenario, String changes) throws IOException, InterruptedException, InputException {
        var begun = visitor.post(
                "/api/runs", "{\"scenario\": \"" + scenario + "\", \"replicates\": 40, \"changes\": " + changes + "}");
        var end = visitor.end(Visitor.text(begun, "/id"));
        return end.replaceFirst(".*\"shares\":", "").replaceFirst("\"members\".*", "");
    }

    @Test
    void aCancelledRunEnds() throws IOException, InterruptedException, InputException {
        var begun = visitor.post("/api/runs", RUN.replace("20}", "5000}"));
        String id = Visitor.text(begun, "/id");
        visitor.send(visitor.to("/api/runs/" + id).DELETE());
        assertEquals("event: cancelled {}", visitor.end(id));
    }

    @Test
    void twoRunsAreComparedInPairs() throws IOException, InterruptedException, InputException {
        String one = Visitor.text(visitor.post("/api/runs", RUN), "/id");
        String two = Visitor.text(visitor.post("/api/runs", RUN), "/id");
        visitor.end(one);
        visitor.end(two);
        var answer = visitor.get("/api/runs/" + one + "/compare/" + two);
        assertTrue(answer.body().contains("\"replicates\":20"), answer.body());
    }

    @Test
    void aPageMayRunNoScriptThatIsNotAFileOfThisServer() throws IOException, InterruptedException {
        var answer = visitor.get("/");
        var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self';") && policy.startsWith("default-src 'none'"), policy);
    }

    @Test
    void whatItBeginsIsListedAndDescribed() throws IOException, InterruptedException, InputException {
        assertEquals("Small", Visitor.text(visitor.get("/api/scenarios"), "/scenarios/0/title"));
        var described = visitor.get("/api/scenario?id=small").body();
        for (String pointer : List.of("/states/BLR/need", "/events/no/strength", "/parameters/weightNetwork")) {
            assertTrue(described.contains("\"pointer\":\"" + pointer + "\""), pointer);
        }
    }
}
