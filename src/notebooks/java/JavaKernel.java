import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * Starts the Java kernel as its own {@code MainApp} does, without two races by which version 3.0.1 comes up deaf on a busy machine, one
 * time in four: a thread that reads messages ends if it runs before it is marked as running, or if a message comes before there is
 * anything to handle it.
 */
final class JavaKernel {
    private JavaKernel() {}

    /** Takes the path of Jupyter's connection file. */
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager()
                .readConfiguration(MainApp.class.getClassLoader().getResourceAsStream("logging.properties"));
        var connection = Transform.fromJson(Files.readString(Path.of(args[0])), ConnectionProperties.class);
        var channels = new Channels(connection);
        // What nothing handles is passed over; Jupyter asks a kernel until it answers.
        var handlers = Channels.class.getDeclaredField("handlers");
        handlers.setAccessible(true);
        handlers.set(channels, Map.of());
        channels.connect(new RapaioKernel());
        reviveReaders(channels);
        channels.joinUntilClose();
    }

    /** Runs anew the threads that ended before they were marked as running. */
    private static void reviveReaders(Channels channels) throws ReflectiveOperationException {
        var all = Channels.class.getDeclaredField("channels");
        all.setAccessible(true);
        for (Object channel : (Set<?>) all.get(channels)) {
            for (var field : channel.getClass().getDeclaredFields()) {
                if (field.getName().equals("loopThread")) {
                    field.setAccessible(true);
                    Thread reader = (Thread) field.get(channel);
                    if (!reader.isAlive()) {
                        new Thread(reader, reader.getName()).start();
                    }
                }
            }
        }
    }
}
