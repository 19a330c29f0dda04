package eu.includeu.academy.gate;

import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps a stopping node at work until the proxy before it has noticed that it is no longer ready: a door that closes
 * first would be run into by whoever was sent there meanwhile.
 */
@Component
class Farewell implements SmartLifecycle {

    private final GateSettings settings;
    private volatile boolean running;

    Farewell(GateSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /** Spring waits for the call back before it closes the doors. */
    @Override
    public void stop(Runnable done) {
        stop();
        Schedulers.single().schedule(done, settings.farewell().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else that is stopped, the server first of all. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
