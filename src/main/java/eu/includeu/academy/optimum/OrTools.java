package eu.includeu.academy.optimum;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves programmes with OR-Tools: SCIP for whole numbers, GLOP for others. It is faster on large trees and brings machine
 * code along, so it is used only where the settings ask for it and its library is there.
 */
public final class OrTools implements Solver {

    public OrTools() {
        Loader.loadNativeLibraries();
    }

    @Override
    public Found solve(Programme programme, Duration time) {
        return run(programme, time, "SCIP");
    }

    @Override
    public Found relax(Programme programme, Duration time) {
        return run(programme, time, "GLOP");
    }

    private static Found run(Programme programme, Duration time, String method) {
        var solver = MPSolver.createSolver(method);
        if (solver == null) {
            throw new IllegalStateException("OR-Tools has no " + method);
        }
        try {
            return run(programme, solver, time, method.equals("SCIP"));
        } finally {
            solver.delete();
        }
    }

    private static Found run(Programme programme, MPSolver solver, Duration time, boolean whole) {
        var variables = variables(programme, solver, whole);
        rules(programme, solver, variables);
        solver.objective().setMinimization();
        solver.setTimeLimit(Math.max(1, time.toMillis()));
        var status = solver.solve(exactly());
        return switch (status) {
            case OPTIMAL -> found(Proof.BEST, solver, variables);
            case FEASIBLE -> found(Proof.ALLOWED, solver, variables);
            default -> Found.nothing();
        };
    }

    private static MPSolverParameters exactly() {
        var parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        return parameters;
    }

    private static List<MPVariable> variables(Programme programme, MPSolver solver, boolean whole) {
        var variables = new ArrayList<MPVariable>();
        for (var wanted : programme.variables()) {
            var variable = solver.makeVar(0, wanted.upper(), whole, "v" + variables.size());
            solver.objective().setCoefficient(variable, wanted.cost());
            variables.add(variable);
        }
        return variables;
    }

    private static void rules(Programme programme, MPSolver solver, List<MPVariable> variables) {
        for (var row : programme.rows()) {
            var rule = solver.makeConstraint(
                    row.hasLower() ? row.lower() : -MPSolver.infinity(),
                    row.hasUpper() ? row.upper() : MPSolver.infinity());
            row.factors().forEach((at, factor) -> rule.setCoefficient(variables.get(at), factor));
        }
    }

    private static Found found(Proof proof, MPSolver solver, List<MPVariable> variables) {
        return new Found(
                proof,
                variables.stream().mapToDouble(MPVariable::solutionValue).toArray(),
                solver.objective().value());
    }
}
