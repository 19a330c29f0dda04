package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Things to start from. */
public final class Examples {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Authority.Id KARDITSA = Authority.Id.of("00000000-0000-7000-8000-000000000001");
    public static final Account.Id ELENI = Account.Id.of("00000000-0000-7000-8000-0000000000aa");
    public static final Competency.Id INTERPRETERS = Competency.Id.of("XCU-2");
    public static final Competency.Id LAW = Competency.Id.of("XCU-8");

    private Examples() {}

    /** From nothing to level 2, ten people, in three months, in Greek and then English. */
    public static Terms terms() {
        return terms(0, 2, 10);
    }

    public static Terms terms(int current, int target, int staff) {
        return new Terms(
                INTERPRETERS, current, target, staff, Terms.Weight.MEDIUM, TODAY.plusDays(90), List.of("el", "en"), "");
    }

    public static Need need(Need.State state) {
        return new Need(
                KARDITSA,
                new Need.Id(UUID.fromString("00000000-0000-7000-8000-0000000000bb")),
                terms(),
                state,
                0,
                NOW,
                ELENI,
                3);
    }

    /** So many people, each holding these levels. */
    public static Staff staff(int people, Map<Competency.Id, Integer> levels) {
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        IntStream.range(0, people).forEach(at -> staff.put(new Account.Id(new UUID(7, at)), levels));
        return new Staff(staff);
    }

    public static Staff staff(int people) {
        return staff(people, Map.of());
    }

    /** Both together. */
    public static Staff both(Staff some, Staff others) {
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>(some.levels());
        others.levels()
                .forEach((member, levels) -> staff.put(
                        new Account.Id(new UUID(
                                member.value().getMostSignificantBits() + 100,
                                member.value().getLeastSignificantBits())),
                        levels));
        return new Staff(staff);
    }
}
