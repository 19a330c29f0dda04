package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A need as lists show it: what and whose it is, how far it has come, how long there is left and what to do next.
 *
 * @param authorityName as the body calls itself; {@link #authorityIn} has it for a reader
 * @param state declared, verified, planned and so on
 * @param tile which of the five tiles it has reached, from 1; 0 once withdrawn
 * @param began how many people held the level when it was declared
 * @param now how many hold it today
 * @param members how many people the authority has
 * @param daysLeft negative once the deadline is past
 * @param counted whether the reader may see how many people hold it; if not, the three figures are 0
 */
public record NeedCard(
        Need.Id id,
        Authority.Id authority,
        String authorityName,
        @Nullable String authorityNameLatin,
        @Nullable String country,
        Competency competency,
        int target,
        int staff,
        Need.State state,
        int tile,
        int began,
        int now,
        int members,
        LocalDate deadline,
        int daysLeft,
        NextAction nextAction,
        boolean counted) {

    /** What brings a need on; the message {@code need.action.<key>} names it. */
    public enum NextAction {
        /** Choose a module for it. */
        MATCH("match", "modules"),
        /** See who has begun and who has not. */
        FOLLOW("follow", "people"),
        /** Its time is over: set another day. */
        PROLONG("prolong", "steps"),
        /** Say that it is used at work. */
        CLOSE("close", "steps"),
        /** Nothing is left to do. */
        LOOK("look", "main");

        private final String key;
        private final String place;

        NextAction(String key, String place) {
            this.key = key;
            this.place = place;
        }

        public String key() {
            return key;
        }

        static NextAction after(Need.State state) {
            return switch (state) {
                case DRAFT, DECLARED, VERIFIED -> MATCH;
                case PLANNED, IN_PROGRESS -> FOLLOW;
                case OVERDUE -> PROLONG;
                case MET -> CLOSE;
                case CLOSED, WITHDRAWN -> LOOK;
            };
        }
    }

    static NeedCard of(
            Need need,
            String name,
            @Nullable String nameLatin,
            @Nullable String country,
            Competency competency,
            int holders,
            int members,
            boolean counted,
            LocalDate today) {
        var terms = need.terms();
        return new NeedCard(
                need.id(),
                need.authority(),
                name,
                nameLatin,
                country,
                competency,
                terms.target(),
                terms.staff(),
                need.state(),
                need.state().tile(),
                counted ? need.began() : 0,
                counted ? holders : 0,
                counted ? members : 0,
                terms.deadline(),
                need.daysLeft(today),
                NextAction.after(need.state()),
                counted);
    }

    /** The authority's name in letters that a reader of this language reads. */
    public String authorityIn(String language) {
        return authorityNameLatin == null || language.equals("el") ? authorityName : authorityNameLatin;
    }

    /** Where the next action is taken. */
    public String href() {
        return "/needs/" + id + "#" + nextAction.place;
    }

    /** The five tiles in words: declared, matched, running, measured, closed; or withdrawn. */
    public String step() {
        return Board.step(tile);
    }

    /** Places that are filled. */
    public int ready() {
        return Math.min(now, staff);
    }

    public boolean late() {
        return daysLeft < 0 && state.open();
    }
}
