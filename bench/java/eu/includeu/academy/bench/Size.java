package eu.includeu.academy.bench;

/** How large the world is, by section 9 of the domain guide. */
public enum Size {
    /** A project of sixty authorities, as it began. */
    S(60, 1_200, 60, 300, 4_000, 80_000),
    /** A country of medium size. */
    M(2_500, 50_000, 400, 15_000, 150_000, 3_000_000),
    /** All municipalities of six countries. */
    L(20_000, 300_000, 1_500, 120_000, 900_000, 18_000_000),
    /** All local administrative units of the European Union. */
    XL(95_000, 2_000_000, 5_000, 500_000, 6_000_000, 120_000_000);

    private final int authorities;
    private final int officials;
    private final int versions;
    private final int needs;
    private final int enrolments;
    private final int answers;

    Size(int authorities, int officials, int versions, int needs, int enrolments, int answers) {
        this.authorities = authorities;
        this.officials = officials;
        this.versions = versions;
        this.needs = needs;
        this.enrolments = enrolments;
        this.answers = answers;
    }

    public int authorities() {
        return authorities;
    }

    public int officials() {
        return officials;
    }

    /** Module versions, all languages together. */
    public int versions() {
        return versions;
    }

    /** Needs that are open. */
    public int needs() {
        return needs;
    }

    /** Enrolments of a year. */
    public int enrolments() {
        return enrolments;
    }

    /** Answers in quizzes of a year. */
    public int answers() {
        return answers;
    }
}
