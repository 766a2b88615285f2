package blocsim.web;

import blocsim.experiment.Ensemble;
import blocsim.experiment.Explanation;
import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.model.State;
import blocsim.report.Drawing;
import blocsim.report.ExplanationText;
import blocsim.report.HtmlReport;
import blocsim.report.RunReport;
import blocsim.report.Size;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server of the explorer. It listens to this machine only, lets in who was given its address, reads scenarios of one folder, and
 * writes nothing.
 */
public final class Explorer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    private static final int MOST_REPLICATES = 5_000;
    private static final int MOST_THREADS = 96;
    private static final int MOST_LISTENERS = 48;
    private static final int MOST_BODIES = 32;
    private static final long KEPT_BYTES =
            Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final long PULSE_MILLIS = 10_000;
    private static final int[] CHUNKS = {20, 80, 250, 500};
    private static final int LARGER_CHUNK = 250;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> PAGES = Map.of(
            "/", "index.html",
            "/explorer.js", "explorer.js",
            "/lesson.js", "lesson.js",
            "/explorer.css", "explorer.css",
            "/icon.svg", "icon.svg");
    private static final int FAREWELL_MILLIS = 500;
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
    private static final String OUTLINES = "/blocsim/report/map/countries-110m.json";

    private final Door door = new Door(System::nanoTime);
    private final Desk desk = new Desk(KEPT_BYTES);
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final Semaphore bodies = new Semaphore(MOST_BODIES);
    private final Shelf shelf;
    private final @Nullable String first;
    private final String version;
    private final int threads;
    private final Javalin server;

    /**
     * Starts a server.
     *
     * @param folder of scenarios; it need not be there
     * @param first the scenario that is shown first; null for the page's own choice
     * @param port 0 for one that is free
     * @param threads how many replicates run at once, at least 1
     * @param version of the program, for reports
     * @throws BindException if the port cannot be listened to
     */
    public Explorer(Path folder, @Nullable Path first, int port, int threads, String version) throws IOException {
        this.shelf = new Shelf(folder, first);
        this.first = first == null ? null : shelf.idOf(first);
        this.threads = threads;
        this.version = version;
        var made = Javalin.create(this::configure);
        try {
            this.server = made.start("127.0.0.1", port);
        } catch (JavalinBindException taken) {
            throw (IOException) new BindException("port " + port + " cannot be listened to").initCause(taken);
        }
    }

    /** The address that opens the page, once. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/?token=" + door.token();
    }

    /** The port it listens to. */
    public int port() {
        return server.port();
    }

    /** Stops all work and the server, once pages that listen have heard of it; one that hears nothing is waited for no longer than that. */
    @Override
    public void close() {
        desk.close();
        try {
            listeners.tryAcquire(MOST_LISTENERS, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.generateEtags = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jsonMapper(new NoMapper());
        var routes = config.routes;
        routes.before(this::guard);
        PAGES.forEach((path, resource) -> routes.get(path, context -> page(context, resource)));
        routes.get("/echarts.js", context -> resource(context, ECHARTS, "text/javascript"));
        routes.get("/api/outlines", context -> resource(context, OUTLINES, "application/json"));
        routes.get("/api/tour", context -> resource(context, "/blocsim/web/tour.json", "application/json"));
        routes.get("/api/scenarios", this::scenarios);
        routes.get("/api/scenario", this::scenario);
        routes.post("/api/files", this::file);
        routes.post("/api/runs", this::run);
        routes.post("/api/why", this::why);
        routes.post("/api/whatif", this::whatIf);
        routes.delete("/api/runs/{id}", this::cancel);
        routes.sse("/api/runs/{id}/events", this::events);
        routes.get("/api/runs/{id}/compare/{other}", this::compare);
        routes.get("/api/runs/{id}/report", this::report);
        routes.get("/api/runs/{id}/charts/{name}", this::chart);
        routes.exception(InputException.class, Explorer::failed);
        routes.exception(RuntimeException.class, Explorer::failed);
    }

    /**
     * Answers a request that failed. Throws nothing, even where whoever asked is gone and cannot be answered: Javalin would hand that
     * exception to this method, too, again and again.
     */
    static void failed(Exception failure, Context context) {
        try {
            if (failure instanceof InputException wrong) {
                context.status(422).contentType("application/json").result(Desk.problems(wrong));
            } else if (failure instanceof HttpResponseException told) {
                refuse(context, told.getStatus(), "The request cannot be answered.");
            } else {
                refuse(context, 500, "This failed; the terminal says more.");
                System.err.println("blocsim explore: " + failure);
            }
        } catch (RuntimeException gone) {
            // Nobody hears of it any more.
        }
    }

    /** Lets a request in, or answers it here. */
    private void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        var host = context.header("Host");
        if (host == null || !Door.isOwnHost(host, context.req().getLocalPort())) {
            stop(context, 421, "This server answers to 127.0.0.1 only.");
        } else if (!door.hasRoom()) {
            context.header("Retry-After", "1");
            stop(context, 429, "Too many requests; wait a second.");
        } else if (context.path().equals("/") && context.queryParam("token") != null) {
            enter(context);
        } else if (!Door.isOwnOrigin(context.header("Origin"), context.header("Sec-Fetch-Site"), host)
                && !(context.path().equals("/") && context.header("Origin") == null)) {
            stop(context, 403, "Another page cannot ask this server.");
        } else if (!door.knows(context.cookie(cookie(context)))) {
            stop(
                    context,
                    401,
                    "Open the address that blocsim explore printed. It opens once; start blocsim explore again for"
                            + " another.");
        } else if (context.method().equals(HandlerType.POST) && !isJson(context)) {
            stop(context, 415, "Send JSON.");
        } else if (context.contentLength() > LARGEST_BODY) {
            stop(context, 413, "More than " + LARGEST_BODY + " bytes are too much.");
        }
    }

    private static boolean isJson(Context context) {
        var type = context.contentType();
        return type != null && type.startsWith("application/json");
    }

    /** Cookies do not tell ports apart, so their names do. */
    private static String cookie(Context context) {
        return "blocsim-" + context.req().getLocalPort();
    }

    private void enter(Context context) {
        var session = door.exchange(context.queryParam("token"));
        if (session == null && !door.knows(context.cookie(cookie(context)))) {
            stop(context, 401, "This address was used before. Start blocsim explore again for another.");
            return;
        }
        if (session != null) {
            context.cookie(new Cookie(cookie(context), session, "/", -1, false, true, null, SameSite.STRICT));
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    private static void stop(Context context, int status, String why) {
        refuse(context, status, why);
        context.skipRemainingHandlers();
    }

    private static void refuse(Context context, int status, String why) {
        context.status(status);
        if (context.path().startsWith("/api/")) {
            json(context, Map.of("error", why));
        } else {
            context.contentType("text/plain; charset=utf-8").result(why + "\n");
        }
    }

    private static void json(Context context, Object value) {
        context.contentType("application/json").result(JsonText.compact(value));
    }

    private static void page(Context context, String resource) {
        String type = resource.endsWith(".js")
                ? "text/javascript"
                : resource.endsWith(".css") ? "text/css" : resource.endsWith(".svg") ? "image/svg+xml" : "text/html";
        resource(context, "/blocsim/web/" + resource, type);
    }

    private static void resource(Context context, String name, String type) {
        InputStream stream = Explorer.class.getResourceAsStream(name);
        if (stream == null) {
            refuse(context, 404, "There is no such thing here.");
            return;
        }
        context.contentType(type + "; charset=utf-8").result(stream);
    }

    private void scenarios(Context context) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("first", first == null ? "belarus-sco" : first);
        tree.put("scenarios", shelf.list());
        json(context, tree);
    }

    private void scenario(Context context) throws InputException {
        String id = Objects.requireNonNullElse(context.queryParam("id"), "");
        var opened = shelf.open(id);
        if (opened == null) {
            refuse(context, 404, "There is no scenario of this name.");
            return;
        }
        var tree = new Description(opened).tree();
        tree.put("mostReplicates", mostReplicates(opened));
        json(context, tree);
    }

    private void file(Context context) throws InputException {
        var request = request(context);
        String id = shelf.drop(text(request, "name"), text(request, "text"));
        json(context, Map.of("id", id));
    }

    /** How many replicates of a scenario may run at once: no more than half of the memory for what is kept takes. */
    private static int mostReplicates(Shelf.Opened opened) {
        long fit = KEPT_BYTES / 2 / Ensemble.leastBytes(opened.prepared().world());
        return (int) Math.max(1, Math.min(MOST_REPLICATES, fit));
    }

    /** The body, an object of JSON. A body may come slowly, so that only some are waited for at once, and other requests are still answered. */
    private JsonSource.Members request(Context context) throws InputException {
        if (!bodies.tryAcquire()) {
            throw new HttpResponseException(HttpStatus.TOO_MANY_REQUESTS.getCode());
        }
        String body;
        try {
            body = context.body();
        } finally {
            bodies.release();
        }
        if (JsonSource.parse(body, "request") instanceof JsonSource.Members object) {
            return object;
        }
        throw wrong("", "this is no object", "Send one.");
    }

    private static InputException wrong(String pointer, String what, String remedy) {
        return new InputException(List.of(new InputProblem("request", 0, pointer, what, remedy)));
    }

    private static String text(JsonSource.Members request, String key) throws InputException {
        if (request.get(key) instanceof JsonSource.Text text) {
            return text.text();
        }
        throw wrong("/" + key, "there is no text here", "Give one.");
    }

    private static String text(JsonSource.Members request, String key, String otherwise) throws InputException {
        return request.get(key) == null ? otherwise : text(request, key);
    }

    private Shelf.Opened opened(JsonSource.Members request) throws InputException {
        var opened = shelf.open(text(request, "scenario"));
        if (opened == null) {
            throw wrong("/scenario", "there is no scenario of this name", "Give one of the list.");
        }
        return opened;
    }

    private static Changes changes(JsonSource.Members request, Shelf.Opened opened) throws InputException {
        var list = request.get("changes");
        return list == null ? new Changes(Map.of()) : Changes.of(list, opened);
    }

    private void run(Context context) throws InputException {
        var request = request(context);
        var opened = opened(request);
        var changes = changes(request, opened);
        var scenario = opened.prepared().scenario();
        int replicates = scenario.replicates();
        if (request.get("replicates") instanceof JsonSource.Numeral given) {
            replicates = (int) given.value();
        }
        int most = mostReplicates(opened);
        if (replicates < 1 || replicates > most) {
            throw wrong("/replicates", "is " + replicates, "Give a number from 1 to " + most + ".");
        }
        var world = opened.prepared().world();
        int state = world.state(text(request, "state", scenario.focus().state()));
        int bloc = world.bloc(text(request, "bloc", scenario.focus().bloc()));
        if (state < 0 || bloc < 0) {
            throw wrong(state < 0 ? "/state" : "/bloc", "the scenario has none of this code", "Give one of its own.");
        }
        var before = request.get("instead") instanceof JsonSource.Text id ? desk.job(id.text()) : null;
        if (before != null) {
            before.cancel();
        }
        int total = replicates;
        begin(context, job -> run(job, opened, changes, total, bloc, state));
    }

    private void begin(Context context, Desk.Work work) {
        var job = desk.begin(work);
        if (job == null) {
            context.header("Retry-After", "2");
            refuse(context, 429, "Too much is waiting to be run; try again in a moment.");
        } else {
            context.status(202);
            json(context, Map.of("id", job.id()));
        }
    }

    private void run(Job job, Shelf.Opened opened, Changes changes, int total, int bloc, int state)
            throws InputException {
        Prepared prepared = changes.applyTo(opened.prepared());
        Ensemble ensemble = null;
        for (int n = 0; ensemble == null || ensemble.replicates() < total; n++) {
            int next =
                    n < CHUNKS.length ? CHUNKS[n] : CHUNKS[CHUNKS.length - 1] + LARGER_CHUNK * (n - CHUNKS.length + 1);
            int to = Math.min(total, next);
            if (job.isCancelled()) {
                return;
            }
            ensemble = ensemble == null
                    ? Ensemble.run(prepared.worlds(), prepared.scenario().seed(), to, threads, bloc, state, () -> {})
                    : ensemble.extended(to, threads, bloc, state);
            if (ensemble.replicates() < total) {
                job.tell("part", JsonText.compact(tree(job, opened, changes, ensemble, total, bloc, state)), false);
            }
        }
        var tree = tree(job, opened, changes, ensemble, total, bloc, state);
        job.tell("part", JsonText.compact(tree), false);
        var findings = Findings.of(prepared, ensemble);
        job.keep(new Job.Result(opened, changes, prepared, ensemble, findings));
        tree.put("rises", new Outcome(ensemble, bloc, state).rises(findings));
        job.tell("done", JsonText.compact(tree), true);
    }

    private Map<String, Object> tree(
            Job job, Shelf.Opened opened, Changes changes, Ensemble ensemble, int total, int bloc, int state) {
        var tree = new Outcome(ensemble, bloc, state).tree(total);
        tree.put("id", job.id());
        tree.put("command", command(opened, changes, total));
        return tree;
    }

    private String command(Shelf.Opened opened, Changes changes, int replicates) {
        var text = new StringBuilder("./blocsim run ");
        text.append(opened.prepared().scenario().file());
        changes.sets()
                .forEach(set -> text.append(" --set '")
                        .append(set.replace("'", "'\\''"))
                        .append('\''));
        text.append(" --replicates ").append(replicates);
        return text.append(" --seed ")
                .append(opened.prepared().scenario().seed())
                .toString();
    }

    private void events(SseClient client) {
        var context = client.ctx();
        Job job = desk.job(context.pathParam("id"));
        if (job == null) {
            client.sendEvent("gone", "{}");
            return;
        }
        if (!listeners.tryAcquire()) {
            client.sendEvent("busy", "{}");
            return;
        }
        try {
            int last = 0;
            while (!client.terminated()) {
                var message = job.after(last, PULSE_MILLIS);
                if (message == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(message.event(), message.json());
                    last = message.number();
                    if (message.last()) {
                        return;
                    }
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException gone) {
            // The page was closed between two messages, or the server ends.
        } finally {
            listeners.release();
        }
    }

    private void cancel(Context context) {
        Job job = desk.job(context.pathParam("id"));
        if (job == null) {
            refuse(context, 404, "There is no such run.");
        } else {
            job.cancel();
            json(context, Map.of("cancelled", true));
        }
    }

    private void why(Context context) throws InputException {
        var request = request(context);
        var opened = opened(request);
        var changes = changes(request, opened);
        var world = opened.prepared().world();
        String state = text(request, "state");
        String bloc = text(request, "bloc");
        if (world.state(state) < 0 || world.bloc(bloc) < 0) {
            throw wrong("/state", "the scenario has no such state or bloc", "Give codes of its own.");
        }
        String rung = text(request, "rung", "");
        if (!rung.isEmpty() && world.blocs().get(world.bloc(bloc)).ladder().index(rung) < 1) {
            throw wrong("/rung", "the bloc has no such rung", "Give one of its ladder.");
        }
        LocalDate date = day(text(request, "date"));
        boolean search = request.get("search") instanceof JsonSource.Truth truth && truth.value();
        begin(context, job -> {
            var scenario = changes.applyTo(opened.prepared()).scenario();
            var explanation =
                    Explanation.of(scenario, state, bloc, date, rung, search ? Explanation.REPLICATES : 0, threads);
            var text = new ExplanationText(explanation);
            var tree = new LinkedHashMap<>(text.tree());
            tree.put("lines", text.lines());
            var names = new LinkedHashMap<String, String>();
            for (State one : explanation.prepared().world().states()) {
                names.put(one.code(), one.name());
            }
            tree.put("names", names);
            job.tell("done", JsonText.compact(tree), true);
        });
    }

    private static LocalDate day(String text) throws InputException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException no) {
            throw wrong("/date", "this is no date", "Give one such as 2015-07-10.");
        }
    }

    private void whatIf(Context context) throws InputException {
        var request = request(context);
        var opened = opened(request);
        var changes = changes(request, opened);
        changes.applyTo(opened.prepared());
        String text = changes.file(opened, shelf.base(opened.id()));
        String name = opened.prepared().scenario().name() + "-what-if.json";
        json(context, Map.of("name", name, "text", text));
    }

    private Job.@Nullable Result result(Context context, String parameter) {
        Job job = desk.job(context.pathParam(parameter));
        var result = job == null ? null : job.result();
        if (result == null) {
            refuse(context, 404, "This run is not finished, or is no longer kept. Run it again.");
        }
        return result;
    }

    private void compare(Context context) {
        var one = result(context, "id");
        var other = one == null ? null : result(context, "other");
        if (one == null || other == null) {
            return;
        }
        var focus = one.prepared().scenario().focus();
        String state = Objects.requireNonNullElse(context.queryParam("state"), focus.state());
        String bloc = Objects.requireNonNullElse(context.queryParam("bloc"), focus.bloc());
        if (!Outcome.arePaired(one.ensemble(), other.ensemble(), bloc, state)) {
            refuse(
                    context,
                    409,
                    "The two runs differ in seed, replicates, years or ladder, so their luck is not the same.");
            return;
        }
        json(context, Outcome.differences(one.ensemble(), other.ensemble(), bloc, state));
    }

    private void report(Context context) {
        var result = result(context, "id");
        if (result != null) {
            String command =
                    command(result.opened(), result.changes(), result.ensemble().replicates());
            var model = new RunReport(result.findings(), false).model(version, command);
            attach(context, "text/html", result.prepared().scenario().name() + "-report.html");
            context.result(new HtmlReport(model).html());
        }
    }

    private void chart(Context context) {
        var result = result(context, "id");
        if (result == null) {
            return;
        }
        String name = context.pathParam("name");
        var report = new RunReport(result.findings(), false);
        for (var charts : List.of(report.outcome(), report.why())) {
            for (var chart : charts) {
                if (name.equals(chart.name() + ".svg")) {
                    attach(context, "image/svg+xml", name);
                    context.result(Drawing.whole(chart, Size.SLIDE).svg());
                    return;
                }
            }
        }
        refuse(context, 404, "There is no such chart.");
    }

    private static void attach(Context context, String type, String name) {
        context.contentType(type + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^\\w.-]", "-") + '"');
    }
}
