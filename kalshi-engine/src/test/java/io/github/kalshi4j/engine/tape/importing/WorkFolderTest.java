package io.github.kalshi4j.engine.tape.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir private Path folder;

  @Test
  void showsEverythingAtOnceAndLeavesNothingElse() throws IOException {
    Path out = folder.resolve("a/b");
    try (WorkFolder work = WorkFolder.in(out)) {
      Files.writeString(work.resolve("one"), "1");
      Files.writeString(work.resolve("two"), "2");
      assertThat(work.show(List.of("one"))).containsExactly(out.resolve("one"));
    }

    assertThat(out).isDirectoryContaining(file -> file.endsWith("one"));
    assertThat(out.toFile().list()).containsExactly("one");
  }

  @Test
  void leavesNotEvenTheFoldersItMadeWhenNothingWasShown() throws IOException {
    try (WorkFolder work = WorkFolder.in(folder.resolve("a/b"))) {
      Files.writeString(work.resolve("one"), "1");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesWhatAKilledProgramLeftLongAgo() throws IOException {
    Path old = Files.createDirectory(folder.resolve(".import-old"));
    Files.writeString(old.resolve("half.tape.gz"), "");
    FileTime longAgo = FileTime.from(TimeSource.system().now().minus(Duration.ofHours(2)));
    Files.setLastModifiedTime(old, longAgo);
    Path recent = Files.createDirectory(folder.resolve(".import-recent"));

    WorkFolder.in(folder).close();

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }
}
