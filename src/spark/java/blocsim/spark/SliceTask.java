package blocsim.spark;

import blocsim.experiment.Crew;
import blocsim.experiment.Slice;
import blocsim.store.RunRow;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What a worker of the cluster does with one partition: runs its slices and sends back their rows. */
final class SliceTask extends AbstractFunction1<Iterator<List<Slice>>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of the study that this machine works on: reading one takes longer than many runs. */
    private static @Nullable Crew crew;

    private static String study = "";

    private final Broadcast<StudyFiles> files;

    /** Of the program's time on the cluster, in which it runs one study. */
    private final String name;

    SliceTask(Broadcast<StudyFiles> files, String name) {
        this.files = files;
        this.name = name;
    }

    @Override
    public byte[] apply(Iterator<List<Slice>> partition) {
        var context = TaskContext.get();
        var worker = crew(name, files).worker();
        var rows = new ArrayList<RunRow>();
        while (partition.hasNext()) {
            for (var slice : partition.next()) {
                if (!worker.finish(slice, context::isInterrupted, rows::add)) {
                    throw new TaskKilledException("the study is being stopped");
                }
            }
        }
        return RowBytes.of(rows);
    }

    private static synchronized Crew crew(String name, Broadcast<StudyFiles> files) {
        var known = crew;
        if (known == null || !study.equals(name)) {
            try {
                known = new Crew(files.value().read(), Runtime.getRuntime().availableProcessors());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            crew = known;
            study = name;
        }
        return known;
    }
}
