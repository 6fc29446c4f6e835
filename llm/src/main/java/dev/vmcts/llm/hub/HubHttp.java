package dev.vmcts.llm.hub;

import dev.vmcts.llm.download.Site;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;

/**
 * Requests to a hub.
 *
 * @param site where it is
 */
record HubHttp(Site site) {

  URI endpoint() {
    return site.endpoint();
  }

  /** Asks about a file; a repository that has another name now is followed there, a file to its store is not. */
  HttpURLConnection head(String path) throws IOException {
    URI uri = site.at(path);
    HttpURLConnection connection = site.connect(uri, "HEAD", 0);
    for (int i = 0; i < Site.MOST_REDIRECTS && tag(connection).isEmpty(); i++) {
      if (connection.getHeaderField("Location") == null) {
        break;
      }
      uri = Site.redirect(uri, connection);
      if (!site.owns(uri)) {
        break;
      }
      connection = site.connect(uri, "HEAD", 0);
    }
    return connection;
  }

  /** A connection to a path from a byte on, redirects followed. */
  HttpURLConnection get(String path, long from) throws IOException {
    return site.get(path, from);
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
