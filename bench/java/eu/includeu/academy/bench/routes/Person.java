package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody with a session. The session is a row as signing in writes it, so that thousands can be signed in without
 * waiting for thousands of passwords to be checked; signing in is measured by itself.
 *
 * @param cookie the header that a browser sends
 * @param csrf the token as a form would hold it: masked with zeros, which unmask to the token itself
 */
public record Person(UUID account, String cookie, String csrf) {

    private static final String TOKEN = "0198c0de-0000-7000-8000-000000000001";

    /** Signs somebody in, for a day. */
    public static Person signIn(Connection owner, UUID account) throws SQLException {
        try (var insert = owner.prepareStatement("""
                insert into accounts.session (id_hash, account, content, created, accessed, expires)
                values (?, ?, ?, now(), now(), now() + interval '1 day')""")) {
            var id = UUID.randomUUID().toString();
            insert.setBytes(1, hash(id));
            insert.setObject(2, account);
            insert.setBytes(
                    3,
                    "{\"account\":\"%s\",\"csrf\":\"%s\"}"
                            .formatted(account, TOKEN)
                            .getBytes(StandardCharsets.UTF_8));
            insert.execute();
            return new Person(account, "session=" + id, masked());
        }
    }

    public Call get(String path) {
        return Call.get(path, cookie);
    }

    /** A form as a page without scripts sends it. */
    public Call post(String path, String form) {
        return Call.post(path, Map.of("Cookie", cookie, "Accept", "text/html"), "_csrf=" + csrf + "&" + form);
    }

    /** A form as the script of a page sends it. */
    Call postByScript(String path, String form) {
        return Call.post(path, Map.of("Cookie", cookie, "Accept", "application/json"), "_csrf=" + csrf + "&" + form);
    }

    private static String masked() {
        var token = TOKEN.getBytes(StandardCharsets.UTF_8);
        var both = new byte[token.length * 2];
        System.arraycopy(token, 0, both, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(both).replace("=", "%3D");
    }

    private static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
