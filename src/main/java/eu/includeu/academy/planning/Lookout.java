package eu.includeu.academy.planning;

import eu.includeu.academy.optimum.Watch;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stands between a search and the rest of the house: hears from one thread how far it is, and from another when to stop. */
final class Lookout implements Watch {

    private final long end;
    private final Duration pause;
    private volatile boolean stopped;
    private volatile Plan.Progress progress = new Plan.Progress(Phase.FIRST, 0, 0, 0, 0);

    /**
     * @param nanos how long the search may take
     * @param pause between two questions whether to go on
     */
    Lookout(long nanos, Duration pause) {
        this.end = System.nanoTime() + nanos;
        this.pause = pause;
    }

    @Override
    public boolean stopped() {
        if (!pause.isZero() && !stopped) {
            LockSupport.parkNanos(pause.toNanos());
        }
        return stopped || System.nanoTime() > end;
    }

    @Override
    public void tell(Progress told) {
        progress = Plan.Progress.of(told);
    }

    /** Takes note of whether somebody wants it to stop. */
    void heed(boolean stop) {
        stopped |= stop;
    }

    Plan.Progress progress() {
        return progress;
    }
}
