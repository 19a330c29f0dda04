package eu.includeu.academy.catalogue;

import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.util.List;

/** A step that a module takes people through: one competency, from the level they stand on to the level they reach. */
public record Teaching(Competency.Id competency, int from, int to) {

    public List<Rung> rungs() {
        return Rung.between(competency, from, to);
    }

    /** Whether this is one of its {@link #rungs}. */
    public boolean leadsTo(Rung rung) {
        return competency.equals(rung.competency()) && from < rung.level() && rung.level() <= to;
    }
}
