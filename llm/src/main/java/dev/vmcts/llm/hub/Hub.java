package dev.vmcts.llm.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A hub of models: which files a repository has, what they are, and their content. */
public final class Hub {

  /** Where the hub is when the environment variable {@code HF_ENDPOINT} does not say. */
  public static final String DEFAULT_ENDPOINT = "https://huggingface.co";

  private static final int MOST_LIST_BYTES = 64 << 20;
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HubHttp http;

  private Hub(HubHttp http) {
    this.http = http;
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
      URI uri = Site.address(given);
      boolean secret = "https".equals(uri.getScheme()) || OWN_MACHINE.contains(uri.getHost());
      return new Hub(new HubHttp(new Site(
          uri,
          Optional.ofNullable(environment.apply("HF_TOKEN"))
              .map(String::strip)
              .filter(text -> !text.isEmpty() && secret))));
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
      HttpURLConnection connection = http.get(path, 0);
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
      HttpURLConnection connection = http.head(path(name, file));
      int status = connection.getResponseCode();
      if (status >= 400) {
        throw refused(status, name);
      }
      String tag = HubHttp.tag(connection);
      if (!tag.matches("[0-9a-f]{64}")) {
        throw new ModelException("the hub at " + http.endpoint() + " gives no SHA-256 for " + file
            + " of " + name + ", so a download could not be checked");
      }
      String length = HubHttp.text(connection, "X-Linked-Size");
      if (!length.matches("[0-9]{1,15}")) {
        throw new ModelException("the hub at " + http.endpoint() + " does not say how long " + file
            + " of " + name + " is");
      }
      connection.disconnect();
      return new HubFile(file, Long.parseLong(length), tag);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * A connection to the content of a file from a byte on; its status is 200 where the server gives all of it, else 206.
   *
   * @throws IOException if asking again may help
   */
  HttpURLConnection content(HubName name, String file, long from)
      throws IOException, ModelException {
    HttpURLConnection connection = http.get(path(name, file), from);
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

  private InputStream body(HttpURLConnection connection, HubName name)
      throws IOException, ModelException {
    int status = connection.getResponseCode();
    if (status != 200) {
      throw refused(status, name);
    }
    return connection.getInputStream();
  }

  private ModelException refused(int status, HubName name) {
    String what = "the hub at " + http.endpoint() + " answers " + status + " for " + name;
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
        "cannot reach the hub at " + http.endpoint() + " (" + e
            + "); a mirror can be named in the environment variable HF_ENDPOINT",
        e);
  }
}
