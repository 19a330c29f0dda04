package eu.includeu.academy.competencies;

/** The framework that ships with the academy, for tests of other features. */
public final class CompetencyExamples {

    private CompetencyExamples() {}

    public static Competencies all() {
        return new CompetencyFile().competencies();
    }
}
