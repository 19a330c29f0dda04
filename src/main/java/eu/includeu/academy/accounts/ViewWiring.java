package eu.includeu.academy.accounts;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

/** Makes every view a {@link HouseView}, once. */
@Configuration(proxyBeanMethods = false)
class ViewWiring {

    @Bean
    static BeanPostProcessor houseViews() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafReactiveViewResolver resolver) {
                    resolver.setViewClass(HouseView.class);
                    return new Kept(resolver);
                }
                return bean;
            }
        };
    }

    /** Views by name and language: making one each time is a bean's whole life for nothing. */
    private static final class Kept implements ViewResolver, Ordered {

        private final ThymeleafReactiveViewResolver resolver;
        private final Map<String, Mono<View>> views = new ConcurrentHashMap<>();

        Kept(ThymeleafReactiveViewResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public Mono<View> resolveViewName(String name, Locale locale) {
            return views.computeIfAbsent(
                    locale.getLanguage() + " " + name,
                    first -> resolver.resolveViewName(name, locale).cache());
        }

        @Override
        public int getOrder() {
            return resolver.getOrder();
        }
    }
}
