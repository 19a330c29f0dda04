/**
 * Exchange: authorities that are good at something show others how, on visits of a few days.
 *
 * <p>Who should visit whom is worked out by {@link eu.includeu.academy.exchange.Peering} from what each is good at and
 * what each declared that it lacks; what becomes of a proposal is for the two authorities to say.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies", "evidence", "capacity", "pairing"
        })
package eu.includeu.academy.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
