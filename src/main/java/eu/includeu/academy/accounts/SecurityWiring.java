package eu.includeu.academy.accounts;

import java.time.Duration;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/** Doors, locks and notices: the security chain of every request. */
@Configuration(proxyBeanMethods = false)
@EnableSpringWebSession
class SecurityWiring {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http, SignedIn signedIn, ServerRequestCache asked) {
        var entry = new RedirectServerAuthenticationEntryPoint("/sign-in");
        entry.setRequestCache(asked);
        var signOut = new RedirectServerLogoutSuccessHandler();
        signOut.setLogoutSuccessUrl(java.net.URI.create("/"));
        return http.securityContextRepository(signedIn)
                // each route's own rule decides, see RouteRules
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens()).csrfTokenRequestHandler(tokens()))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entry)
                        .accessDeniedHandler((exchange, denied) -> reactor.core.publisher.Mono.error(denied)))
                .logout(logout -> logout.requiresLogout(
                                new PathPatternParserServerWebExchangeMatcher("/sign-out", HttpMethod.POST))
                        .logoutHandler(new WebSessionServerLogoutHandler())
                        .logoutSuccessHandler(signOut))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                        .referrerPolicy(referrer ->
                                referrer.policy(ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy.SAME_ORIGIN))
                        .hsts(hsts -> hsts.maxAge(Duration.ofDays(365))))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .build();
    }

    /** Each filter measured by itself costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** A form with a file carries its token among its parts; they are read only for somebody who has a session. */
    private static XorServerCsrfTokenRequestAttributeHandler tokens() {
        var handler = new XorServerCsrfTokenRequestAttributeHandler();
        handler.setTokenFromMultipartDataEnabled(true);
        return handler;
    }

    @Bean
    ServerRequestCache asked() {
        var cache = new WebSessionServerRequestCache();
        cache.setSaveRequestMatcher(new PathPatternParserServerWebExchangeMatcher("/{*any}", HttpMethod.GET));
        return cache;
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(10);
    }

    /** With https the cookie is bound to this host alone; without (on localhost only) it has a plain name. */
    @Bean
    WebSessionIdResolver webSessionIdResolver(
            @org.springframework.beans.factory.annotation.Value("${academy.https:false}") boolean https) {
        var cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(https ? "__Host-session" : "session");
        cookies.setCookieMaxAge(Duration.ofSeconds(-1));
        cookies.addCookieInitializer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax").path("/"));
        return cookies;
    }

    @Bean
    WebFluxRegistrations webFluxRegistrations() {
        return new WebFluxRegistrations() {

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RouteRules();
            }
        };
    }
}
