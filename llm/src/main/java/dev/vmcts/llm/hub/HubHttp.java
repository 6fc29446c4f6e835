package dev.vmcts.llm.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Requests to a hub. A token is sent to the hub itself only, never to where it redirects to. */
final class HubHttp {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;
  private static final int MOST_REDIRECTS = 5;

  private final URI endpoint;
  private final Optional<String> token;

  /**
   * A hub.
   *
   * @param endpoint what every path is added to
   */
  HubHttp(URI endpoint, Optional<String> token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  URI endpoint() {
    return endpoint;
  }

  /** Asks about a file; a repository that has another name now is followed there, a file to its store is not. */
  HttpURLConnection head(String path) throws IOException {
    URI uri = at(path);
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

  /** A connection to a path from a byte on, redirects followed. */
  HttpURLConnection get(String path, long from) throws IOException {
    URI uri = at(path);
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpURLConnection connection = connect(uri, "GET", from);
      int status = connection.getResponseCode();
      if (status < 300 || status == 304 || status >= 400) {
        return connection;
      }
      uri = redirect(uri, connection);
      connection.disconnect();
    }
    throw new IOException("the hub redirects more than " + MOST_REDIRECTS + " times");
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

  private URI at(String path) {
    // Names hold nothing that would have to be escaped but the plus sign, which some servers take
    // for a space.
    return URI.create(endpoint + path.replace("+", "%2B"));
  }

  private boolean isHub(URI uri) {
    return endpoint.getScheme().equals(uri.getScheme())
        && endpoint.getAuthority().equals(uri.getAuthority());
  }

  /** The SHA-256 that a hub says, without its quotes. */
  static String tag(HttpURLConnection connection) {
    return text(connection, "X-Linked-Etag").replaceAll("^w/|\"", "");
  }

  /** A header in lower case; empty when there is none. */
  static String text(HttpURLConnection connection, String header) {
    String value = connection.getHeaderField(header);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
