package blocsim.panel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for, once, whatever the number of threads that ask. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T seen = made;
        if (seen == null) {
            synchronized (this) {
                seen = made;
                if (seen == null) {
                    seen = maker.get();
                    made = seen;
                }
            }
        }
        return seen;
    }
}
