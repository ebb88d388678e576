// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.reader.Readers;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremonies.DeviceSetup;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.SeenDevice;
import org.keyrite.wizards.preflight.CalmLaptop;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.rehearsal.RehearsalDesk;

/**
 * Whatever people do, the thread of the window touches no device and waits for none: at every
 * command that a device gets, that thread is asked to do something, and does.
 */
class OffTheWindowTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TempDir private Path folder;
  private final ExecutorService window =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("window").factory());
  private final ExecutorService work =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger commands = new AtomicInteger();
  private volatile CompletableFuture<CeremonyState> end;
  private final SimulatedHsm device =
      new SimulatedHsm(
          SimulatedState.create(new Random(1), TODAY), StateStore.MEMORY, new Random(1));
  private final PracticeReaders slots = new PracticeReaders(List.of("reader"));
  private final Devices devices = new Devices(new Watched());

  @AfterEach
  void close() {
    devices.close();
    window.shutdownNow();
    work.shutdownNow();
  }

  /** Called wherever a device or the service for devices is used. */
  private void used(String what) {
    if (Thread.currentThread().getName().equals("window")) {
      wrong.add(what + " by the window");
      return;
    }
    try {
      window.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      wrong.add(what + " while the window waits");
    } catch (InterruptedException | ExecutionException e) {
      wrong.add(what + ": " + e);
    }
  }

  private final class Watched implements Readers {
    @Override
    public List<Reader> list() {
      used("readers");
      return slots.list();
    }

    @Override
    public void awaitChange(Duration patience) {
      slots.awaitChange(patience);
    }

    @Override
    public void close() {
      slots.close();
    }
  }

  private final class WatchedCard extends CardInFront {
    WatchedCard(Card card) {
      super(card);
    }

    @Override
    public Bytes transmit(Bytes command) {
      commands.incrementAndGet();
      used("a command");
      return super.transmit(command);
    }
  }

  private Ceremony ceremony() throws ProblemException {
    return new DeviceSetup()
        .plan(
            Facts.ofTexts(
                Map.of("name", "Root", "devices", "1", "shares", "1", "openedBy", "passwords")))
        .ceremony();
  }

  private Workplace place() {
    return new Workplace(
        "Keyrite test",
        Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneOffset.UTC),
        folder,
        new CombinedRandom(List.of(new JvmRandom())),
        DerivationCost.forTests(1),
        (name, pdf) -> name,
        devices,
        new CalmLaptop(),
        true);
  }

  private RehearsalDesk people(Ceremony ceremony) {
    return new RehearsalDesk(
        new RehearsalDesk.Things(
            People.load(),
            folder.resolve("sheets"),
            Beforehand.of(ceremony, folder),
            Optional.empty()),
        (row, state) -> {},
        perform -> Progress.NONE,
        problem -> {});
  }

  /** Goes on to the end, everything that people do being done by the window. */
  private CeremonyState lead(Callable<CeremonyRunner> opening) throws Exception {
    CeremonyRunner runner = work.submit(opening).get();
    RehearsalDesk people = people(runner.state().ceremony());
    end = new CompletableFuture<>();
    window.execute(() -> {
      WizardModel model = new WizardModel(runner, work, window);
      model
          .showingProperty()
          .addListener((o, was, is) -> {
            if (is != null) {
              window.execute(() -> react(model, people, is));
            }
          });
      model.begin();
    });
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void react(WizardModel model, RehearsalDesk people, WizardModel.Showing showing) {
    try {
      switch (showing) {
        case WizardModel.Showing.HandOver _ -> model.sitDown();
        case WizardModel.Showing.AtStep(Ask ask) ->
            model.answer(people.ask(ask, model.state()), problem -> failed(problem.key()));
        case WizardModel.Showing.AtStep(AwaitDevice _) -> model.present(SeenDevice.of(device));
        case WizardModel.Showing.AtStep(Attest attest) -> {
          model.reveal(attest);
          model.attest(true, "");
        }
        case WizardModel.Showing.AtStep(Perform _) -> model.perform();
        case WizardModel.Showing.Working _ -> {
          // Goes on by itself.
        }
        case WizardModel.Showing.Refused(var step, var problem) -> failed(problem.key());
        case WizardModel.Showing.Doubtful _ -> model.settle(false);
        case WizardModel.Showing.Ended _ -> end.complete(model.state());
      }
    } catch (ProblemException e) {
      failed(e.problem().key());
    }
  }

  private void failed(String why) {
    end.completeExceptionally(new AssertionError(why));
  }

  /** The entries up to the last time that the work with this name began. */
  private static List<Entry> torn(List<Entry> entries, String step) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Entry.Began began && began.step().key().equals(step)) {
        return entries.subList(0, i + 1);
      }
    }
    throw new AssertionError(step + " never began");
  }

  @Test
  void aDeviceIsSetUpWhileTheWindowStaysFree() throws Exception {
    CeremonyState reached = setUp(Journal.inMemory());
    assertEquals(CeremonyState.Phase.FINISHED, reached.phase());
    assertEquals(List.of(), List.copyOf(wrong));
    assertTrue(commands.get() > 20, commands + " commands");
  }

  private CeremonyState setUp(Journal journal) throws Exception {
    slots.insert("reader", new WatchedCard(device));
    Ceremony ceremony = ceremony();
    Beforehand.of(ceremony, folder).make(ceremony, place(), Progress.NONE);
    return lead(() -> CeremonyRunner.start(ceremony, "test", Bytes.EMPTY, journal, place(), work));
  }

  /** As if the power had gone when the device had done its part and nobody had written it down. */
  @ParameterizedTest
  @ValueSource(strings = {"deviceSetup.initialise", "import.give"})
  void whatIsInDoubtIsLookedAtWhileTheWindowStaysFree(String step) throws Exception {
    Journal whole = Journal.inMemory();
    setUp(whole);
    Journal torn = Journal.inMemory();
    for (Entry entry : torn(whole.entries(), step)) {
      torn.append(entry);
    }
    commands.set(0);
    lead(() -> CeremonyRunner.resume(ceremony(), torn, place(), work));
    assertEquals(List.of(), List.copyOf(wrong));
    assertTrue(commands.get() > 0, "no command");
  }
}
