package eu.includeu.academy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ten months at the bodies of the programme, from one seed, as rows for the tables. */
final class History {

    private History() {}

    static List<Rows> tell(long seed, Period period, String password) {
        var staff = Recruiting.recruit(seed, period);
        var figures = new Figures();
        var register = new Register(seed, password, figures);
        staff.all().forEach(register::enter);
        var rows = new ArrayList<Rows>(register.rows());
        Stream.of(figures.byDay(), figures.totals()).forEach(rows::add);
        return rows;
    }
}
