package blocsim.web;

import io.javalin.json.JsonMapper;

/** JSON is read and written by the package {@code input}; nothing goes through the server's own way. */
final class NoMapper implements JsonMapper {}
