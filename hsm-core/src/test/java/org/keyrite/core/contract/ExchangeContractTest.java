// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

// Long because agreeing, moving and forgetting are one contract.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.ExchangeProblem.AgreedKeyRemains;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyRemains;
import org.keyrite.core.problem.ExchangeProblem.PartnerIsSameDevice;
import org.keyrite.core.problem.ExchangeProblem.PartnerOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.DomainOfAnotherGroup;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.WrappedUnderAnotherKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.wrap.WrappedKeyFile;

/** Two devices of a group agree, keys move, and both forget what they agreed on. */
final class ExchangeContractTest {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(1), Desk.DAY);
  private static final KeyDomainIndex SECOND = new KeyDomainIndex(1);
  private static final KeyDomainIndex THIRD = new KeyDomainIndex(2);
  private static final List<String> KINDS =
      List.of("AES-256", "RSA-2048", "secp256r1", "brainpoolP256r1", "secp256k1");

  /** Devices in one group, in domain 1 and domain 2, and one in another group. */
  private static SimulatedState source;

  private static SimulatedState target;
  private static SimulatedState stranger;
  private static KeyDomainUid group;
  private static KeyDomainUid another;

  @BeforeAll
  static void prepare() throws ProblemException {
    Desk holder = ready(2);
    DeviceInfo device = holder.hsm().identify();
    holder.verify(Desk.PIN);
    GroupSigner signer = signer(holder, device, "One");
    GroupSigner other = signer(holder, device, "Other");
    group = signer.uid();
    another = other.uid();
    source = withKeys(joined(signer, holder, device, 3, SECOND));
    target = joined(signer, holder, device, 4, THIRD);
    stranger = joined(other, holder, device, 5, SECOND);
  }

  private static Desk ready(int seed) throws ProblemException {
    Desk desk =
        Desk.with(SimulatedState.create(AUTHORITY, Firmware.CURRENT, new Random(seed), Desk.DAY));
    desk.hsm().select();
    desk.initialise(Desk.USUAL, new KeyDomainSetup.KeyDomains(4));
    return desk;
  }

  private static GroupSigner signer(Desk desk, DeviceInfo device, String label)
      throws ProblemException {
    NewKey key = GroupSigner.newKey(label, Bytes.of((byte) label.length()), Optional.empty());
    return GroupSigner.require(
        new KeyCreation(desk.hsm(), device).create(KeyList.read(desk.hsm()), key));
  }

  private static SimulatedState joined(
      GroupSigner signer, Desk holder, DeviceInfo device, int seed, KeyDomainIndex domain)
      throws ProblemException {
    Desk desk = ready(seed);
    DeviceInfo member = desk.hsm().identify();
    desk.verify(Desk.PIN);
    new GroupMember(desk.hsm(), member)
        .join(domain, signer.issue(holder.hsm(), device, DeviceId.of(member.certificates())));
    return desk.device.state();
  }

  /** A key of each kind, which may leave. */
  private static SimulatedState withKeys(SimulatedState state) throws ProblemException {
    Desk desk = Desk.with(state);
    DeviceInfo device = desk.hsm().identify();
    desk.verify(Desk.PIN);
    for (int i = 0; i < KINDS.size(); i++) {
      KeySpec spec = KeySpec.fromText(KINDS.get(i)).orElseThrow();
      KeyTerms terms =
          new KeyTerms(
              AllowedAlgorithms.forUses(spec, KeyUse.of(spec)),
              Optional.of(SECOND),
              OptionalLong.empty());
      NewKey key =
          new NewKey(spec, terms, KeyLabel.of("Key " + i), PkcsId.of(Bytes.of((byte) (0x20 + i))));
      new KeyCreation(desk.hsm(), device).create(KeyList.read(desk.hsm()), key);
    }
    return desk.device.state();
  }

  /** One of the two, unlocked. */
  private record Side(Desk desk, KeyExchange exchange) {
    static Side of(SimulatedState state, KeyDomainIndex domain, KeyDomainUid group, Fault... faults)
        throws ProblemException {
      return of(Desk.with(state, faults), domain, group);
    }

    static Side of(Desk desk, KeyDomainIndex domain, KeyDomainUid group) throws ProblemException {
      DeviceInfo device = desk.hsm().identify();
      desk.verify(Desk.PIN);
      return new Side(desk, new KeyExchange(desk.hsm(), device, domain, group));
    }

    SmartCardHsm hsm() {
      return desk.hsm();
    }

    StoredKey make() throws ProblemException {
      return new KeyCreation(hsm(), exchange.device())
          .create(
              KeyList.read(hsm()),
              KeyExchange.newKey("Exchange", Bytes.of((byte) 0x7F), exchange.domain()));
    }

    /** Asking which key domains there are locks nothing. */
    KeyDomains domains() throws ProblemException {
      return KeyDomains.read(hsm(), exchange.device());
    }
  }

  private static Side source() throws ProblemException {
    return Side.of(source, SECOND, group);
  }

  private static Side target() throws ProblemException {
    return Side.of(target, THIRD, group);
  }

  private static KeyCheckValue agree(Side one, Side other) throws ProblemException {
    StoredKey own = one.make();
    StoredKey theirs = other.make();
    KeyCheckValue first = one.exchange().agree(own.reference(), other.exchange().request(theirs));
    KeyCheckValue second = other.exchange().agree(theirs.reference(), one.exchange().request(own));
    assertEquals(first, second);
    return first;
  }

  @Test
  void keysOfEveryKindMoveAndAreProven() throws ProblemException {
    Side from = source();
    Side to = target();
    KeyCheckValue value = agree(from, to);
    for (StoredKey key : KeyList.read(from.hsm()).keys()) {
      if (!key.terms().algorithms().allows(Algorithm.WRAP)) {
        continue;
      }
      WrappedKeyFile wrapped = new KeyTransfer(from.hsm()).wrap(key);
      assertEquals(value, wrapped.blob().checkValue());
      StoredKey moved =
          new KeyTransfer(to.hsm()).unwrap(KeyList.read(to.hsm()), to.domains(), wrapped);
      assertEquals(key.label(), moved.label());
      assertEquals(key.pkcsId(), moved.pkcsId());
      assertEquals(key.publicKey(), moved.publicKey());
      assertEquals(Optional.of(THIRD), moved.terms().domain());
      prove(from, to, key, moved);
    }
    from.exchange().cleanUp();
    to.exchange().cleanUp();
    for (Side side : List.of(from, to)) {
      side.exchange().requireClean();
      assertEquals(KINDS.size(), KeyList.read(side.hsm()).keys().size());
      assertFalse(
          new GroupMember(side.hsm(), side.exchange().device())
              .requireIn(side.exchange().domain(), group)
              .hasKey());
    }
  }

  private static void prove(Side from, Side to, StoredKey key, StoredKey moved)
      throws ProblemException {
    KeyDesk original = new KeyDesk(from.desk());
    KeyDesk copy = new KeyDesk(to.desk());
    if (key.publicKey().isPresent()) {
      copy.proof().prove(moved, key.requirePublicKey());
    } else {
      Proof asked = original.proof().ask(key);
      copy.proof().repeat(moved, asked);
    }
  }

  @Test
  void whatWasWrappedBeforeIsWorthlessAfterTheCleaning() throws ProblemException {
    Side from = source();
    Side to = target();
    KeyCheckValue value = agree(from, to);
    WrappedKeyFile wrapped =
        new KeyTransfer(from.hsm()).wrap(KeyList.read(from.hsm()).keys().getFirst());
    to.exchange().cleanUp();
    assertRefused(
        new WrappedUnderAnotherKey(value.toText()),
        () -> new KeyTransfer(to.hsm()).unwrap(KeyList.read(to.hsm()), to.domains(), wrapped));
    from.exchange().cleanUp();
    KeyCheckValue again = agree(from, target());
    assertFalse(again.equals(value));
  }

  @Test
  void theRequestOfThePartnerHoldsAndIsOfTheSimulation() throws ProblemException {
    Side to = target();
    ExchangeRequest request = to.exchange().request(to.make());
    ExchangeRequest read = ExchangeRequest.parse(request.encode());
    assertEquals(Origin.SIMULATED, read.verify(group, TrustAnchors.known(), Desk.DAY).origin());
  }

  @Test
  void anExchangeKeyIsGoodForOneAgreement() throws ProblemException {
    Side from = source();
    Side to = target();
    agree(from, to);
    StoredKey used = KeyExchange.find(KeyList.read(from.hsm()), SECOND).getFirst();
    ExchangeRequest partner =
        to.exchange().request(KeyExchange.find(KeyList.read(to.hsm()), THIRD).getFirst());
    assertRefused(
        new KeyUsedUp(used.reference().value()),
        () -> from.exchange().agree(used.reference(), partner));
  }

  @Test
  void aPartnerOfAnotherGroupIsRefusedBeforeAnythingIsSent() throws ProblemException {
    Side from = source();
    Side other = Side.of(stranger, SECOND, another);
    StoredKey own = from.make();
    ExchangeRequest request = other.exchange().request(other.make());
    String serial = other.exchange().device().serial().text();
    assertRefused(
        new PartnerOfAnotherGroup(serial, group.toText(), another.toText()),
        () -> from.exchange().agree(own.reference(), request));
    assertRefused(
        new DomainOfAnotherGroup(1, another.toText(), group.toText()),
        () ->
            new KeyExchange(from.hsm(), from.exchange().device(), SECOND, another)
                .agree(own.reference(), request));
    assertRefused(
        new PartnerIsSameDevice(from.exchange().device().serial().text()),
        () -> from.exchange().agree(own.reference(), from.exchange().request(own)));
  }

  @Test
  void agreeingAndCleaningNeedTheDeviceUnlocked() throws ProblemException {
    Side from = source();
    Side to = target();
    StoredKey own = from.make();
    ExchangeRequest partner = to.exchange().request(to.make());
    from.hsm().select();
    assertRefused(new NotLoggedIn(), () -> from.exchange().agree(own.reference(), partner));
    assertRefused(new NotLoggedIn(), () -> from.exchange().cleanUp());
  }

  @Test
  void whatIsLeftIsNamed() throws ProblemException {
    Side from = source();
    Side to = target();
    String serial = from.exchange().device().serial().text();
    from.exchange().requireClean();
    StoredKey own = from.make();
    assertRefused(
        new ExchangeKeyRemains(serial, own.reference().value()),
        () -> from.exchange().requireClean());
    ExchangeRequest partner = to.exchange().request(to.make());
    from.exchange().agree(own.reference(), partner);
    assertRefused(new AgreedKeyRemains(serial, 1), () -> from.exchange().requireClean());
    from.exchange().cleanUp();
    from.exchange().cleanUp();
  }

  /** Whatever answer is lost, cleaning up and beginning again is all that is needed. */
  @Test
  void aDevicePulledWhileItAgreesCanBeCleanedAndAgreesAgain() throws ProblemException {
    Side to = target();
    ExchangeRequest partner = to.exchange().request(to.make());
    AtomicInteger commands = new AtomicInteger();
    Desk undisturbed = Desk.with(source);
    Side counted = Side.of(undisturbed, SECOND, group);
    SmartCardHsm watched = new SmartCardHsm(undisturbed.channel(commands::incrementAndGet));
    KeyExchange exchange = new KeyExchange(watched, counted.exchange().device(), SECOND, group);
    StoredKey made = counted.make();
    exchange.agree(made.reference(), partner);
    exchange.cleanUp();
    int during = commands.get();
    assertTrue(during > 8);
    int before = before();
    for (int command = before + 1; command <= before + during; command += 9) {
      for (Fault fault : List.of(new Fault.PulledBefore(command), new Fault.PulledAfter(command))) {
        Desk desk = Desk.with(source, fault);
        assertRefused(
            new DeviceGone(Desk.READER),
            () -> {
              Side side = Side.of(desk, SECOND, group);
              side.exchange().agree(side.make().reference(), partner);
              side.exchange().cleanUp();
            });
        desk.card.insert();
        desk.connect();
        Side again = Side.of(desk, SECOND, group);
        again.exchange().cleanUp();
        assertEquals(KINDS.size(), KeyList.read(again.hsm()).keys().size());
        again.exchange().agree(again.make().reference(), partner);
      }
    }
  }

  /** Commands until the exchange key is there. */
  private static int before() throws ProblemException {
    AtomicInteger commands = new AtomicInteger();
    Desk desk = Desk.with(source);
    SmartCardHsm watched = new SmartCardHsm(desk.channel(commands::incrementAndGet));
    DeviceInfo device = watched.identify();
    new KeyExchange(watched, device, SECOND, group).hsm();
    desk.verify(Desk.PIN);
    new KeyCreation(watched, device)
        .create(
            KeyList.read(watched), KeyExchange.newKey("Exchange", Bytes.of((byte) 0x7F), SECOND));
    return commands.get() + 1;
  }
}
