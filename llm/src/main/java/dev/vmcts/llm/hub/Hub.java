package dev.vmcts.llm.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of a hub of models.
 *
 * <p>A token is sent to the hub itself only, never to where it redirects to, and only over https or to this machine.
 */
public final class Hub {

  /** Where the hub is when the environment variable {@code HF_ENDPOINT} does not say. */
  public static final String DEFAULT_ENDPOINT = "https://huggingface.co";

  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_LIST_BYTES = 64 << 20;
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI endpoint;
  private final Optional<String> token;

  private Hub(URI endpoint, Optional<String> token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * The hub that the environment variables {@code HF_ENDPOINT} and {@code HF_TOKEN} say.
   *
   * @throws ModelException if the endpoint is no address
   */
  public static Hub of(UnaryOperator<@Nullable String> environment) throws ModelException {
    String given = Optional.ofNullable(environment.apply("HF_ENDPOINT"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElse(DEFAULT_ENDPOINT);
    try {
      URI uri = URI.create(given.replaceFirst("/+$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null) {
        throw new IllegalArgumentException("no address");
      }
      boolean secret = "https".equals(uri.getScheme()) || OWN_MACHINE.contains(uri.getHost());
      return new Hub(
          uri,
          Optional.ofNullable(environment.apply("HF_TOKEN"))
              .map(String::strip)
              .filter(text -> !text.isEmpty() && secret));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "HF_ENDPOINT is '" + given + "'; allowed: an http or https address such as "
              + DEFAULT_ENDPOINT,
          e);
    }
  }

  /** The names of the files in a model's repository. */
  List<String> files(HubName name) throws ModelException {
    String path = "/api/models/" + name.owner() + "/" + name.repo();
    try {
      HttpURLConnection connection = open(at(path), "GET", 0);
      try (InputStream in = body(connection, name)) {
        List<String> files = new ArrayList<>();
        JsonNode answer = new JsonMapper().readTree(in.readNBytes(MOST_LIST_BYTES));
        answer.path("siblings").forEach(file -> files.add(file.path("rfilename").asText()));
        return files;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** What a file is, without its content. */
  HubFile look(HubName name, String file) throws ModelException {
    try {
      HttpURLConnection connection = head(at(path(name, file)));
      int status = connection.getResponseCode();
      if (status >= 400) {
        throw refused(status, name);
      }
      String tag = tag(connection);
      if (!tag.matches("[0-9a-f]{64}")) {
        throw new ModelException("the hub at " + endpoint + " gives no SHA-256 for " + file + " of "
            + name + ", so a download could not be checked");
      }
      String length = text(connection, "X-Linked-Size");
      if (!length.matches("[0-9]{1,15}")) {
        throw new ModelException(
            "the hub at " + endpoint + " does not say how long " + file + " of " + name + " is");
      }
      connection.disconnect();
      return new HubFile(file, Long.parseLong(length), tag);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** Asks about a file; a repository that has another name now is followed there, a file to its store is not. */
  private HttpURLConnection head(URI start) throws IOException {
    URI uri = start;
    HttpURLConnection connection = connect(uri, "HEAD", 0);
    for (int i = 0; i < MOST_REDIRECTS && tag(connection).isEmpty(); i++) {
      if (connection.getHeaderField("Location") == null) {
        break;
      }
      uri = redirect(uri, connection);
      if (!isHub(uri)) {
        break;
      }
      connection = connect(uri, "HEAD", 0);
    }
    return connection;
  }

  private static URI redirect(URI from, HttpURLConnection connection) throws IOException {
    String location = String.valueOf(connection.getHeaderField("Location"));
    try {
      URI to = from.resolve(location);
      if (("https".equals(to.getScheme()) || "http".equals(to.getScheme()))
          && to.getHost() != null) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the hub redirects to '" + location + "'", e);
    }
    throw new IOException("the hub redirects to '" + location + "'");
  }

  private static String tag(HttpURLConnection connection) {
    return text(connection, "X-Linked-Etag").replaceAll("^w/|\"", "");
  }

  private boolean isHub(URI uri) {
    return endpoint.getScheme().equals(uri.getScheme())
        && endpoint.getAuthority().equals(uri.getAuthority());
  }

  private static String text(HttpURLConnection connection, String header) {
    String value = connection.getHeaderField(header);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * A connection to the content of a file from a byte on; its status is 200 where the server gives all of it, else 206.
   *
   * @throws IOException if asking again may help
   */
  HttpURLConnection content(HubName name, String file, long from)
      throws IOException, ModelException {
    HttpURLConnection connection = open(at(path(name, file)), "GET", from);
    int status = connection.getResponseCode();
    if (status == 429 || status >= 500) {
      throw new IOException("the hub answers " + status);
    } else if (status != 200 && status != 206 && status != 416) {
      throw refused(status, name);
    }
    return connection;
  }

  private static String path(HubName name, String file) {
    return "/" + name.owner() + "/" + name.repo() + "/resolve/main/" + file;
  }

  private URI at(String path) {
    // Names hold nothing that would have to be escaped but the plus sign, which some servers take
    // for a space.
    return URI.create(endpoint + path.replace("+", "%2B"));
  }

  /** Follows redirects; the token does not. */
  private HttpURLConnection open(URI start, String method, long from) throws IOException {
    URI uri = start;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpURLConnection connection = connect(uri, method, from);
      int status = connection.getResponseCode();
      if (status < 300 || status == 304 || status >= 400) {
        return connection;
      }
      uri = redirect(uri, connection);
      connection.disconnect();
    }
    throw new IOException("the hub redirects more than " + MOST_REDIRECTS + " times");
  }

  private HttpURLConnection connect(URI uri, String method, long from) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(SILENCE_MILLIS);
    connection.setRequestMethod(method);
    connection.setRequestProperty("User-Agent", "vmcts");
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    if (token.isPresent() && isHub(uri)) {
      connection.setRequestProperty("Authorization", "Bearer " + token.get());
    }
    return connection;
  }

  private InputStream body(HttpURLConnection connection, HubName name)
      throws IOException, ModelException {
    int status = connection.getResponseCode();
    if (status != 200) {
      throw refused(status, name);
    }
    return connection.getInputStream();
  }

  private ModelException refused(int status, HubName name) {
    String what = "the hub at " + endpoint + " answers " + status + " for " + name;
    return new ModelException(
        switch (status) {
          case 401, 403, 404 ->
            what
                + ": there is no such model, or it needs a token in the environment variable HF_TOKEN"
                + " of somebody who accepted its license";
          default -> what + "; try again later";
        });
  }

  private ModelException unreachable(IOException e) {
    return new ModelException(
        "cannot reach the hub at " + endpoint + " (" + e
            + "); a mirror can be named in the environment variable HF_ENDPOINT",
        e);
  }
}
