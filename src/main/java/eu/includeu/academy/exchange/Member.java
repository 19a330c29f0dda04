package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Refused;

/**
 * On what terms an authority takes part in the exchange.
 *
 * @param hosts how many visits it receives in a year, at most
 * @param visits how many it makes in a year, at most
 * @param interpreter whether it sees to an interpreter where no language is shared
 */
record Member(Authority.Id authority, int hosts, int visits, boolean interpreter) {

    static final int MOST = 12;

    Member checked() {
        Refused.checks()
                .when(hosts < 0 || hosts > MOST, "hosts", "peers.number", MOST)
                .when(visits < 0 || visits > MOST, "visits", "peers.number", MOST)
                .done();
        return this;
    }
}
