package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Walk;
import java.util.List;

/**
 * One thing that people do.
 *
 * @param name as the tables call it
 * @param ceiling which ceiling it is told as a ratio to
 * @param walks one for each connection
 */
record Route(String name, String ceiling, List<Walk> walks) {}
