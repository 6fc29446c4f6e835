package dev.vmcts.llm.natives;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Download;
import dev.vmcts.llm.download.Site;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The npm registry that packages come from. No token is ever sent to it. */
public final class Registry {

  /** Where it is when the user's npm does not say. */
  public static final String DEFAULT_ENDPOINT = "https://registry.npmjs.org";

  private static final Pattern SETTING = Pattern.compile("(?m)^\\s*registry\\s*=\\s*(\\S+)\\s*$");

  private final Site site;

  private Registry(URI endpoint) {
    site = new Site(endpoint, Optional.empty());
  }

  /**
   * The registry that the user's npm is set to: by the environment variable {@code npm_config_registry}, or by the file
   * {@code .npmrc} in the home folder.
   *
   * @throws ModelException if the setting is no address
   */
  public static Registry of(UnaryOperator<@Nullable String> environment, Path home)
      throws ModelException {
    String given = Optional.ofNullable(environment.apply("npm_config_registry"))
        .or(() -> Optional.ofNullable(environment.apply("NPM_CONFIG_REGISTRY")))
        .filter(text -> !text.isBlank())
        .or(() -> setting(home.resolve(".npmrc")))
        .orElse(DEFAULT_ENDPOINT);
    try {
      return new Registry(Site.address(given));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "the npm registry is '" + given + "'; allowed: an http or https address such as "
              + DEFAULT_ENDPOINT + ", from the environment variable npm_config_registry or from "
              + home.resolve(".npmrc"),
          e);
    }
  }

  private static Optional<String> setting(Path file) {
    try {
      Matcher setting = SETTING.matcher(Files.readString(file));
      return setting.find() ? Optional.of(setting.group(1)) : Optional.empty();
    } catch (IOException e) {
      // Most people have none.
      return Optional.empty();
    }
  }

  /** The content of a package's archive. */
  Download.Source archive(NativePackage wanted) {
    return start -> {
      HttpURLConnection connection = site.get(wanted.path(), start);
      int status = connection.getResponseCode();
      if (status == 429 || status >= 500) {
        throw new IOException("the registry answers " + status);
      } else if (status != 200 && status != 206 && status != 416) {
        throw new ModelException("the npm registry at " + site.endpoint() + " answers " + status
            + " for " + wanted.name() + "@" + wanted.version()
            + "; another can be named in the environment variable npm_config_registry");
      }
      return connection;
    };
  }
}
