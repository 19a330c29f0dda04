package eu.includeu.academy.optimum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * Solves programmes with ojAlgo, in pure Java: simplex, and branch and bound with cuts. It works with one thread, so that
 * of several best answers it always finds the same.
 */
public final class OjAlgo implements Solver {

    private static final IntegerStrategy STRATEGY =
            IntegerStrategy.newConfigurable().withParallelism(() -> 1).withGapTolerance(NumberContext.of(12, 9));

    @Override
    public Found solve(Programme programme, Duration time) {
        return run(programme, time, true);
    }

    @Override
    public Found relax(Programme programme, Duration time) {
        return run(programme, time, false);
    }

    private static Found run(Programme programme, Duration time, boolean whole) {
        if (programme.variables().isEmpty()) {
            return new Found(Proof.BEST, new double[0], 0);
        }
        var model = model(programme, whole);
        model.options.time_abort = Math.max(1, time.toMillis());
        model.options.time_suffice = Math.max(1, time.toMillis());
        model.options.integer(STRATEGY);
        var result = model.minimise();
        var state = result.getState();
        if (!state.isFeasible()) {
            return Found.nothing();
        }
        return new Found(proof(state), result.toRawCopy1D(), result.getValue());
    }

    private static Proof proof(Optimisation.State state) {
        return state.isOptimal() ? Proof.BEST : Proof.ALLOWED;
    }

    private static ExpressionsBasedModel model(Programme programme, boolean whole) {
        var model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (var wanted : programme.variables()) {
            variables.add(model.newVariable("v" + variables.size())
                    .lower(0)
                    .upper(wanted.upper())
                    .weight(wanted.cost())
                    .integer(whole));
        }
        var number = 0;
        for (var row : programme.rows()) {
            var rule = model.newExpression("r" + number++);
            if (row.hasLower()) {
                rule.lower(row.lower());
            }
            if (row.hasUpper()) {
                rule.upper(row.upper());
            }
            row.factors().forEach((at, factor) -> rule.set(variables.get(at), factor));
        }
        return model;
    }
}
