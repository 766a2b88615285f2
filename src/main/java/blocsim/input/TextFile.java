package blocsim.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A whole text file in memory, or the one reason why not. */
final class TextFile {
    private TextFile() {}

    /** The file's characters, without a byte order mark. */
    static String read(Path file, InputLimits limits) throws InputException {
        var place = new Place(file.toString(), 0, 0, "");
        if (Files.isDirectory(file)) {
            throw problem(place, "is a directory, not a file", "Name a file in it.");
        }
        byte[] bytes;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > limits.bytes()) {
                throw tooLarge(place, limits);
            }
            try (var stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(limits.bytes() + 1);
            }
        } catch (NoSuchFileException missing) {
            throw problem(place, "there is no such file", "Check the name and the folder.");
        } catch (AccessDeniedException denied) {
            throw problem(place, "the file may not be read", "Ask for permission to read it.");
        } catch (IOException failure) {
            throw problem(place, "the file cannot be read (" + failure.getMessage() + ")", "");
        }
        if (bytes.length > limits.bytes()) {
            throw tooLarge(place, limits);
        }
        return decode(bytes, place);
    }

    private static String decode(byte[] bytes, Place place) throws InputException {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            int line = 1;
            for (int i = 0; i < validPrefix(bytes); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw problem(
                    new Place(place.file(), line, 0, ""),
                    "the text is not UTF-8 from byte " + (validPrefix(bytes) + 1) + " on",
                    "Save the file in the encoding UTF-8.");
        }
    }

    /** How many bytes at the start are well-formed UTF-8. */
    private static int validPrefix(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(buffer, CharBuffer.allocate(bytes.length), true);
        return buffer.position();
    }

    private static InputException tooLarge(Place place, InputLimits limits) {
        return problem(
                place,
                String.format(Locale.ROOT, "the file is larger than %,d bytes", limits.bytes()),
                "A scenario or study is a few hundred kilobytes at most; put series into CSV files.");
    }

    private static InputException problem(Place place, String what, String remedy) {
        return new InputException(List.of(place.problem(what, remedy)));
    }
}
