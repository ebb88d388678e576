// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

/**
 * Journal, state and secrets, kept in step: an entry is applied on trial, then put on the disk, and
 * only then are it and the secrets that came with it the truth. What was done and could not be put
 * on the disk is owed until it can. Not thread-safe.
 */
final class Ledger implements AutoCloseable {
  private final Journal journal;
  private final Vault vault = new Vault();
  private CeremonyState state;
  private Optional<Owed> owed = Optional.empty();

  Ledger(CeremonyState state, Journal journal) {
    this.state = state;
    this.journal = journal;
  }

  /** How work ended, and the desk on which lies what it made. */
  private record Owed(Entry entry, Desk desk) {}

  CeremonyState state() {
    return state;
  }

  Vault vault() {
    return vault;
  }

  void keep(Entry entry) throws ProblemException {
    keep(entry, Map.of());
  }

  /** Keeps an entry; the secrets belong to the vault if it was kept and to the caller if not. */
  void keep(Entry entry, Map<String, Secret> secrets) throws ProblemException {
    CeremonyState next = state.apply(entry);
    journal.append(entry);
    state = next;
    secrets.forEach(vault::put);
  }

  /** Takes over how work ended; {@link #payUp} keeps it. */
  void owe(Entry entry, Desk desk) {
    owed = Optional.of(new Owed(entry, desk));
  }

  boolean owes() {
    return owed.isPresent();
  }

  /** Keeps what is owed, and tells what it was. */
  Optional<Entry> payUp() throws ProblemException {
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    Desk desk = owed.get().desk();
    Entry entry = owed.get().entry();
    keep(entry, desk.secrets());
    desk.handOver();
    owed = Optional.empty();
    return Optional.of(entry);
  }

  /** Wipes the secrets that nothing needs any more. */
  void wipeUnneeded() {
    vault.keepOnly(state.liveSecrets());
  }

  /** Wipes every secret. The journal is left to whoever opened it. */
  @Override
  public void close() {
    owed.ifPresent(debt -> debt.desk().close());
    owed = Optional.empty();
    vault.close();
  }
}
