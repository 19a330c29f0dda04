package eu.includeu.academy.accounts;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Makes every view a {@link HouseView}. */
@Configuration(proxyBeanMethods = false)
class ViewWiring {

    @Bean
    static BeanPostProcessor houseViews() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafReactiveViewResolver resolver) {
                    resolver.setViewClass(HouseView.class);
                }
                return bean;
            }
        };
    }
}
