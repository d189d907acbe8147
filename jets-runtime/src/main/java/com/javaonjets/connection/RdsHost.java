package com.javaonjets.connection;

import java.net.URL;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The host name of a server of Amazon RDS or Aurora, which tells by whom its certificate is signed: by authorities of its
 * region, which AWS publishes as a bundle. A proxy's is signed by Amazon's public authority instead.
 *
 * @param region such as {@code eu-central-1}
 */
record RdsHost(String name, String region, boolean proxy) {

    private static final String WORLD = ".amazonaws.com";
    private static final String CHINA = ".amazonaws.com.cn";

    /** Signs for RDS Proxy, by AWS Certificate Manager. */
    private static final String AMAZON_ROOT = "AmazonRootCA1.pem";

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    /** {@return the host, if it is one of RDS} */
    static @Nullable RdsHost of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(WORLD)) {
            return of(name, name.substring(0, name.length() - WORLD.length()));
        }
        return name.endsWith(CHINA) ? of(name, name.substring(0, name.length() - CHINA.length())) : null;
    }

    /** Ends with {@code REGION.rds}, and in China with {@code rds.REGION} mostly. */
    private static @Nullable RdsHost of(String name, String labels) {
        String last = last(labels);
        String rest = withoutLast(labels);
        String next = last(rest);
        boolean chinese = name.endsWith(CHINA) && next.equals("rds");
        if ((!last.equals("rds") && !chinese) || withoutLast(rest).isEmpty()) {
            return null;
        }
        return new RdsHost(name, chinese ? last : next, labels.contains(".proxy-"));
    }

    private static String last(String labels) {
        return labels.substring(labels.lastIndexOf('.') + 1);
    }

    private static String withoutLast(String labels) {
        int dot = labels.lastIndexOf('.');
        return dot < 0 ? "" : labels.substring(0, dot);
    }

    /** {@return where the certificates of its authorities are; null where they are not, which is said once} */
    @Nullable
    URL bundle() {
        URL bundle = proxy ? found(AMAZON_ROOT) : found(regional());
        if (bundle == null && !proxy) {
            bundle = found("global-bundle.pem");
        }
        if (bundle == null && SAID.add(name)) {
            LoggerFactory.getLogger(RdsHost.class)
                    .warn(
                            "TLS to {} does not verify the server: its authorities' certificates are not on the class path; add {},"
                                    + " to its root or to config/, from {}",
                            name,
                            file(),
                            source());
        }
        return bundle;
    }

    /** Where a jar has it, and where a goal finds it, which runs in the project's folder and without its class path. */
    private static @Nullable URL found(String file) {
        for (String folder : new String[] {"config/", "", "src/main/resources/"}) {
            URL place = Authorities.locate(folder + file);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private String regional() {
        return region + "-bundle.pem";
    }

    private String file() {
        return proxy ? AMAZON_ROOT : regional();
    }

    /** As AWS documents it for each of its partitions. */
    private String source() {
        if (proxy) {
            return "https://www.amazontrust.com/repository/" + AMAZON_ROOT;
        }
        if (name.endsWith(CHINA)) {
            return "https://rds-truststore.s3.cn-north-1.amazonaws.com.cn/" + region + "/" + regional();
        }
        return region.startsWith("us-gov-")
                ? "https://truststore.pki.us-gov-west-1.rds.amazonaws.com/" + region + "/" + regional()
                : "https://truststore.pki.rds.amazonaws.com/" + region + "/" + regional();
    }
}
