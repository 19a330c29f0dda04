package eu.includeu.academy;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The threads that serve: what to look at when an answer does not come. */
final class Threads {

    private static final Pattern SERVING = Pattern.compile("(reactor|parallel|boundedElastic|passwords)-.*");

    private Threads() {}

    /** What those do that are not waiting for work, with the lines where they are. */
    static String busy() {
        var busy = Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> SERVING.matcher(thread.getKey().getName()).matches())
                .filter(thread -> Arrays.stream(thread.getValue()).noneMatch(Threads::waitsForWork))
                .map(Threads::told)
                .collect(Collectors.joining("\n"));
        return busy.isEmpty() ? "All that serve wait for work" : "Those that serve do this:\n" + busy;
    }

    /** At a selector, or at a queue; whoever waits for a lock is not waiting for work. */
    private static boolean waitsForWork(StackTraceElement line) {
        return line.getClassName().endsWith("EPoll")
                || line.getClassName().endsWith("ConditionObject")
                || line.getMethodName().equals("epollWait");
    }

    private static String told(Map.Entry<Thread, StackTraceElement[]> thread) {
        return Arrays.stream(thread.getValue())
                .map(line -> "    at " + line)
                .collect(Collectors.joining(
                        "\n", thread.getKey().getName() + " " + thread.getKey().getState() + "\n", ""));
    }
}
