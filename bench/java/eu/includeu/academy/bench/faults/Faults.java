package eu.includeu.academy.bench.faults;

import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The drills, one after the other; {@code -Ddrills=a,b} runs some only. The size of the world does not matter to them. */
public final class Faults implements Part {

    static final List<Drill> DRILLS = List.of(
            new KillPostgreSql(true),
            new KillPostgreSql(false),
            new KillNode(),
            new RollingRestart(),
            new Promotion(),
            new FullDisk(),
            new Overload(),
            new BlackHole(),
            new PoolExhausted(),
            new SlowPeople(),
            new WrongClock(),
            new ReplicaLag(),
            new FolderKilled(false),
            new FolderKilled(true));

    @Override
    public String name() {
        return "faults";
    }

    /** A drill makes a small world of its own. */
    @Override
    public boolean isOfItsSize() {
        return false;
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        var wanted = Set.of(System.getProperty("drills", "all").split(","));
        var failed = new ArrayList<String>();
        try (var stage = Stage.set()) {
            for (var drill : DRILLS) {
                if (wanted.contains("all") || wanted.contains(drill.name())) {
                    attempt(drill, stage, results, failed);
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new AssertionError(String.join("\n", failed));
        }
    }

    /** A drill that breaks off does not keep the others from being run. */
    private static void attempt(Drill drill, Stage stage, Results results, List<String> failed) throws Exception {
        try {
            run(drill, stage, results, failed);
        } catch (AssertionError | IOException | SQLException broken) {
            broken.printStackTrace();
            failed.add(drill.name() + " broke off: " + broken.getMessage());
        }
    }

    private static void run(Drill drill, Stage stage, Results results, List<String> failed) throws Exception {
        if (drill.lacks().isPresent()) {
            System.out.println(
                    "drill " + drill.name() + " was left out: " + drill.lacks().get());
            return;
        }
        var began = System.nanoTime();
        var drilled = drill.run(stage);
        drilled.keep(results, (System.nanoTime() - began) / 1e9);
        drill.wrong(drilled).ifPresent(wrong -> failed.add(drill.name() + ": " + wrong));
    }
}
