package dev.vmcts.llm.download;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** A web server that files are downloaded from. A token is sent to it only, never to where it redirects to. */
public final class Site {

  /** Most redirects that are followed. */
  public static final int MOST_REDIRECTS = 5;

  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;

  private final URI endpoint;
  private final Optional<String> token;

  /**
   * A site.
   *
   * @param endpoint what every path is added to, from {@link #address}
   */
  public Site(URI endpoint, Optional<String> token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * An address that a user gave, without slashes at its end.
   *
   * @throws IllegalArgumentException if it is no plain http or https address
   */
  public static URI address(String given) {
    URI uri = URI.create(given.strip().replaceFirst("/+$", ""));
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("no address");
    }
    return uri;
  }

  public URI endpoint() {
    return endpoint;
  }

  /** A connection to a path from a byte on, redirects followed; its status may say that there is no such path. */
  public HttpURLConnection get(String path, long from) throws IOException {
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
    throw new IOException("the server redirects more than " + MOST_REDIRECTS + " times");
  }

  /** Where an answer redirects to. */
  public static URI redirect(URI from, HttpURLConnection connection) throws IOException {
    String location = String.valueOf(connection.getHeaderField("Location"));
    try {
      URI to = from.resolve(location);
      if (("https".equals(to.getScheme()) || "http".equals(to.getScheme()))
          && to.getHost() != null) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the server redirects to '" + location + "'", e);
    }
    throw new IOException("the server redirects to '" + location + "'");
  }

  /** A connection that is not opened yet; redirects are not followed. */
  public HttpURLConnection connect(URI uri, String method, long from) throws IOException {
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
    if (token.isPresent() && owns(uri)) {
      connection.setRequestProperty("Authorization", "Bearer " + token.get());
    }
    return connection;
  }

  /** The address of a path. */
  public URI at(String path) {
    // Names hold nothing that would have to be escaped but the plus sign, which some servers take
    // for a space.
    return URI.create(endpoint + path.replace("+", "%2B"));
  }

  /** Whether an address is on this site. */
  public boolean owns(URI uri) {
    return endpoint.getScheme().equals(uri.getScheme())
        && endpoint.getAuthority().equals(uri.getAuthority());
  }
}
