package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The pages of the documentation and their code. Every block of Java is a whole source file of
 * package {@code example}, ready to be copied, and no two of them have one name, so that a page may
 * use what another one defines.
 */
final class Documents {
  static final Path ROOT = Path.of("..");
  static final Path README = ROOT.resolve("README.md");

  private static final Pattern CODE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

  private Documents() {}

  static Path howTo(String name) {
    return ROOT.resolve("docs/how-to").resolve(name + ".md");
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(p -> p.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** Compiles all code of these pages together, without a warning, into a folder. */
  static void compile(Path folder, Collection<Path> pages) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path page : pages) {
      Matcher blocks = CODE.matcher(Files.readString(page));
      while (blocks.find()) {
        sources.add(Source.of(page, blocks.group(1)));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", folder.toString(), "-Xlint:all,-processing", "-Werror", "-proc:none"),
                null,
                sources)
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  /** Returns a loader of what was compiled into a folder. */
  static URLClassLoader loader(Path folder) throws IOException {
    URL url = folder.toUri().toURL();
    return new URLClassLoader(new URL[] {url}, Documents.class.getClassLoader());
  }

  /** Calls a static method of an example; those that are not public are for the page's reader. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T> T call(ClassLoader examples, String example, String method, Object... arguments)
      throws ReflectiveOperationException {
    Method found =
        Arrays.stream(examples.loadClass("example." + example).getDeclaredMethods())
            .filter(m -> m.getName().equals(method))
            .findFirst()
            .orElseThrow();
    found.setAccessible(true);
    return (T) found.invoke(null, arguments);
  }

  /** A source in memory, in a file named for its class, beside the name of its page. */
  private static final class Source extends SimpleJavaFileObject {
    private static final Pattern CLASS =
        Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);

    private final String text;

    private Source(URI uri, String text) {
      super(uri, JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    static Source of(Path page, String text) {
      assertThat(text).as("a java block of %s", page).startsWith("package example;\n");
      Matcher name = CLASS.matcher(text);
      assertThat(name.find()).as("a class in a java block of %s", page).isTrue();
      return new Source(
          URI.create("string:///" + page.getFileName() + "/example/" + name.group(1) + ".java"),
          text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
